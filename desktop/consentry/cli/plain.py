"""What the library of the command line says of a value that does not fit, without that library's own words."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

_THEIRS = "Value error, "
_PLAIN = {
    "Input should be a valid integer": "write a whole number, such as 3.",
    "Input should be a valid number": "write a number, such as 0.01.",
}


class PlainGroup(TyperGroup):
    """Every command is below it, so every refusal of a value passes here."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command. Raises what it raises, a refused value in plain words."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain(error.message)
            raise


def plain(message: str) -> str:
    """The message as a user reads it."""
    for begins, words in _PLAIN.items():
        if message.startswith(begins):
            return words
    return message.removeprefix(_THEIRS)
