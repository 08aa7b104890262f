"""The page in real browsers, from disk. ``npm install --prefix tests/page`` gives what it needs."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
DRAFT = """\
云政办发〔2024〕8号
云岭市人民政府办公室关于做好秋粮收购工作的通知
各县人民政府，市政府各部门：
截至目前已按装300台设备，请尽快报送情况。请于6月底前完成验收。
云岭市人民政府办公室
2024年9月2日
"""


def _journey(name: str, program: str, page: Path, folder: Path) -> Any:
    draft, other = folder / "秋粮收购.txt", folder / "扫描件.pdf"
    draft.write_text(DRAFT, encoding="utf-8")
    other.write_bytes(b"%PDF-1.7\n")
    asked = {
        "name": name,
        "program": program,
        "file": str(page),
        "downloads": str(folder / "下载"),
        "drafts": [str(other), str(draft)],
        "saves": "秋粮收购_修订.txt",
    }
    command = ["node", str(HERE / "journey.mjs"), json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_a_draft_is_judged_mended_and_saved_in_a_page_from_disk(
    name: str, page: Path, tmp_path: Path, browsers: dict[str, str | None]
) -> None:
    program = browsers[name]
    if program is None:
        pytest.skip(f"本机没有 {name}")
    told = _journey(name, program, page, tmp_path)
    assert "已收下 2 份文稿" in told["queued"]
    assert any("扫描件.pdf" in row and "另存为 .docx" in row for row in told["rows"])
    first = next(card for card in told["cards"] if "A01" in card)
    assert "必改" in first
    assert "依据" in first
    assert "按装" in told["marked"]
    assert told["after"] < len(told["cards"])
    assert "安装300台" in Path(told["saved"]).read_text(encoding="utf-8")
    assert told["axe"] == []
    assert told["seen"] == {"requests": [], "console": [], "errors": []}
