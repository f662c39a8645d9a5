"""One person of the roster: consent by channel, portraits, history, and what the office may change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from consentry.services import references, roster
from consentry.services.references import KeptFace
from consentry.services.views import PersonView, TimelineEntry
from consentry.ui import style
from consentry.ui.pages.answer_form import AnswerForm
from consentry.ui.pages.correction_form import CorrectionForm
from consentry.ui.pages.roster_forms import BirthDateForm, LeavingForm, LookAlikeForm, PersonForm, ProtectionForm
from consentry.ui.pages.roster_history import History, OnADay, add_state, empty
from consentry.ui.pages.roster_kept import KeptFaces
from consentry.ui.said import person_role, sentence
from consentry.ui.widgets.message import MessageLine
from consentry.ui.widgets.page import Page, card, words
from consentry.ui.widgets.portraits import portrait_of
from consentry.ui.widgets.scroll import TallScroll
from consentry_vault.users import Role

_PORTRAIT = 72  # px
_LEAST = 330  # px, of the panel


class PersonPanel(TallScroll):
    """The details of the person chosen in the list; empty while nobody is."""

    def __init__(self, page: Page) -> None:
        self._frame, self._column = card(style.SPACE * 2)
        super().__init__(self._frame, _LEAST)
        self.setAccessibleName(self.tr("Details of the person"))
        self._page = page
        self._session = page.context.session
        self._person: PersonView | None = None
        self.name = words("", "heading")
        self.about = words("", "muted")
        self.flags = MessageLine()
        self.answer_button = QPushButton(self.tr("Record an answer"))
        self.protect_button = QPushButton(self.tr("Protect"))
        self.birth_button = QPushButton(self.tr("Birth date"))
        self.leaving_button = QPushButton(self.tr("Left…"))
        self.leaving_button.setToolTip(self.tr("Left the school, is back, or is to be matched no more"))
        self.alike_button = QPushButton(self.tr("Look-alike"))
        self.answer_form = AnswerForm(page.context)
        self.birth_form = BirthDateForm(page.context)
        self.protection_form = ProtectionForm(page.context)
        self.leaving_form = LeavingForm(page.context)
        self.alike_form = LookAlikeForm(page.context)
        self.correction_form = CorrectionForm(page.context)
        self._forms: dict[QPushButton, PersonForm] = {
            self.answer_button: self.answer_form,
            self.protect_button: self.protection_form,
            self.birth_button: self.birth_form,
            self.leaving_button: self.leaving_form,
            self.alike_button: self.alike_form,
        }
        self._all_forms = (*self._forms.values(), self.correction_form)
        for button, form in self._forms.items():
            button.clicked.connect(self._opening(form))
        for form in self._all_forms:
            form.hide()
        self.states = QGridLayout()
        self.portraits = QHBoxLayout()
        self.kept = KeptFaces()
        self.kept.taking_back.connect(self._ask_back)
        self.history = History()
        self.history.correcting.connect(self._correct)
        self.on_a_day = OnADay(page)
        self._lay_out()
        self.show_person(None)

    def show_person(self, person: PersonView | None) -> None:
        """Show another person, or nobody."""
        changed = person is None or self._person is None or person.id != self._person.id
        self._person = person
        self._frame.setVisible(person is not None)
        if changed:
            for form in self._all_forms:
                form.hide()
        if person is None:
            return
        self.name.setText(person.full_name)
        self.about.setText(self._about(person))
        self.protect_button.setText(self.tr("Lift protection") if person.protected else self.tr("Protect"))
        for form in self._all_forms:
            form.show_person(person)
        self.on_a_day.show_person(person)
        if person.flags:
            self.flags.say(
                self.tr("To look at: {flags}").format(
                    flags="; ".join(sentence(flag) for flag in sorted(person.flags))
                ),
                "care",
            )
        else:
            self.flags.clear()
        self._show_states(person)
        self._page.fetch(lambda: self._references(person), self._show_references)
        self._page.fetch(lambda: roster.timeline(self._session, person.id), self._show_history)

    def _about(self, person: PersonView) -> str:
        parts = [", ".join(person_role(role) for role in sorted(person.roles))]
        parts += [self.tr("number {number}").format(number=person.number)] if person.number else []
        parts += [self.tr("grade {grade}").format(grade=person.grade)] if person.grade else []
        parts += [self.tr("homeroom {room}").format(room=person.homeroom)] if person.homeroom else []
        if person.birth_date is not None:
            parts.append(self.tr("born {day}").format(day=person.birth_date.isoformat()))
        return " · ".join(parts)

    def _show_states(self, person: PersonView) -> None:
        empty(self.states)
        if not person.states:
            self.states.addWidget(
                words(self.tr("No channel is listed yet: add one under Events & channels."), "muted")
            )
        for row, (channel, state) in enumerate(sorted(person.states.items())):
            add_state(self.states, row, channel, state)
        self.states.setColumnStretch(0, 1)

    def _references(self, person: PersonView) -> tuple[list[bytes], list[KeptFace]]:
        crops = roster.portraits(self._session, person.id, kept=False)
        return crops, references.kept(self._session, person.id)

    def _show_references(self, found: tuple[list[bytes], list[KeptFace]]) -> None:
        crops, kept = found
        role = self._session.vault.user.role
        self.kept.show_faces(kept, may_take_back=role in {Role.DESIGNEE, Role.CLERK, Role.REVIEWER})
        empty(self.portraits)
        for number, crop in enumerate(crops, 1):
            picture = portrait_of(crop, _PORTRAIT)
            label = QLabel()
            label.setPixmap(picture if not picture.isNull() else QPixmap(_PORTRAIT, _PORTRAIT))
            label.setAccessibleName(self.tr("Portrait {number}").format(number=number))
            self.portraits.addWidget(label)
        if not crops:
            known = any(face.counts for face in kept)
            none = self.tr("No portrait, so no photo of this person is recognised.")
            self.portraits.addWidget(words(self.tr("No portrait.") if known else none, "muted"))
        else:
            self.portraits.addStretch(1)

    def _ask_back(self, face: KeptFace) -> None:
        self._page.message.say(
            self.tr("That face is destroyed and recognises nobody any more; the photo and its answer stay."),
            "care",
            self.tr("Take it back"),
            lambda: self._page.run(
                lambda: references.take_back(self._session, [face.id]),
                lambda _: self._page.message.say(self.tr("The kept face is taken back."), "done"),
                self.tr("Judging every photo anew"),
            ),
        )
        self._page.message.action.setFocus()

    def _show_history(self, entries: list[TimelineEntry]) -> None:
        role = self._session.vault.user.role
        self.history.show_entries(entries, may_correct=role in {Role.DESIGNEE, Role.CLERK})

    def _correct(self, entry: TimelineEntry) -> None:
        self.correction_form.begin(entry)
        self._turn_to(self.correction_form)

    def _opening(self, form: PersonForm) -> Callable[[], None]:
        return lambda: self._turn_to(None if form.isVisible() else form)

    def _turn_to(self, form: PersonForm | None) -> None:
        """Show one form, or none."""
        for other in self._all_forms:
            other.setVisible(other is form)
        if form is not None:
            form.setFocus()
            self.ensureWidgetVisible(form)

    def _lay_out(self) -> None:
        column = self._column
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self.about)
        column.addLayout(head)
        column.addWidget(self.flags)
        buttons = QGridLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.answer_button, 0, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        quiet = (self.protect_button, self.birth_button, self.leaving_button, self.alike_button)
        for place, button in enumerate(quiet):
            button.setProperty("kind", "quiet")
            buttons.addWidget(button, 1 + place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        buttons.setColumnStretch(2, 1)
        column.addLayout(buttons)
        for form in self._all_forms:
            column.addWidget(form)
        self.states.setVerticalSpacing(style.SPACE)
        for title, part in (
            (self.tr("Consent today"), self.states),
            (self.tr("On another day"), self.on_a_day),
            (self.tr("Portraits"), self.portraits),
            (self.tr("History"), self.history),
        ):
            section = QVBoxLayout()
            section.setSpacing(style.SPACE)
            section.addWidget(words(title, "field"))
            if isinstance(part, QWidget):
                section.addWidget(part)
            else:
                section.addLayout(part)
            if part is self.portraits:
                section.addWidget(self.kept)
            column.addLayout(section)
        column.addStretch(1)
