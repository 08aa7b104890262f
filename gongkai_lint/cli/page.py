"""gongkai-lint page: write the 核稿页, the program as one HTML file."""

from pathlib import Path

from gongkai_lint.cli.command import command, option, say
from gongkai_lint.errors import UsageError


@command(
    "page",
    options_metavar="[选项]",
    help="写出核稿页：整个程序在一个 HTML 文件里，双击用浏览器打开，不联网、不安装、不上传。"
    "退出码：0 写好了，2 用法有误、文件已经存在或没有浏览器运行时。",
)
@option("-o", "--output", metavar="文件", default="核稿.html", help="默认 核稿.html。")
@option("--force", is_flag=True, help="文件已经存在时改写它。")
@option(
    "--runtime",
    metavar="目录",
    help="浏览器运行时（npm 包 pyodide 解开后的目录）；安装包里带着的不用写。",
)
@option("--rules", "folder", metavar="目录", help="加上本单位的规则。")
@option("-q", "--quiet", is_flag=True, help="只说出错的，不说写了什么。")
def page(output: str, runtime: str | None, folder: str | None, *, force: bool, quiet: bool) -> int:
    """Write the page and give the exit code."""
    from gongkai_lint.cli.output import drafted
    from gongkai_lint.page.build import build_page
    from gongkai_lint.page.compiling import can_compile
    from gongkai_lint.ruleset.load import load_ruleset

    target = Path(output)
    if target.exists() and not force:
        raise UsageError(f"“{target}”已经存在，没有改写；要改写请加 --force。")
    rules = load_ruleset(Path(folder) if folder else None)
    text = build_page(rules, Path(runtime) if runtime else None)
    with drafted(target) as draft:
        draft.write_text(text, encoding="utf-8")
    if not quiet:
        slow = "" if can_compile() else "；没有找到 Node，没有预先编译，打开时会慢几秒"
        say(f"核稿页写在“{target}”（{len(text.encode()) / 1e6:.1f} MB）{slow}。", err=True)
    return 0
