"""Whether the register holds together: each mistake in it would become a false finding."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.naming import number_key, title_key

_NEXT = timedelta(days=1)
_LAST = date.max


def gaps(register: Sequence[Instrument]) -> tuple[str, ...]:
    """Give every contradiction in the register, each a Chinese sentence that names the keys."""
    known = {instrument.key: instrument for instrument in register}
    told = [words for one in register for words in (*_own_days(one), *_succession(one, known))]
    return (*told, *_overlaps(register), *_shared_numbers(register))


def _own_days(one: Instrument) -> Iterator[str]:
    since, until = one.in_force
    if one.issued and since and since < one.issued:
        yield f"{one.key}：施行日 {since} 早于公布日 {one.issued}。"
    if since and until and until < since:
        yield f"{one.key}：有效的最后一天 {until} 早于施行日 {since}。"
    if one.issued and until and until < one.issued:
        yield f"{one.key}：有效的最后一天 {until} 早于公布日 {one.issued}。"
    if until and not one.replaced_by:
        yield f"{one.key}：到 {until} 为止有效，却没有写取代它的文件（replaced_by）。"


def _succession(one: Instrument, known: dict[str, Instrument]) -> Iterator[str]:
    until, heir = one.in_force.until, known.get(one.replaced_by)
    if heir is None or until is None:
        return
    since = heir.in_force.since
    if since and since <= until:
        yield f"{one.key}：到 {until} 为止有效，而取代它的 {heir.key} 自 {since} 起施行，两者重叠。"
    if heir.in_force.until and heir.in_force.until <= until:
        yield f"{one.key}：取代它的 {heir.key} 到 {heir.in_force.until} 就已失效。"
    same = title_key(one.title) == title_key(heir.title)
    if same and since and since > until + _NEXT and one.verified and heir.verified:
        yield f"{one.key}：到 {until} 为止有效，下一版 {heir.key} 自 {since} 起施行，中间断开。"


def _overlaps(register: Sequence[Instrument]) -> Iterator[str]:
    """Find editions of one title of which two are in force on one day."""
    titled = defaultdict(list)
    for one in register:
        if one.title:
            titled[one.region, title_key(one.title)].append(one)
    for editions in titled.values():
        editions.sort(key=lambda one: one.in_force.until or _LAST)
        for older, newer in pairwise(editions):
            certain = older.verified and newer.verified
            until, since = older.in_force.until, newer.in_force.since
            if certain and (until is None or (since and since <= until)):
                yield f"{older.key} 与 {newer.key}：同一标题的两个版本在同一天都有效。"


def _shared_numbers(register: Sequence[Instrument]) -> Iterator[str]:
    """Find numbers that two instruments bear; the editions of one instrument may."""
    bearers: dict[object, Instrument] = {}
    for one in register:
        key = number_key(one.number)
        if key is None:
            continue
        other = bearers.setdefault(key, one)
        if title_key(other.title) != title_key(one.title):
            yield f"{other.key} 与 {one.key}：标题不同，文号都是 {one.number}。"
