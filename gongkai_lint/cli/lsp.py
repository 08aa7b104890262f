"""gongkai-lint lsp: the language server for editors."""

from datetime import date

from gongkai_lint.cli.command import command
from gongkai_lint.errors import UsageError


@command(
    "lsp",
    options_metavar="[选项]",
    help="语言服务器：由编辑器启动，用标准输入、输出通信，边写边检查 .txt、.md。",
)
def lsp() -> int:
    """Serve an editor until it says exit."""
    try:
        from gongkai_lint.lsp.server import serve
    except ModuleNotFoundError as error:
        if error.name not in {"pygls", "lsprotocol"}:
            raise
        raise UsageError("语言服务器需要安装 pygls：pip install 'gongkai-lint[lsp]'。") from None
    serve(date.today)
    return 0
