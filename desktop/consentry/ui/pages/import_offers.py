"""In the preview of an import: whom a row in doubt is about, which only a person can say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from consentry.services.roster_import import NEW, PlanOffer, PlanProblem
from consentry.ui import style
from consentry.ui.said import sentence
from consentry.ui.widgets.page import action_button, card, words


class OffersPanel(QWidget):
    """One row in doubt at a time. Choices are gathered; ``apply`` gives them all, by row, once every row has one
    or the user asks for it. ``changed`` after each.
    """

    apply = Signal(dict)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: set[str] = set()
        self._problem: PlanProblem | None = None
        self.choices: dict[str, str] = {}
        self.title = words("", "field")
        self.title.setWordWrap(True)
        self.people = QComboBox()
        self.people.setAccessibleName(self.tr("Who of the roster this row may be"))
        self.same_button = action_button(self.tr("It is this person"))
        self.same_button.clicked.connect(lambda: self._choose(str(self.people.currentData())))
        self.new_button = QPushButton(self.tr("A new person"))
        self.new_button.clicked.connect(lambda: self._choose(NEW))
        self.apply_button = action_button(self.tr("Apply"))
        self.apply_button.clicked.connect(lambda: self.apply.emit(dict(self.choices)))
        frame, column = card()
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        row.addWidget(self.people, 1)
        row.addWidget(self.same_button)
        row.addWidget(self.new_button)
        row.addWidget(self.apply_button)
        column.addWidget(self.title)
        column.addLayout(row)
        holder = QHBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(frame)

    @property
    def in_doubt(self) -> int:
        """How many rows of the plan have offers."""
        return len(self._rows)

    def begin(self, problems: Sequence[PlanProblem]) -> None:
        """Another plan: nothing is chosen yet."""
        self._rows = {problem.row for problem in problems if problem.offers}
        self.choices = {}
        self.show_problem(None)

    def show_problem(self, problem: PlanProblem | None) -> None:
        """Ask about another row; hidden for one without offers."""
        self._problem = problem if problem is not None and problem.offers else None
        self.setVisible(self._problem is not None)
        if self._problem is None:
            return
        said = self.tr("{name} ({where}): who of the roster is that?")
        self.title.setText(said.format(where=sentence(self._problem.where).lstrip("!"), name=self._problem.name))
        self.new_button.setVisible(self._problem.may_be_new)
        self.people.clear()
        for offer in self._problem.offers:
            self.people.addItem(self._words(offer), offer.person)
        place = self.people.findData(self.choices.get(self._problem.row))
        self.people.setCurrentIndex(max(0, place))
        self._count()

    def word(self, problem: PlanProblem) -> str:
        """What was chosen for a row, for the table."""
        if not problem.offers:
            return ""
        chosen = self.choices.get(problem.row)
        if chosen is None:
            return self.tr("to be said")
        if chosen == NEW:
            return self.tr("a new person")
        return next((offer.name for offer in problem.offers if offer.person == chosen), "")

    def _words(self, offer: PlanOffer) -> str:
        number = self.tr("number {number}").format(number=offer.number) if offer.number else self.tr("no number")
        return f"{offer.name} · {number} · {sentence(offer.reason)}"

    def _choose(self, person: str) -> None:
        if self._problem is None:
            return
        self.choices[self._problem.row] = person
        self._count()
        self.changed.emit()
        if self._rows <= self.choices.keys():
            self.apply.emit(dict(self.choices))

    def _count(self) -> None:
        self.apply_button.setVisible(bool(self.choices))
        self.apply_button.setText(self.tr("Apply %n choice(s)", "", len(self.choices)))
