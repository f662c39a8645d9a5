"""The filters above the grid: one chip a verdict with its count, person, reason, file name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from consentry.services.views import PhotoView
from consentry.ui import said
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.looks import verdict_icon
from consentry.ui.check.photo_model import Criteria, counts, people_of
from consentry.ui.widgets.verdict import verdict_word
from consentry_policy.verdicts import Outcome

_ORDER = (Outcome.BLOCKED, Outcome.REVIEW, Outcome.EXCEPTION, Outcome.CLEARED)


class FilterBar(QWidget):
    """Emits `changed` with the `Criteria` a user has set."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self)
        self.chips = {outcome: self._chip(outcome) for outcome in _ORDER}
        for chip in self.chips.values():
            row.addWidget(chip)
        self.person = self._combo(self.tr("Person"))
        self.reason = self._combo(self.tr("Reason"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("File name"))
        self.name.setAccessibleName(self.tr("Part of the file name"))
        self.name.setClearButtonEnabled(True)
        self.name.textChanged.connect(self._tell)
        row.addWidget(self.person)
        row.addWidget(self.reason)
        row.addWidget(self.name)
        self.set_photos([])

    def criteria(self) -> Criteria:
        """What the bar says now."""
        return Criteria(
            outcomes=frozenset(outcome for outcome, chip in self.chips.items() if chip.isChecked()),
            person=self.person.currentData(),
            reason=self.reason.currentData(),
            name=self.name.text().strip(),
        )

    def set_photos(self, photos: Sequence[PhotoView]) -> None:
        """Count the verdicts and offer the people and the reasons of these photos; what is set stays set."""
        found = counts(photos)
        for outcome, chip in self.chips.items():
            chip.setText(f"{verdict_word(outcome)}  {found[outcome]:,}")
            chip.setAccessibleName(
                self.tr("Show only {verdict}: {count}").format(verdict=verdict_word(outcome), count=found[outcome])
            )
        people: dict[str, str] = {}
        reasons: dict[str, str] = {}
        for photo in photos:
            people.update(people_of(photo))
            reasons.update((reason.code, reason.code) for reason in photo.reasons)
        _refill(self.person, self.tr("Anyone"), people)
        _refill(self.reason, self.tr("Any reason"), {code: said.reason_name(code) for code in reasons})

    def clear(self) -> None:
        """Show everything again."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.person.setCurrentIndex(0)
        self.reason.setCurrentIndex(0)
        self.name.clear()

    def _chip(self, outcome: Outcome) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setIcon(verdict_icon(outcome))
        chip.setIconSize(QSize(18, 18))
        chip.toggled.connect(self._tell)
        return chip

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        combo.currentIndexChanged.connect(self._tell)
        return combo

    def _tell(self, *_: object) -> None:
        self.changed.emit(self.criteria())


def _refill(combo: QComboBox, everything: str, choices: dict[str, str]) -> None:
    """Offer other choices without a signal; what was chosen stays, also where no photo shows it any more."""
    kept, kept_text = combo.currentData(), combo.currentText()
    if kept is not None:
        choices = {kept: kept_text, **choices}
    wanted = [
        (everything, None),
        *((text, key) for key, text in sorted(choices.items(), key=lambda pair: pair[1])),
    ]
    if wanted == [(combo.itemText(row), combo.itemData(row)) for row in range(combo.count())]:
        return
    combo.blockSignals(True)
    combo.clear()
    for text, key in wanted:
        combo.addItem(text, key)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)
