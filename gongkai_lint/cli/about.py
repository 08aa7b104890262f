"""gongkai-lint about: versions, licences, and to which day the law data hold."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires

from gongkai_lint import __version__
from gongkai_lint.cli.command import command
from gongkai_lint.page.runtime import VERSION
from gongkai_lint.patterns import compiled
from gongkai_lint.ruleset.load import load_ruleset

_US = "gongkai-lint"
_FOR_US = compiled(r"""extra == ["'](?:dev|test)["']""")
_UNSAID = "没有写明"


@command(
    "about",
    options_metavar="",
    help="版本、规则库、法规数据的日期，随程序带的和用到的组件及其许可。",
)
def about() -> int:
    """Print what this program is made of."""
    rules = load_ruleset()
    held = rules.law.held_to
    lines = [
        f"{_US} {__version__}，MIT 许可；Python {platform.python_version()}。",
        f"规则 {len(rules.rules)} 条，规则库 {rules.digest.removeprefix('sha256:')[:12]}。",
        f"法规数据截至{held.year}年{held.month}月{held.day}日。" if held else "没有法规数据。",
        "随程序带的：",
        "  分词词表出自 jieba 0.42.1，MIT 许可",
        f"  核稿页里的 Pyodide {VERSION}，MPL-2.0 许可；CPython，PSF-2.0 许可",
        "用到的组件：",
        *_components(),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _components() -> Iterator[str]:
    """Yield the packages that are needed or add something, with version and licence."""
    try:
        asked = requires(_US) or []
    except PackageNotFoundError:  # run from its source, without being installed
        asked = []
    own = [one for one in asked if not _FOR_US.search(one)]
    names = sorted({_name(one) for one in own} - {_US})
    for name in names:
        try:
            told = metadata(name)
        except PackageNotFoundError:
            yield f"  {name}：没有安装"
            continue
        yield f"  {name} {told['Version']}，许可 {_licence(name)}"


def _name(requirement: str) -> str:
    end = next((n for n, c in enumerate(requirement) if not (c.isalnum() or c in "-_.")), None)
    return requirement[:end].lower()


def _licence(name: str) -> str:
    """Give a package's licence, as its metadata say it in one of three ways."""
    told = metadata(name)
    classes = [one for one in told.get_all("Classifier") or () if one.startswith("License ::")]
    named = [one.rpartition("::")[2].strip() for one in classes]
    said = told.get_all("License-Expression") or named or told.get_all("License") or [_UNSAID]
    return "、".join(str(one).splitlines()[0] for one in said if one) or _UNSAID
