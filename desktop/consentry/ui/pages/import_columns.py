"""The second step of an import: what each column means, and the questions only a person can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from consentry.ui import said, style
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import action_button, card, words
from consentry_intake.sheets import ColumnRule, Meaning, Polarity, Proposal, Question
from consentry_intake.sheets.answering import answer
from consentry_intake.sheets.consent_column import column_question
from consentry_policy.sentences import Sentence

_EXAMPLES = 4


def meaning_word(meaning: Meaning) -> str:
    """What a column holds, in words."""
    translate = QCoreApplication.translate
    return {
        Meaning.IGNORE: translate("Meaning", "nothing that is used"),
        Meaning.NUMBER: translate("Meaning", "the school number"),
        Meaning.OWN_ID: translate("Meaning", "our own id of a person without a number"),
        Meaning.FULL_NAME: translate("Meaning", "first and last name"),
        Meaning.LAST_NAME: translate("Meaning", "the last name"),
        Meaning.FIRST_NAME: translate("Meaning", "the first name"),
        Meaning.PREFERRED_NAME: translate("Meaning", "the name they go by"),
        Meaning.GRADE: translate("Meaning", "the grade"),
        Meaning.HOMEROOM: translate("Meaning", "the homeroom"),
        Meaning.SCHOOL: translate("Meaning", "the school"),
        Meaning.BIRTH_DATE: translate("Meaning", "the birth date"),
        Meaning.ROLE: translate("Meaning", "student or co-worker"),
        Meaning.STATUS: translate("Meaning", "whether they are enrolled"),
        Meaning.GUARDIAN: translate("Meaning", "a guardian's name"),
        Meaning.SIGNER: translate("Meaning", "who signed"),
        Meaning.SIGNER_EMAIL: translate("Meaning", "the signer's email"),
        Meaning.TIMESTAMP: translate("Meaning", "when it was answered"),
        Meaning.SIGNED_AS: translate("Meaning", "as what they signed"),
        Meaning.SIGNED_ON: translate("Meaning", "the day it was signed"),
        Meaning.FROM: translate("Meaning", "the first day it holds"),
        Meaning.UNTIL: translate("Meaning", "the last day it holds"),
        Meaning.EVIDENCE: translate("Meaning", "where the form is kept"),
        Meaning.CONSENT: translate("Meaning", "the answer about photos"),
        Meaning.TOPIC: translate("Meaning", "what the row's answer is about"),
        Meaning.CHANNELS: translate("Meaning", "which channels the answer covers"),
        Meaning.NOTES: translate("Meaning", "notes, read for warnings only"),
        Meaning.ALERT: translate("Meaning", "an alert: anything in it is a warning"),
    }[meaning]


class ColumnsStep(QScrollArea):
    """Emits ``ready`` with the completed `Proposal`, ``back`` for the step before, ``ask_again`` where an earlier
    import's recipe is not to be followed.
    """

    ready = Signal(object)
    back = Signal()
    ask_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self._proposal: Proposal | None = None
        self.answers: dict[str, QComboBox] = {}
        self.meanings: dict[str, QComboBox] = {}
        self.polarities: dict[str, QComboBox] = {}
        self.message = MessageLine()
        self.next_button = action_button(self.tr("Show the preview"), primary=True)
        self.next_button.clicked.connect(self.submit)
        self.back_button = QPushButton(self.tr("Another sheet"))
        self.back_button.clicked.connect(self.back)
        self.again_button = QPushButton(self.tr("Ask me everything again"))
        self.again_button.setToolTip(self.tr("Forget how such a sheet was read the last time"))
        self.again_button.clicked.connect(self.ask_again)
        self.setFocusProxy(self.next_button)

    def show_proposal(self, proposal: Proposal, differences: Sequence[Sentence] | None = None) -> None:
        """Show what the program makes of the sheet, and ask what it cannot know. ``differences``: it follows the
        recipe of an earlier import, and this is what is not as it was then.
        """
        self._proposal = proposal
        for button in (self.next_button, self.back_button, self.again_button, self.message):
            button.setParent(None)
        self.answers, self.meanings, self.polarities = {}, {}, {}
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, style.SPACE, 0)
        column.setSpacing(style.SPACE * 2)
        column.addWidget(self.message)
        if proposal.questions:
            column.addWidget(self._questions(proposal))
        column.addWidget(self._columns(proposal))
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addWidget(self.again_button)
        row.addStretch(1)
        row.addWidget(self.next_button)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inside)
        self.again_button.setVisible(differences is not None)
        self.message.clear()
        notes = proposal.notes if differences is None else differences
        if notes:
            self.message.say(" ".join(map(said.sentence, notes)), "info")

    def submit(self) -> None:
        """Go on, once every question that must be answered is."""
        if self._proposal is None:
            return
        proposal, chosen = self._as_mapped(self._proposal)
        for question in proposal.questions:
            box = self.answers.get(question.id)
            if question.id not in chosen and box is not None and box.currentData() is not None:
                chosen[question.id] = str(box.currentData())
        open_now = [q for q in proposal.questions if q.required and q.id not in chosen]
        if open_now:
            self.message.say(
                self.tr("Answer this first: {question}").format(question=said.sentence(open_now[0].text)), "care"
            )
            self.answers[open_now[0].id].setFocus()
            return
        answered = answer(proposal, chosen)
        if any(question.required for question in answered.questions):
            self.show_proposal(answered)  # an answer can raise a new question
            return
        self.ready.emit(answered)

    def _as_mapped(self, proposal: Proposal) -> tuple[Proposal, dict[str, str]]:
        """The proposal with the columns as they are mapped now, and what mapping by hand has answered already."""
        answers: dict[str, str] = {}
        questions, rules = list(proposal.questions), {rule.header: rule for rule in proposal.recipe.columns}
        for shown in proposal.columns:
            meaning = Meaning(self.meanings[shown.header].currentData())
            if meaning is shown.meaning:
                continue
            questions = [q for q in questions if q.column != shown.header]
            rules[shown.header] = ColumnRule(shown.header, meaning)
            way = Polarity(self.polarities[shown.header].currentData())
            if meaning is Meaning.CONSENT and way is not Polarity.UNKNOWN:
                question = column_question(shown.header, shown.values, Sentence(""), required=True)
                questions.append(question)  # its answer draws up what each value of the column says
                answers[question.id] = way.value
        recipe = replace(proposal.recipe, columns=tuple(rules[rule.header] for rule in proposal.recipe.columns))
        return replace(proposal, recipe=recipe, questions=tuple(questions)), answers

    def _questions(self, proposal: Proposal) -> QWidget:
        frame, column = card()
        column.addWidget(words(self.tr("Only you can know this"), "heading"))
        for question in proposal.questions:
            column.addWidget(words(said.sentence(question.text)))
            box = self._answer_box(question)
            self.answers[question.id] = box
            column.addWidget(box)
        return frame

    def _answer_box(self, question: Question) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(said.sentence(question.text))
        if question.default is None:
            box.addItem(self.tr("Choose…") if question.required else self.tr("Leave it open"), None)
        for option in question.options:
            box.addItem(said.sentence(option.label), option.value)
        if question.default is not None:
            box.setCurrentIndex(max(0, box.findData(question.default)))
        return box

    def _columns(self, proposal: Proposal) -> QWidget:
        frame, column = card()
        column.addWidget(words(self.tr("What the columns mean"), "heading"))
        column.addWidget(words(self.tr("Whatever is not mapped here never becomes a yes."), "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(style.SPACE * 2)
        grid.setVerticalSpacing(style.SPACE)
        grid.setColumnStretch(1, 1)
        for row, shown in enumerate(proposal.columns):
            header = words(shown.header, "field")
            examples = " · ".join(value.text for value in shown.values[:_EXAMPLES])
            values = words(examples or self.tr("all cells are blank"), "small")
            box = QComboBox()
            box.setAccessibleName(self.tr("Meaning of the column {header}").format(header=shown.header))
            box.setToolTip(said.sentence(shown.reason))
            for meaning in Meaning:
                box.addItem(meaning_word(meaning), meaning)
            box.setCurrentIndex(box.findData(shown.meaning))
            way = self._polarity_box(shown.header)
            box.currentIndexChanged.connect(_showing_when_consent(box, way, shown.meaning))
            self.meanings[shown.header], self.polarities[shown.header] = box, way
            grid.addWidget(header, row * 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(values, row * 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(box, row * 2, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(way, row * 2 + 1, 2)
        column.addLayout(grid)
        return frame

    def _polarity_box(self, header: str) -> QComboBox:
        way = QComboBox()
        way.setAccessibleName(self.tr("What Yes means in the column {header}").format(header=header))
        way.addItem(self.tr("Yes: leave it unread"), Polarity.UNKNOWN)
        way.addItem(self.tr("Yes: may appear"), Polarity.PERMISSION)
        way.addItem(self.tr("Yes: opts out"), Polarity.OPT_OUT)
        way.hide()
        return way


def _showing_when_consent(box: QComboBox, way: QComboBox, drafted: Meaning) -> object:
    def changed(_index: int) -> None:
        way.setVisible(box.currentData() == Meaning.CONSENT and drafted is not Meaning.CONSENT)

    return changed
