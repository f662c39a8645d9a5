"""Keep the face that is answered for as a further reference: off by default, not offered where it would not be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from consentry.services import references
from consentry.services.references import KeepReport, Offer
from consentry.ui.check.answers import Say
from consentry.ui.context import UiContext
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.page import words
from consentry_policy.people import PersonId


class KeepBox(QWidget):
    """A box with a mark and what it means. It is hidden until faces are offered, and never marked by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.means = words("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(self.means)
        self.withdraw()

    @property
    def wanted(self) -> bool:
        """Whether the reviewer wants the faces kept."""
        return not self.isHidden() and self.box.isChecked()

    def offer(self, fit: int, asked: int) -> None:
        """Offer to keep ``fit`` of the ``asked`` faces; the mark stays as it is."""
        if not fit:
            self.withdraw()
            return
        text = (
            self.tr("Keep as a further reference  (K)")
            if asked == 1
            else self.tr("Keep as further references  (K)")
        )
        self.box.setText(text)
        meaning = self.tr(
            "Recognises the person in other photos, too, with the photo's date. Counts only while your answer "
            "stands; undone with it."
        )
        if fit < asked:
            some = self.tr("{fit} of the {count} faces; the others are too small, too blurred or not comparable.")
            meaning = f"{some.format(fit=fit, count=asked)} {meaning}"
        self.means.setText(meaning)
        self.box.setAccessibleDescription(meaning)
        self.show()

    def withdraw(self) -> None:
        """Nothing is offered, and nothing wanted."""
        self.box.setChecked(False)
        self.hide()


class Keeper(QObject):
    """Asks the vault what may be kept of the faces that are asked about, and keeps them after the answer.

    Keeping has every photo judged anew. The answer does not wait for that: it is taken first, as ever.
    """

    def __init__(self, context: UiContext, box: KeepBox) -> None:
        super().__init__(box)
        self._context, self._box = context, box
        self._asked = 0
        self._about: tuple[str, ...] = ()
        self._offer = Offer()

    def ask(self, faces: Sequence[str], people: Sequence[PersonId]) -> None:
        """Other faces are asked about, which may be these people, or someone else."""
        self._asked += 1
        asked, session, self._about = self._asked, self._context.session, tuple(faces)
        self._offer = Offer()
        self._box.withdraw()
        if faces:
            self._context.runner.run(
                lambda: (asked, bool(people), references.offered(session, faces, people)), self._offered, _no_offer
            )

    def narrow(self, faces: Sequence[str]) -> None:
        """The answer is for these of the faces alone."""
        self._about = tuple(faces)
        self._show()

    def after(self, say: Say, faces: Sequence[str], then: Callable[[], object]) -> Callable[[], object]:
        """What to do once the answer on these faces is recorded: ``then``, and keep them where that is wanted."""
        fit = [face for face in faces if face in self._offer.faces]
        if say is not Say.CONFIRM or not self._box.wanted or not fit:
            return then

        def both() -> None:
            then()
            session = self._context.session
            self._context.runner.run(lambda: references.keep(session, fit), self._kept, self._not_kept)

        return both

    def _offered(self, answer: tuple[int, bool, Offer]) -> None:
        asked, candidates, offer = answer
        if asked == self._asked:
            # Where the vault would keep nothing of any candidate there is no use in asking.
            self._offer = offer if offer.people or not candidates else Offer()
            self._show()

    def _show(self) -> None:
        self._box.offer(sum(face in self._offer.faces for face in self._about), len(self._about))

    def _kept(self, report: KeepReport) -> None:
        count = report.kept + report.known
        if report.refused:
            reason = report.refused[0][1]
            self._context.say_trouble(self.tr("Not kept as a reference: {reason}").format(reason=reason))
        else:
            self._context.say(self.tr("%n face(s) kept as a further reference.", "", count))

    def _not_kept(self, trouble: Trouble) -> None:
        self._context.say_trouble(self.tr("Not kept as a reference: {reason}").format(reason=trouble.sentence))


def _no_offer(_: Trouble) -> None:
    """Without an answer from the vault there is no offer; whatever ails it is told where it hinders an answer."""
