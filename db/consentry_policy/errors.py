"""Two kinds of error exist: those a user can mend, and ours. This is the first kind."""

from __future__ import annotations


class MendableError(Exception):
    """Something the user can put right. Its text is one sentence that says what to do next and names no person."""
