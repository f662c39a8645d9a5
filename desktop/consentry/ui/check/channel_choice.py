"""The channel that the verdicts on the screen are for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

from consentry.ui.check.batch import Batch


class ChannelChoice(QComboBox):
    """Another channel opens the batch again with the verdicts for that one."""

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        self._batch = batch
        self.setAccessibleName(self.tr("Channel the verdicts are for"))
        self.setToolTip(self.tr("Show the verdicts for another channel"))
        self.currentTextChanged.connect(self._open)

    def offer(self, names: Iterable[str] = ()) -> None:
        """Offer the batch's own channel, which is shown, and these."""
        self.blockSignals(True)
        self.clear()
        self.addItems(list(dict.fromkeys([self._batch.channel, *names])))
        self.setCurrentText(self._batch.channel)
        self.blockSignals(False)

    def _open(self, name: str) -> None:
        if name and self._batch.id is not None and name != self._batch.channel:
            self._batch.open(self._batch.id, name)
