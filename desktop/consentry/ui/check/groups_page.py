"""Review by face: faces that look like one person get one answer; one key for all, one key parts the group."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from consentry.services import reviewing
from consentry.services.views import CandidateView, FaceQuestion
from consentry.ui.check.answer_panel import AnswerPanel
from consentry.ui.check.answers import Say, said, verb
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider
from consentry.ui.check.face_tiles import FaceTiles
from consentry.ui.check.flow import FlowLayout
from consentry.ui.check.keep_box import Keeper
from consentry.ui.check.person_search import PersonSearch
from consentry.ui.check.pictures import Pictures
from consentry.ui.check.questions import Questions
from consentry.ui.check.words import count_of_faces, face_word, person_line
from consentry.ui.said import sentence
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import words


class GroupsPage(QWidget):
    """Asks one question after the other. `left` for the grid, `photo_wanted` to see a face in its photo."""

    left = Signal()
    photo_wanted = Signal(str)

    def __init__(self, batch: Batch, decider: Decider, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batch, self._decider = batch, decider
        self.questions = Questions()
        self._loading = self._stale = False
        self.notice = MessageLine()
        self.heading = words("", "heading")
        self.heading.setWordWrap(True)
        self._left = words("", "muted")
        self._left.setWordWrap(False)
        self.tiles = FaceTiles(pictures.crops)
        self.answers = AnswerPanel(pictures)
        self._build()
        self.tiles.toggled.connect(self._say_question)
        self.answers.answered.connect(self._answer)
        self._keeper = Keeper(batch.context, self.answers.keep)
        self.answers.asked.connect(self._keeper.ask)
        self.answers.someone_else_wanted.connect(self.find_someone)
        batch.opened.connect(self._other_batch)
        batch.updated.connect(self._changed)

    def load(self) -> None:
        """Fetch the questions of the batch."""
        batch_id, channel, session = self._batch.id, self._batch.channel, self._batch.context.session
        if batch_id is None:
            self.notice.say(self.tr("Faces are grouped once all photos are checked; wait for the check to end."))
            return
        if self._loading:
            self._stale = True
            return
        self._loading, self._stale = True, False
        self._batch.context.runner.run(
            lambda: (batch_id, reviewing.questions(session, batch_id, channel)), self._loaded, self._not_loaded
        )

    def split(self) -> None:
        """Part the group: the ticked faces from the others, or where all are ticked, each on its own."""
        self.questions.split(self.tiles.ticked())
        self._ask()

    def step(self, by: int) -> None:
        """Leave this question for later."""
        self.questions.step(by)
        self._ask()

    def find_someone(self) -> None:
        """Someone else than the candidates: find them on the roster."""
        if self.questions.current is not None:
            search = PersonSearch(self._batch.context, self._batch.channel, self)
            search.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            search.chosen.connect(lambda person: self._answer(Say.CONFIRM, person))
            search.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answers and moves; what is neither goes on to the window."""
        moves: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_S: self.split,
            Qt.Key.Key_Space: lambda: self.step(1),
            Qt.Key.Key_PageDown: lambda: self.step(1),
            Qt.Key.Key_PageUp: lambda: self.step(-1),
            Qt.Key.Key_O: lambda: self._see_photo(self.tiles.currentRow()),
        }
        act = moves.get(Qt.Key(event.key())) if not event.modifiers() else None
        if event.matches(QKeySequence.StandardKey.Undo):
            self._decider.undo()
        elif act is not None:
            act()
        elif not self.answers.take_key(event):
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.split_button = QPushButton(self.tr("Split  (S)"))
        self.split_button.setToolTip(
            self.tr(
                "Ask about the ticked faces and the others apart; where all are ticked, about each on its own."
            )
        )
        self.split_button.clicked.connect(self.split)
        self.later = QPushButton(self.tr("Later  (Space)"))
        self.later.clicked.connect(lambda: self.step(1))
        self.see = QPushButton(self.tr("See the photo  (O)"))
        self.see.clicked.connect(lambda: self._see_photo(self.tiles.currentRow()))
        self.undo = QPushButton(self.tr("Undo  (Ctrl+Z)"))
        self.undo.clicked.connect(self._decider.undo)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self._left)
        foot = FlowLayout()
        for button in (self.split_button, self.later, self.see, self.undo):
            foot.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tiles, 1)
        column.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.answers)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addLayout(head)
        page.addWidget(self.notice)
        page.addWidget(split, 1)

    def _loaded(self, answer: tuple[str, list[FaceQuestion]]) -> None:
        self._loading = False
        batch_id, found = answer
        if batch_id != self._batch.id or self._stale:
            self.load()
            return
        before = self.questions.current
        self.questions = Questions(found)
        if before is not None:
            self.questions.keep_place_of(before.faces[0])
        self._ask()

    def _not_loaded(self, trouble: Trouble) -> None:
        self._loading = False
        self.notice.say_trouble(trouble)

    def _ask(self) -> None:
        question = self.questions.current
        for part in (self.tiles, self.split_button, self.later, self.see):
            part.setEnabled(question is not None)
        self._left.setText(
            self.tr("question {place} of {count} · %n face(s)", "", self.questions.faces).format(
                place=self.questions.place + 1, count=len(self.questions)
            )
            if question is not None
            else ""
        )
        if question is None:
            self.tiles.show_faces([])
            self.answers.ask_nothing()
            self.heading.setText(self.tr("No face is left to answer for."))
            return
        self.tiles.show_faces(question.faces)
        self.answers.ask(question.faces, question.candidates, self._clause)
        self._say_question()
        self.tiles.setFocus()

    def _say_question(self) -> None:
        question = self.questions.current
        if question is None:
            return
        places = self.tiles.ticked()
        ticked = len(places)
        self._keeper.narrow([question.faces[n] for n in places])
        if len(question.faces) == 1:
            text = self.tr("This face is {state}.").format(state=face_word(question.state))
        else:
            text = self.tr("These {count} faces look like one person.").format(count=len(question.faces))
        if question.candidates:
            text += " " + self.tr("Is it {person}?").format(person=person_line(question.candidates[0]))
        if ticked != len(question.faces):
            text += " " + self.tr("The answer is for {faces}.").format(faces=count_of_faces(ticked))
        self.heading.setText(text)
        self.heading.setAccessibleName(text)

    def _clause(self, candidate: CandidateView) -> str:
        question = self.questions.current
        for photo_id in question.photos if question is not None else ():
            photo = self._batch.model.photo(photo_id)
            for reason in photo.reasons if photo is not None else ():
                if reason.person == candidate.person:
                    return sentence(reason.clause)
        return ""

    def _answer(self, say: Say, person: str) -> None:
        question, places = self.questions.current, self.tiles.ticked()
        if question is None:
            return
        if not places:
            self.notice.say(self.tr("No face is ticked; tick the faces that the answer is for."))
            return
        self.notice.clear()
        faces = [question.faces[n] for n in places]
        touched = {question.photos[n] for n in places}
        work = verb(self._batch.context.session, say, faces, person or None)

        def done() -> None:
            self.questions.answered(places)
            self._ask()
            self.load()

        self._decider.decide(work, touched, said(say, len(faces)), self._keeper.after(say, faces, done))

    def _see_photo(self, row: int) -> None:
        question = self.questions.current
        if question is not None and 0 <= row < len(question.photos):
            self.photo_wanted.emit(question.photos[row])

    def _other_batch(self) -> None:
        self.questions = Questions()

    def _changed(self) -> None:
        if self.isVisible() and not self._decider.busy:
            self.load()
