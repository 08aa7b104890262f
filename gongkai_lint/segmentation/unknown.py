"""Words that no dictionary has: names, above all. A hidden Markov model of four states.

A character begins a word, stands within, ends it, or is one alone (B, M, E, S). The likelihoods
are jieba's: those of a character in ``characters.txt``, those of a step from state to state here.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from gongkai_lint.segmentation.table import Table

_NEVER = -3.14e100
_STATES = "BMES"
_FIRST = {"B": -0.26268660809250016, "M": _NEVER, "E": _NEVER, "S": -1.4652633398537678}
# For each state those that may stand before it, in the order in which jieba asks them.
_STEPS = {
    "B": {"E": -0.5897149736854513, "S": -0.7211965654669841},
    "M": {"M": -1.2603623820268226, "B": -0.916290731874155},
    "E": {"B": -0.510825623765990, "M": -0.33344856811948514},
    "S": {"S": -0.6658631448798212, "E": -0.8085250474669937},
}
_CHINESE = re.compile(r"([\u4E00-\u9FD5]+)")
_NUMBER = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
_KEPT = 1_024


def joined(run: str) -> Iterator[str]:
    """Yield the words of a run of characters that the dictionary has only alone."""
    for number, part in enumerate(_CHINESE.split(run)):
        if number % 2:
            yield from _words(part)
        else:
            yield from filter(None, _NUMBER.split(part))


def _words(run: str) -> Iterator[str]:
    begin = 0
    for at, state in enumerate(_likeliest(run)):
        if state == "B":
            begin = at
        elif state == "E":
            yield run[begin : at + 1]
        elif state == "S":
            yield run[at]


def _likeliest(run: str) -> str:
    """Give the likeliest state of each character; the last one ends a word."""
    own = _likelihoods(run[0])
    value = {state: _FIRST[state] + own[state] for state in _STATES}
    path = dict(zip(_STATES, _STATES, strict=True))
    for character in run[1:]:
        own = _likelihoods(character)
        best = {
            state: max((value[last] + step + own[state], last) for last, step in before.items())
            for state, before in _STEPS.items()
        }
        value = {state: reached for state, (reached, _) in best.items()}
        path = {state: path[last] + state for state, (_, last) in best.items()}
    return path[max((value[state], state) for state in "ES")[1]]


@lru_cache(_KEPT)
def _likelihoods(character: str) -> Mapping[str, float]:
    key = f"{character} ".encode()
    line = _table().first_from(key)
    told = line.decode().split()[1:] if line.startswith(key) else ["-"] * len(_STATES)
    return {
        state: _NEVER if one == "-" else float(one)
        for state, one in zip(_STATES, told, strict=True)
    }


@cache
def _table() -> Table:
    return Table("characters.txt")
