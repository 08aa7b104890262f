"""How time grows with length: each part of the way on inputs of 1, 2, 4 and 8 times a size.

``python -m tests.fuzz.growth`` repeats some 150 kinds of things in 13 places, measures the CPU time
of every recognizer, rule and reporter, and prints the parts whose time more than doubles with
the length. ``--shapes`` reads each text as files of these kinds instead, and writes both copies of
the Word file. A part that needs under ``--least`` milliseconds for the longest is not asked.
"""

import argparse
import gc
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from datetime import date, datetime
from functools import wraps
from time import thread_time
from typing import Any, NamedTuple

from gongkai_lint import api
from gongkai_lint.engine import lint as engine
from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.model.finding import Report
from gongkai_lint.readers.read import read
from gongkai_lint.reporters.formats import Style, reporter_of
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.reporters.word.annotated_docx import annotate
from gongkai_lint.revise import Wish, revise
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.structure import recognize as recognition
from tests.fuzz.shapes import SHAPES
from tests.fuzz.tokens import PLACES, TOKENS, Place

SIZES = (1, 2, 4, 8)
FORMATS = ("text", "json", "sarif", "junit", "github", "html", "xlsx")
DAY = date(2026, 12, 1)
NOON = datetime(2026, 12, 1, 12)  # noqa: DTZ001 (the time on the wall)
_SECONDS = 20  # of one input: far beyond what the slowest honest one needs
Times = dict[str, float]


class Growth(NamedTuple):
    """A part's times on one kind of input, in seconds, from the shortest to the longest."""

    part: str
    token: str
    place: str
    times: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The mean of the two last doublings; the first is ruled by fixed costs."""
        return float((self.times[-1] / max(self.times[-3], 1e-6)) ** 0.5)


class Clock:
    """Adds up the CPU time of parts; what a part calls is its own, too."""

    def __init__(self) -> None:
        self.times: Times = defaultdict(float)

    @contextmanager
    def of(self, part: str) -> Iterator[None]:
        begun = thread_time()
        try:
            yield
        finally:
            self.times[part] += thread_time() - begun

    def wrapped(self, part: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def timed(*args: Any, **named: Any) -> Any:
            with self.of(part):
                return call(*args, **named)

        return timed


def watch(clock: Clock) -> None:
    """Put the clock round every recognizer and every rule."""
    for name, call in list(vars(recognition).items()):
        home = getattr(call, "__module__", "") or ""
        if callable(call) and home.startswith("gongkai_lint.structure") and not name[0].isupper():
            setattr(recognition, name, clock.wrapped(f"recognize:{name.strip('_')}", call))
    told = engine._told  # noqa: SLF001 (the one place through which each rule speaks)

    def timed(rule: Rule, *args: Any) -> Any:
        with clock.of(f"rule:{rule.id}"):
            return list(told(rule, *args))

    engine._told = timed  # type: ignore[assignment]  # noqa: SLF001
    for name in ("lint", "lint_leftovers", "suppress", "cover", "read", "with_reading"):
        setattr(api, name, clock.wrapped(f"api:{name}", getattr(api, name)))
    for name in ("prefer", "fingerprints"):
        setattr(engine, name, clock.wrapped(f"engine:{name}", getattr(engine, name)))


def measure(text: str, request: api.Request, clock: Clock, formats: tuple[str, ...]) -> Times:
    """Give the time of each part on one text."""
    gc.collect()  # so that it falls into no part; measured is what the parts do
    clock.times.clear()
    with clock.of("whole"):
        report = api.lint_bytes(text.encode("utf-8", "surrogatepass"), "稿.txt", request)
        for name in formats:
            with clock.of(f"report:{name}"):
                _say(name, report, request)
    return dict(clock.times)


def measure_shapes(text: str, request: api.Request, clock: Clock, shapes: tuple[str, ...]) -> Times:
    """Give the time of each reader on a text written as a file, and of both Word copies."""
    gc.collect()
    clock.times.clear()
    for shape in shapes:
        name, data = f"稿.{shape}", SHAPES[shape](text)
        with suppress(GongkaiLintError), clock.of(f"read:{shape}"):
            read(data, name)
        if shape == "docx":
            with suppress(GongkaiLintError):
                report = api.lint_bytes(data, name, request)
                with clock.of("copy:annotated"):
                    annotate(report, data, NOON, every=True)
            with suppress(GongkaiLintError), clock.of("copy:revised"):
                revise(data, name, request, Wish(NOON, unsafe=True))
    return {part: taken for part, taken in clock.times.items() if part[:5] in {"read:", "copy:"}}


def _say(name: str, report: Report, request: api.Request) -> None:
    reporter = reporter_of(name, request.rules, Style())
    piece = reporter.document(report)
    reporter.end(Tally().plus(tally_of(report)), list(piece.kept))


def grown(
    token: str, place: Place, base: int, judge: Callable[[str], Times]
) -> tuple[dict[str, list[float]], str]:
    """Give each part's times on the four lengths; a word where one took too long."""
    found: dict[str, list[float]] = defaultdict(list)
    for size in SIZES:
        signal.setitimer(signal.ITIMER_PROF, _SECONDS)
        try:
            times = judge(place.fill(token, base * size))
        except TimeoutError:
            return found, f"over {_SECONDS} s at {size}x"
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        for part, seconds in times.items():
            found[part].append(seconds)
    return found, ""


