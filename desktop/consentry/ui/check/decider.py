"""Carries one decision at a time to the vault, brings the screen up to date, and only then says it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from consentry.services import deciding
from consentry.services.operation import Operation
from consentry.ui.check.batch import Batch
from consentry.ui.said import sentence
from consentry.ui.trouble import Trouble
from consentry_policy.sentences import Sentence


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """What to do when the vault has taken a decision."""

    photos: frozenset[str]
    sentence: str
    then: Callable[[], object] | None


class Decider(QObject):
    """The one door through which the pages of Check photos decide."""

    began = Signal()
    decided = Signal(str)
    """A sentence that says what was recorded; the photos on the screen are true again."""
    refused = Signal(object)
    """`Trouble`: nothing was recorded."""

    def __init__(self, batch: Batch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._batch = batch
        self._busy = False
        self._under_way = _UnderWay(frozenset(), "", None)

    @property
    def busy(self) -> bool:
        """Whether a decision is on its way. Another one is not taken then: its face may not be the one seen."""
        return self._busy

    def decide(
        self,
        verb: Callable[[], Any] | Operation[Any],
        photo_ids: Iterable[str],
        sentence: str,
        then: Callable[[], object] | None = None,
    ) -> bool:
        """Run a verb of `deciding`. False where another decision is still on its way."""
        if self._busy:
            return False
        self._busy = True
        self.began.emit()
        self._under_way = _UnderWay(frozenset(photo_ids), sentence, then)
        self._batch.context.runner.run(verb, self._recorded, self._failed)
        return True

    def undo(self) -> bool:
        """Take back the last decision, the whole of it."""
        if self._busy:
            return False
        self._busy = True
        self.began.emit()
        session = self._batch.context.session
        self._batch.context.runner.run(lambda: deciding.undo(session), self._undone, self._failed)
        return True

    def _recorded(self, _: object) -> None:
        self._batch.refresh(self._under_way.photos, self._settled)

    def _settled(self) -> None:
        self._busy = False
        self.decided.emit(self._under_way.sentence)
        if self._under_way.then is not None:
            self._under_way.then()

    def _undone(self, what: Sentence | None) -> None:
        self._busy = False
        self.decided.emit(
            self.tr("Undone: {what}.").format(what=sentence(what))
            if what
            else self.tr("There is nothing to undo.")
        )

    def _failed(self, trouble: Trouble) -> None:
        self._busy = False
        self.refused.emit(trouble)
