"""What is said of the photo on the screen: of the face that is asked about, or of the whole photo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from consentry.services import deciding
from consentry.ui.check.answers import Say, said, verb
from consentry.ui.check.batch import Batch
from consentry.ui.check.decider import Decider
from consentry.ui.check.keep_box import Keeper
from consentry.ui.check.person_search import PersonSearch
from consentry.ui.check.photo_words import attestation_word, is_open
from consentry_policy.facts import Attestation

if TYPE_CHECKING:
    from consentry.ui.check.photo_page import PhotoPage


class PhotoAnswers(QObject):
    """Records what the panel was told, and has the page go on to what is open next."""

    def __init__(self, page: PhotoPage, batch: Batch, decider: Decider) -> None:
        super().__init__(page)
        self._page, self._batch, self._decider = page, batch, decider
        panel = page.panel
        self._keeper = Keeper(batch.context, panel.answers.keep)
        panel.answers.asked.connect(self._keeper.ask)
        panel.answers.answered.connect(self._answer)
        panel.answers.someone_else_wanted.connect(self.find_someone)
        panel.reasons.attested.connect(self._attest)

    def find_someone(self) -> None:
        """Someone else than the candidates: find them on the roster."""
        if self._page.face is not None:
            search = PersonSearch(self._batch.context, self._batch.channel, self._page)
            search.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            search.chosen.connect(lambda person: self._answer(Say.CONFIRM, person))
            search.open()

    def _answer(self, say: Say, person: str) -> None:
        photo, face = self._page.photo, self._page.face
        if photo is not None and face is not None:
            work = verb(self._batch.context.session, say, [face.id], person or None)
            then: Callable[[], object] = self._page.go_on if say is not Say.REJECT else self._after_rejection
            then = self._keeper.after(say, [face.id], then)
            self._decider.decide(work, [photo.id], said(say, 1), then)

    def _attest(self, attestation: Attestation) -> None:
        photo, session, channel = self._page.photo, self._batch.context.session, self._batch.channel
        if photo is not None:
            self._decider.decide(
                lambda: deciding.attest(session, [photo.id], attestation, channel),
                [photo.id],
                self.tr("Recorded: {word}.").format(word=attestation_word(attestation)),
                self._page.go_on,
            )

    def _after_rejection(self) -> None:
        """The same face is asked about again while it is open."""
        face = self._page.face
        if face is None or not is_open(face):
            self._page.go_on()
