"""Two kinds of error exist: those a user can mend, and ours. This is the first kind."""

from __future__ import annotations

from consentry_policy.sentences import Sentence


class MendableError(Exception):
    """Something the user can put right. Its text is one sentence that says what to do next and names no person.

    It takes a str, or a Sentence where there are values; ``str`` of it is English either way.
    """

    @property
    def told(self) -> Sentence:
        """The sentence with its values, for a window in another language."""
        said = self.args[0] if self.args else ""
        return said if isinstance(said, Sentence) else Sentence(str(self))