def _ring(*_: object) -> None:
    raise TimeoutError


def _growths(
    token: str, place: Place, args: argparse.Namespace, judge: Callable[[str], Times]
) -> Iterator[Growth]:
    found, trouble = grown(token, place, args.base, judge)
    if trouble:
        print(f"{token!r} {place.name}: {trouble}", flush=True)
        yield Growth("over the time", token, place.name, (0.0, 0.0, 1.0, 1e9))
        return
    for part, times in found.items():
        if len(times) == len(SIZES) and times[-1] * 1000 >= args.least:
            yield Growth(part, token, place.name, tuple(times))


def suspicious(args: argparse.Namespace, judge: Callable[[str], Times]) -> Iterator[Growth]:
    """Yield what grows too fast, and that twice: a busy machine makes anything slow once."""
    tokens = [t for n, t in enumerate(TOKENS) if n % args.parts == args.part]
    for token in tokens:
        for place in PLACES:
            first = [g for g in _growths(token, place, args, judge) if g.ratio > args.most]
            if not first:
                continue
            again = {g.part: g for g in _growths(token, place, args, judge)}
            for growth in first:
                other = again.get(growth.part)
                if other and min(growth.ratio, other.ratio) > args.most:
                    best = tuple(map(min, growth.times, other.times))
                    yield growth._replace(times=best)
    print(f"{len(tokens)} kinds in {len(PLACES)} places", file=sys.stderr)


def main() -> int:
    """Print the parts that grow too fast, the worst input of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=int, default=4000, help="characters of the shortest input")
    parser.add_argument("--most", type=float, default=2.3, help="ratio allowed for a doubling")
    parser.add_argument("--least", type=float, default=4.0, help="milliseconds worth asking")
    parser.add_argument("--part", type=int, default=0)
    parser.add_argument("--parts", type=int, default=1, help="do every so many-th kind only")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--shapes", default="", help=f"readers instead: {','.join(SHAPES)}")
    args = parser.parse_args()
    signal.signal(signal.SIGPROF, _ring)
    request = api.Request(api.load_ruleset(), DAY)
    clock = Clock()
    watch(clock)
    formats, shapes = (tuple(filter(None, w.split(","))) for w in (args.formats, args.shapes))
    judge = _quiet(
        lambda text: (
            measure_shapes(text, request, clock, shapes)
            if shapes
            else measure(text, request, clock, formats)
        )
    )
    gc.disable()
    judge(PLACES[6].fill("一、做好工作。", 2000))  # what is built once is no growth
    worst: dict[str, list[Growth]] = defaultdict(list)
    for growth in suspicious(args, judge):
        worst[growth.part].append(growth)
        shown = " ".join(f"{seconds * 1000:8.1f}" for seconds in growth.times)
        place = f"{growth.part:26} {growth.place:11} {growth.token!r:24}"
        print(f"{growth.ratio:5.2f} {place} {shown} ms", flush=True)
    for part, all_of in sorted(worst.items(), key=lambda both: -max(g.ratio for g in both[1])):
        print(f"== {part}: {len(all_of)} kinds, worst {max(g.ratio for g in all_of):.2f}")
    return int(bool(worst))


def _quiet(judge: Callable[[str], Times]) -> Callable[[str], Times]:
    def silent(text: str) -> Times:
        with redirect_stdout(sys.stderr):
            return judge(text)

    return silent


if __name__ == "__main__":
    sys.exit(main())
