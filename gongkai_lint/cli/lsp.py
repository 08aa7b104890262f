"""gongkai-lint lsp: the language server for editors."""

from datetime import date

from gongkai_lint.cli.command import command, option
from gongkai_lint.errors import UsageError


@command(
    "lsp",
    options_metavar="[选项]",
    help="语言服务器：由编辑器启动，用标准输入、输出通信，边写边检查 .txt、.md。",
)
@option("--stdio", is_flag=True, help="用标准输入、输出通信；总是这样，有的编辑器要写明。")
def lsp(*, stdio: bool) -> int:  # noqa: ARG001 (there is no other way)
    """Serve an editor until it says exit."""
    try:
        from gongkai_lint.lsp.server import serve
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        raise UsageError("语言服务器需要安装 pygls：pip install 'gongkai-lint[lsp]'。") from None
    return serve(date.today)
