"""A sentence as its words and its values, so that a window can say it in another language.

``str`` of it is the English sentence: that is what the command line prints and what is stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACE = re.compile(r"\{\{|\}\}|\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``template`` has places such as {number}; ``values`` fill them, by name. Those named in ``fixed`` are our
    own words and are translated, too; any other is a name, a number or a cell and is not. ``capital``: the first
    letter is made large, as a value may stand first.
    """

    template: str
    values: tuple[tuple[str, str], ...] = ()
    fixed: tuple[str, ...] = ()
    capital: bool = False

    def __str__(self) -> str:
        return self.filled(self.template, dict(self.values))

    def of(self, **values: object) -> Sentence:
        """The same words with these values, as `say`."""
        return say(self.template, **values)

    def filled(self, template: str, values: dict[str, str]) -> str:
        """``template`` with its places filled; what has no value stays, and a doubled brace is one. No
        ``str.format``: a template may come from a file or a child, and "{person.x}" would reach into the program.
        """
        text = _PLACE.sub(lambda at: values.get(at[1], at[0]) if at[1] else at[0][0], template)
        return text[:1].upper() + text[1:] if self.capital else text


def say(template: str, /, **values: object) -> Sentence:
    """A sentence with its values. A value that is a Sentence without values is fixed words; raises ValueError for
    one that has values of its own, as a translation could not reach them.
    """
    fixed = tuple(name for name, value in values.items() if isinstance(value, Sentence))
    for name in fixed:
        if getattr(values[name], "values", ()):
            raise ValueError(f"the value {name} has values of its own")
    return Sentence(template, tuple((name, str(value)) for name, value in values.items()), fixed)
