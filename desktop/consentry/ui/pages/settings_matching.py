"""The card on face matching: whose faces are matched, and how many false alarms that may cost."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QWidget

from consentry.services import settings
from consentry.services.operation import Changes
from consentry.services.retention_job import RetentionReport
from consentry.services.settings import SettingsView, ThresholdsView
from consentry.services.vaults import MATCHING_NOTES
from consentry.ui import said, style
from consentry.ui.widgets.page import Page, as_card, labelled, words
from consentry_policy.recognise import Matching

_PER = 1000  # the promise is told of a thousand strangers' faces


class MatchingCard(QWidget):
    """Says how this vault matches, with the note on the law, and changes it after asking once."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.now = words("", "field")
        self.mode = QComboBox()
        for mode in Matching:
            self.mode.addItem(said.matching(MATCHING_NOTES[mode.value][0]), mode)
        self.mode.currentIndexChanged.connect(lambda _: self._mode_chosen())
        self.note = words("", "small")
        self.change_button = QPushButton(self.tr("Change whose faces are matched"))
        self.change_button.clicked.connect(self._ask)
        self.wide = _rate(self.tr(" of 1,000 may raise an alarm"), 0.5)
        self.strict = _rate(self.tr(" of 1,000 may be taken for somebody"), 0.5)
        self.rates_button = QPushButton(self.tr("Set the rates"))
        self.rates_button.clicked.connect(self._set_rates)
        self.used = words("", "small")
        self._lay_out()

    def load(self) -> None:
        """Show what is set."""
        session = self._page.context.session
        self._page.fetch(lambda: settings.view(session), self._show_matching)
        self._page.fetch(lambda: settings.thresholds(session), self._show_thresholds)

    def concerns(self, changes: Changes) -> bool:
        """Whether a change touches what is shown here."""
        return changes.settings

    def _show_matching(self, view: SettingsView) -> None:
        title = said.matching(MATCHING_NOTES[view.matching.value][0])
        self.now.setText(self.tr("Face matching: {mode}").format(mode=title))
        self.mode.setCurrentIndex(self.mode.findData(view.matching))
        self.wide.setValue(view.wide * _PER)
        self.strict.setValue(view.strict * _PER)
        self._mode_chosen()

    def _show_thresholds(self, used: ThresholdsView | None) -> None:
        if used is None:
            self.used.setText(self.tr("No thresholds yet: nobody is enrolled to be matched."))
            return
        said = (
            self.tr("Now suspected from a likeness of {wide}; nobody is identified without a person.")
            if used.identified is None
            else self.tr("Now suspected from a likeness of {wide}, identified from {strict}.")
        )
        where = {
            "COHORT": self.tr("Measured on faces of this vault's own photos ({faces})."),
            "GALLERY": self.tr("Measured on this vault's portraits, each person against all others ({faces})."),
            "SHIPPED": self.tr("From statistics that come with the program: this vault has too few faces yet."),
        }[used.source.name]
        text = self.locale().toString
        values = {"wide": text(used.suspected, "f", 2), "strict": text(used.identified or 0.0, "f", 2)}
        self.used.setText(f"{said} {where}".format(faces=used.faces, **values))

    def _mode_chosen(self) -> None:
        chosen = Matching(self.mode.currentData())
        self.note.setText(said.matching(MATCHING_NOTES[chosen.value][1]))
        self.change_button.setEnabled(chosen is not self._page.context.session.matching)

    def _ask(self) -> None:
        wanted = Matching(self.mode.currentData())
        sentence = (
            self.tr("Every face template is destroyed at once, in the backups too; consents and decisions stay.")
            if wanted is Matching.OFF
            else self.tr("Every photo is judged anew; photos that were cleared may need review afterwards.")
        )
        self._page.message.say(sentence, "care", self.tr("Change it"), lambda: self._change(wanted))
        self._page.message.action.setFocus()

    def _change(self, wanted: Matching) -> None:
        session = self._page.context.session
        self._page.run(
            lambda: settings.set_matching(session, wanted),
            self._changed,
            self.tr("Changing whose faces are matched"),
        )

    def _changed(self, report: RetentionReport | None) -> None:
        gone = report.portraits + report.faces if report is not None else 0
        said = self.tr("%n face template(s) destroyed; matching is off.", "", gone)
        self._page.message.say(self.tr("This vault matches as you chose.") if report is None else said, "done")
        self.load()

    def _set_rates(self) -> None:
        session, wide, strict = self._page.context.session, self.wide.value() / _PER, self.strict.value() / _PER
        self._page.run(
            lambda: settings.set_rates(session, wide, strict),
            lambda _: self._page.message.say(
                self.tr("The alarm rates are set; every photo is judged anew."), "done"
            ),
            self.tr("Judging every photo anew"),
        )

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("Face matching"))
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.now)
        self.mode.setAccessibleName(self.tr("Whose faces are matched"))
        self.mode.setMaximumWidth(style.wide(340))
        column.addWidget(self.mode)
        column.addWidget(self.note)
        column.addWidget(self.change_button, 0, left)
        column.addSpacing(style.SPACE)
        column.addWidget(words(self.tr("Of 1,000 strangers' faces"), "field"))
        labelled(
            column,
            self.tr("How many may raise an alarm, which a person then looks at"),
            self.wide,
            self.tr("More alarms: more work, and fewer people without consent are missed."),
        )
        labelled(
            column,
            self.tr("How many may be taken for somebody with nobody looking"),
            self.strict,
            self.tr("Keep it low: such a face could clear a photo by mistake."),
        )
        for field in (self.wide, self.strict):
            field.setMaximumWidth(style.wide(340))
        column.addWidget(self.rates_button, 0, left)
        column.addWidget(self.used)


class _Rate(QDoubleSpinBox):
    """Says 100 for 100.000, which where a comma is the decimal sign reads as a hundred thousand."""

    def textFromValue(self, value: float) -> str:
        shortest = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
        return self.locale().toString(round(value, self.decimals()), "f", shortest)


def _rate(suffix: str, most: float) -> QDoubleSpinBox:
    box = _Rate()
    box.setDecimals(3)
    box.setRange(0.001, most * _PER)
    box.setSuffix(suffix)
    box.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach the inner line
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page; it must not turn a rate
    return box
