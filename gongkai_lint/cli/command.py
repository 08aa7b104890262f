"""What a command asks for, as data: click makes its command line of it, where click is needed.

A right command line is read here (``plain``). Importing click, with ``inspect`` and what else it
brings, costs as much as checking a short text; so only a wrong or unusual one, a help page or a
completion goes to click, which has the words for them (``chinese``).
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from gongkai_lint.named import NamedTuple

Run = Callable[..., int | None]


class Parameter(NamedTuple):
    """An option, or an argument (without ``flags``), and its settings as click names them."""

    name: str
    flags: tuple[str, ...]
    settings: dict[str, Any]

    @property
    def is_flag(self) -> bool:
        """Whether it stands alone, without a value."""
        return bool(self.settings.get("is_flag"))

    @property
    def many(self) -> bool:
        """Whether it may stand more than once."""
        return bool(self.settings.get("multiple")) or self.settings.get("nargs") == -1

    @property
    def otherwise(self) -> Any:
        """What it is when it is not said."""
        return self.settings.get("default", () if self.many else False if self.is_flag else None)

    @property
    def required(self) -> bool:
        """Whether it has to be said."""
        argument = not self.flags and "default" not in self.settings
        return bool(self.settings.get("required", argument))

    def value(self, word: str) -> Any:
        """Read a word; raises ``ValueError`` with a Chinese sentence."""
        kind = self.settings.get("type")
        return kind.read(word) if kind else word


class Command(NamedTuple):
    """A command: its name, what it does, what it asks for, and its help as click takes it."""

    name: str
    run: Run
    parameters: tuple[Parameter, ...]
    settings: dict[str, Any]


def option(*flags: str, **settings: Any) -> Callable[[Run], Run]:
    """Let a command ask for an option; a last word without a dash is its name."""
    named = [flag for flag in flags if not flag.startswith("-")]
    dashed = tuple(flag for flag in flags if flag.startswith("-"))
    longest = max(dashed, key=len)
    name = named[0] if named else longest.lstrip("-").replace("-", "_")
    return _asking(Parameter(name, dashed, settings))


def argument(name: str, **settings: Any) -> Callable[[Run], Run]:
    """Let a command ask for an argument."""
    return _asking(Parameter(name, (), settings))


def _asking(parameter: Parameter) -> Callable[[Run], Run]:
    def decorate(run: Run) -> Run:
        run.__dict__.setdefault("asked", []).append(parameter)
        return run

    return decorate


def command(name: str, **settings: Any) -> Callable[[Run], Command]:
    """Make a command of a function and what was asked for below."""

    def decorate(run: Run) -> Command:
        return Command(name, run, tuple(reversed(run.__dict__.get("asked", []))), settings)

    return decorate


def plain(wanted: Command, words: Sequence[str]) -> dict[str, Any] | None:
    """Read a right command line; None where click has something to say or to explain."""
    flags = {flag: parameter for parameter in wanted.parameters for flag in parameter.flags}
    said: dict[str, list[Any]] = {}
    loose: list[str] = []
    rest = iter(words)
    try:
        for word in rest:
            if not word.startswith("-") or word == "-":
                loose.append(word)
                continue
            flag, equals, value = word.partition("=")
            parameter = flags[flag]
            if parameter.is_flag:
                if equals:
                    return None
                said[parameter.name] = [True]
                continue
            found = parameter.value(value if equals else next(rest))
            said[parameter.name] = [*said.get(parameter.name, ()), found]
        for parameter in wanted.parameters:
            if not parameter.flags:
                taken, loose = (loose, []) if parameter.many else (loose[:1], loose[1:])
                if taken:
                    said[parameter.name] = [parameter.value(word) for word in taken]
    except (KeyError, StopIteration, ValueError):
        return None
    if loose or any(p.required and p.name not in said for p in wanted.parameters):
        return None
    return {
        p.name: (tuple(said[p.name]) if p.many else said[p.name][-1])
        if p.name in said
        else p.otherwise
        for p in wanted.parameters
    }


class OneOf:
    """One of a few words."""

    name = "词"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def read(self, word: str) -> str:
        """Give the word itself."""
        if word not in self.choices:
            raise ValueError(f"只能是 {'、'.join(self.choices)}，现为“{word}”。")
        return word


class Day:
    """A day written as 2020-11-24."""

    name = "日期"

    def read(self, word: str) -> date:
        """Read the day."""
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise ValueError(f"应是真实的日期，写作 2020-11-24，现为“{word}”。") from None


class Count:
    """A whole number from 1 on."""

    name = "数"

    def read(self, word: str) -> int:
        """Read the number."""
        if not word.isdecimal() or int(word) < 1:
            raise ValueError(f"应是 1 以上的整数，现为“{word}”。")
        return int(word)


before_saying: list[Callable[[], None]] = []


def say(words: str, *, err: bool = False, nl: bool = True) -> None:
    """Write a line to the screen; after it nothing is held back."""
    for make_way in before_saying:
        make_way()
    stream = sys.stderr if err else sys.stdout
    stream.write(words + "\n" * nl)
    stream.flush()
