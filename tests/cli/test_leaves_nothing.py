"""What a check leaves behind on the machine: nothing in the folder that all users share."""

import os
import subprocess
import sys
from pathlib import Path

DRAFT = "关于防汛的通知\n各镇人民政府：\n要求各单位各单位认真落实。\n云山县人民政府\n2024年5月6日\n"


def test_a_check_writes_nothing_to_the_temp_folder(tmp_path: Path) -> None:
    shared, draft = tmp_path / "temp", tmp_path / "稿.txt"
    shared.mkdir()
    draft.write_text(DRAFT, encoding="utf-8")
    command = [sys.executable, "-m", "gongkai_lint", "check", "--select", "L", str(draft)]
    env = os.environ | {name: str(shared) for name in ("TMPDIR", "TEMP", "TMP")}
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert "L06" in done.stdout  # which asks how the sentence is cut into words
    assert list(shared.iterdir()) == []
