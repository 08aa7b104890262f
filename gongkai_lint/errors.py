"""Every exception that the program raises on purpose.

GongkaiLintError
├── UsageError          wrong command line or configuration       exit 2
├── RuleFileError       one or more rule files are wrong          exit 2
└── UnreadableError     a document cannot be read                 exit 3

Messages are Chinese sentences for an official: what, where, and what to do.
"""


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
