"""The card on the engine: what finds faces and tells them apart, and what it costs to take another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from consentry.services import settings
from consentry.services.recognition import FACE_RECOGNITION, STANDARD
from consentry.services.session import Session
from consentry.services.settings import EngineView
from consentry.ui import style
from consentry.ui.widgets.page import Page, as_card, words


class EngineCard(QWidget):
    """Offers the engines there are here, a sentence on each, and changes to one after asking once."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._known: dict[str, EngineView] = {}
        self._set = ""
        self.now = words("", "field")
        self.engine = QComboBox()
        self.engine.setAccessibleName(self.tr("What finds and tells faces"))
        self.engine.setMaximumWidth(style.wide(340))
        self.engine.currentIndexChanged.connect(lambda _: self._engine_chosen())
        self.note = words("", "small")
        self.cost = words(
            self.tr(
                "What a change costs: all portraits are enrolled and all photos checked again, because templates "
                "of two engines are never compared. Until then nobody is recognised, and photos that were cleared "
                "may need review."
            ),
            "small",
        )
        self.change_button = QPushButton(self.tr("Change the engine"))
        self.change_button.clicked.connect(self._ask)
        self.change_button.setEnabled(False)
        self._lay_out()

    def load(self) -> None:
        """Show what is set and what there is; the models' manifest is read off the UI thread."""
        session = self._page.context.session
        self._page.fetch(lambda: _found(session), self._show_engines)

    def _show_engines(self, found: tuple[str, list[EngineView]]) -> None:
        self._set, engines = found
        self._known = {engine.name: engine for engine in engines}
        self.now.setText(self.tr("Engine: {name}").format(name=self._set))
        self.engine.blockSignals(True)
        self.engine.clear()
        for name in self._known:
            self.engine.addItem(name, name)
        self.engine.setCurrentIndex(self.engine.findData(self._set))
        self.engine.blockSignals(False)
        self._engine_chosen()

    def _engine_chosen(self) -> None:
        chosen = self._known.get(str(self.engine.currentData()))
        missing = self.tr("The model of this vault's engine is not in the model folder here; put it there.")
        self.note.setText(missing if chosen is None else self._says(chosen))
        self.change_button.setEnabled(chosen is not None and chosen.name != self._set)
        self.cost.setVisible(self.change_button.isEnabled())

    def _says(self, engine: EngineView) -> str:
        if engine.name == STANDARD:
            return self.tr("The one this program was measured with, and right for nearly everyone.")
        unmeasured = self.tr(
            "Nobody is identified by it without a person before it is measured on this vault's own faces."
        )
        if engine.name == FACE_RECOGNITION:
            what = self.tr(
                "Only to compare with programs built on face_recognition: it finds fewer than half of the faces "
                "that the standard engine finds, and tells people apart less well."
            )
        else:
            what = self.tr(
                "Finds faces as the standard engine does, and tells them apart by your own model "
                "(licence: {licence}; from: {origin})."
            ).format(licence=engine.licence, origin=engine.origin)
        return f"{what} {unmeasured}"

    def _ask(self) -> None:
        wanted = str(self.engine.currentData())
        self._page.message.say(
            self.tr("Nobody is recognised until the portraits are enrolled and the photos checked again."),
            "care",
            self.tr("Change it"),
            lambda: self._change(wanted),
        )
        self._page.message.action.setFocus()

    def _change(self, wanted: str) -> None:
        session = self._page.context.session
        self._page.run(lambda: settings.set_engine(session, wanted), self._changed, self.tr("Changing the engine"))

    def _changed(self, _: None) -> None:
        context = self._page.context
        self._page.message.say(
            self.tr("The engine is changed; now enrol the portraits, then check the photos again."),
            "done",
            self.tr("Go to the roster"),
            lambda: context.go_to("roster"),
        )

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("What finds and tells faces"))
        for part in (self.now, self.engine, self.note, self.cost):
            column.addWidget(part)
        column.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)


def _found(session: Session) -> tuple[str, list[EngineView]]:
    return settings.view(session).engine, settings.engines()
