"""What all rows of one import share: the recipe, the listed channels, how dates are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from consentry_intake.sheets.book import Sheet
from consentry_intake.sheets.dates import order_of
from consentry_intake.sheets.headers import Header
from consentry_intake.sheets.recipe import DateOrder, Meaning, Recipe
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.values import casts_doubt
from consentry_intake.sheets.words import flag_in
from consentry_policy.channels import ChannelKind
from consentry_policy.sentences import Sentence

_DATED = {Meaning.TIMESTAMP, Meaning.SIGNED_ON, Meaning.FROM, Meaning.UNTIL, Meaning.BIRTH_DATE, Meaning.CONSENT}
_NO_ALERT = {"", "n", "no", "none", "false", "0", "-", "n/a", "na"}


@dataclass(slots=True)
class Context:
    """Shared by every row. ``listed`` are the district's channels by name."""

    sha256: str
    recipe: Recipe
    listed: dict[str, ChannelKind]
    notes: list[Sentence] = field(default_factory=list)
    adults: dict[str, str] = field(default_factory=dict)  # names of parents, who are on no roster, by number
    _orders: dict[str, DateOrder | None] = field(default_factory=dict)
    _flags: dict[str, str | None] = field(default_factory=dict)

    def date_order(self, sheet: Sheet, header: Header) -> DateOrder | None:
        """The recipe's order, or the one that the sheet's own dates prove; None leaves doubtful dates unread."""
        if self.recipe.date_order is not None:
            return self.recipe.date_order
        if sheet.name not in self._orders:
            self._orders[sheet.name] = self._proved(sheet, header)
        return self._orders[sheet.name]

    def only_order(self) -> DateOrder | None:
        """The one order that the sheets read so far prove, for dates inside consent columns."""
        proved = {order for order in self._orders.values() if order is not None}
        return proved.pop() if len(proved) == 1 else None

    def _proved(self, sheet: Sheet, header: Header) -> DateOrder | None:
        columns = []
        for index, name in enumerate(header.names):
            rule = self.recipe.rule(name) if name else None
            if rule is not None and rule.meaning in _DATED:
                columns.append(index)
        rows = sheet.rows[header.first_data_row :]
        return order_of([row[index].text for row in rows for index in columns if index < len(row)])

    def resolve(self, tokens: tuple[str, ...]) -> frozenset[str]:
        """The listed channels that names or kinds stand for; a kind nobody listed gives nothing."""
        found = set()
        for token in tokens:
            wanted = norm(token)
            named = {name for name in self.listed if norm(name) == wanted}
            found |= named or {name for name, kind in self.listed.items() if norm(kind.value) == wanted}
        return frozenset(found)

    def asked(self) -> frozenset[str] | None:
        """The channels that the import asks about; None for all listed."""
        return None if self.recipe.channels is None else self.resolve(self.recipe.channels)

    def note_flag(self, text: str) -> str | None:
        """The flag of a remark; a no in a remark is one too: "no photos" never goes unseen."""
        if text not in self._flags:
            self._flags[text] = self._note_flag(text)
        return self._flags[text]

    def _note_flag(self, text: str) -> str | None:
        if not text.strip():
            return None
        return flag_in(text) or ("a remark" if casts_doubt(text) else None)

    @staticmethod
    def alert_flag(text: str) -> str | None:
        """The flag of an alert column: anything but an empty cell or a plain no."""
        return None if norm(text) in _NO_ALERT else flag_in(text) or "alert"
