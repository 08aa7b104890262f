"""Every exception that the program raises on purpose.

GongkaiLintError
├── UsageError          wrong command line or configuration       exit 2
├── RuleFileError       one or more rule files are wrong          exit 2
└── UnreadableError     a document cannot be read                 exit 3

Messages are Chinese sentences for an official: what, where, and what to do. What a library or the
system says in English goes through ``plainly`` first.
"""

import errno
import re

_SYSTEM = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "名字太长",
    errno.ENOENT: "找不到",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EISDIR: "这是文件夹",
    errno.EEXIST: "同名文件已经存在",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被别的程序占用",
    errno.EINVAL: "名字或者内容不被接受",
    errno.ENXIO: "设备打不开",
    errno.EBADF: "这个口是关着的",
    errno.EPIPE: "接收的程序已经结束",
}
for _name, _words in (("EDQUOT", "超出了磁盘配额"), ("ESTALE", "网络盘断开了")):
    if hasattr(errno, _name):  # not every system has these
        _SYSTEM[getattr(errno, _name)] = _words
_KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (UnicodeError, "不合这种编码"),
    (re.error, "写法有误"),
    (RecursionError, "嵌套太深"),
    (MemoryError, "内存不足"),
)
# Compiled when something is wrong, not at every start.
_CHINESE = "[\u4e00-\u9fff]"
_PLACE = r"line (?P<line>\d+)(?:, column (?P<column>\d+))?"


def plainly(error: BaseException) -> str:
    """Say in Chinese what an exception of a library or the system means, and where."""
    if isinstance(error, OSError):
        unknown = f"系统错误 {error.errno}" if error.errno else str(error) or "读写出错"
        return _SYSTEM.get(error.errno or 0, unknown)
    if re.search(_CHINESE, str(error)) and not isinstance(error, UnicodeError):
        return str(error)
    said = next((words for kind, words in _KINDS if isinstance(error, kind)), "内容有误")
    return f"{_told_place(error)}{said}"


def _told_place(error: BaseException) -> str:
    """Give the line and column that a parser's exception tells, in whatever way."""
    if isinstance(error, UnicodeDecodeError):
        return f"第 {error.start + 1} 字节"
    if isinstance(error, re.error) and error.pos is not None:
        return f"第 {error.pos + 1} 个字符附近"
    mark = getattr(error, "problem_mark", None)
    line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    elif line is None and (found := re.search(_PLACE, str(error))):
        line, column = found["line"], found["column"]
    if not line:
        return ""
    return f"第 {line} 行第 {column} 列附近" if column else f"第 {line} 行附近"


class GongkaiLintError(Exception):
    """The root of all errors that carry a sentence for the user."""


class UsageError(GongkaiLintError):
    """The command line or the configuration asks for something impossible."""


class RuleFileError(GongkaiLintError):
    """Rule files are wrong; ``problems`` lists each one as a sentence with its file and line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        """Keep every problem and join them as the message."""
        super().__init__("\n".join(problems))
        self.problems = problems


class UnreadableError(GongkaiLintError):
    """A document cannot be read; the message says why and what to do."""
