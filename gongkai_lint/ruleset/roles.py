"""The words by which the files of a submission are told apart."""

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.dossier import Role
from gongkai_lint.named import NamedTuple


class RoleWords(NamedTuple):
    """The names of files in a role, and the families of rules by which they are judged.

    ``words`` are looked for in a file's name without version and extension, then in its title;
    ``names`` only in its whole name.
    """

    role: Role
    words: tuple[Pattern, ...] = ()
    names: tuple[Pattern, ...] = ()
    topics: tuple[str, ...] = ()

    def names_file(self, name: str, stem: str) -> bool:
        """Say whether a file's name, or its name without version and extension, tells the role."""
        return self.titles(stem) or any(pattern.occurs(name) for pattern in self.names)

    def titles(self, words: str) -> bool:
        """Say whether a title tells the role."""
        return any(pattern.occurs(words) for pattern in self.words)
