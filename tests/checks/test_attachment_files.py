"""The attachments listed against the files that travel."""

from collections.abc import Callable

from gongkai_lint.checks.special.attachment_files import AttachmentFiles
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Paper, Role
from gongkai_lint.model.finding import View

Notice = Callable[..., Document]
Look = Callable[..., View]
NOTE = "正文如下。\n附件：1.任务分工表\n2.联系人名单"


def problems(
    notice: Notice, view: Look, files: dict[str, Document | None], role: Role | None = "attachment"
) -> list[str]:
    draft = notice(NOTE)
    papers = [Paper("稿.txt", "draft", draft)]
    papers += [Paper(name, role, document) for name, document in files.items()]
    seen = view(draft, "attachment_note")._replace(dossier=Dossier("", tuple(papers)), role="draft")
    return [dict(match.captures)["problem"] for match in AttachmentFiles().matches(seen)]


def test_a_name_a_title_or_a_number_tells_the_attachment(notice: Notice, view: Look) -> None:
    titled = notice("市水利局负责。", title="任务分工表")
    assert problems(notice, view, {"表一.txt": titled, "附件2.xlsx": None}) == []
    assert problems(notice, view, {"任务分工表（定）.pdf": None, "2 联系人名单.xls": None}) == []


def test_a_file_of_no_role_may_be_the_attachment(notice: Notice, view: Look) -> None:
    files: dict[str, Document | None] = {"任务分工表.txt": None, "联系人名单.txt": None}
    assert problems(notice, view, files, None) == []


def test_what_is_listed_and_does_not_travel_is_told(notice: Notice, view: Look) -> None:
    told = problems(notice, view, {"附件1.txt": None})
    assert told == ["附件说明列出“联系人名单”，报批件里没有这份附件"]
    assert len(problems(notice, view, {})) == 2


def test_another_title_under_the_number_is_told(notice: Notice, view: Look) -> None:
    other = notice("市水利局负责。", title="任务分解表")
    told = problems(notice, view, {"附件1.txt": other, "附件2.txt": None})
    assert told == ["附件说明作“任务分工表”，附件文件上作“任务分解表”"]


def test_what_travels_and_is_not_listed_is_told(notice: Notice, view: Look) -> None:
    files = dict.fromkeys(["附件1.txt", "附件2.txt", "附件3 物资清单.txt"])
    assert problems(notice, view, files) == ["报批件里的“附件3 物资清单.txt”没有列入附件说明"]
