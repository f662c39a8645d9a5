"""What the day brought, above the pages: verdicts that changed with it, and what is due. Quiet, and dismissed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from consentry.services import today
from consentry.services.operation import Changes, Progress
from consentry.services.recompute import Recomputed
from consentry.services.today import Reminder, ReminderKind
from consentry.ui import said, style
from consentry.ui.context import UiContext
from consentry.ui.runner import Running
from consentry.ui.trouble import Trouble
from consentry.ui.widgets.busy import BusyBar
from consentry.ui.widgets.message import MessageLine

_MOST = 6  # lines; a term's photos change in few ways a channel
_PAGES = {
    ReminderKind.DISCLOSURES: "events",
    ReminderKind.TASKS: "releases",
    ReminderKind.TEMPLATES: "settings",
}


class News(QWidget):
    """Hidden parts until there is something to say. `begin` is called once, when the vault has been opened."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._running: Running | None = None
        self.busy = BusyBar()
        self.changes, self.due = MessageLine(), MessageLine()
        self._parts = (self.busy, self.changes, self.due)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.SPACE)
        for part in self._parts:
            self._column.addWidget(part)
            part.installEventFilter(self)
        context.bridge.changed.connect(self._changed)

    def begin(self) -> None:
        """Make the kept verdicts those of today, off the UI thread, then ask what is due."""
        self._running = self.context.runner.run(
            today.begin(self.context.session),
            self._begun,
            self._stopped,
            on_progress=self._progress,
            owner=self,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing to say takes no room, not even a margin."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            top = style.SPACE * 2 if any(not part.isHidden() for part in self._parts) else 0
            self._column.setContentsMargins(style.SPACE * 3, top, style.SPACE * 3, 0)
        return False

    def _progress(self, progress: Progress) -> None:
        if self.busy.isHidden():
            self.busy.start(self._running, said.sentence(progress.doing))
        self.busy.progress(progress)

    def _begun(self, told: Recomputed) -> None:
        self.busy.stop()
        if told.sentences:
            lines = [self.tr("Since these photos were judged last, the day has changed verdicts:")]
            lines += [f"{said.sentence(sentence)}." for sentence in told.sentences[:_MOST]]
            if len(told.sentences) > _MOST:
                lines.append(
                    self.tr("And {count} more changes like these.").format(count=len(told.sentences) - _MOST)
                )
            stricter = any(change.stricter for change in told.changes)
            self.changes.say(
                "\n".join(lines),
                "care" if stricter else "info",
                self.tr("Check photos"),
                lambda: self.context.go_to("check"),
            )
        self._ask()

    def _stopped(self, trouble: Trouble) -> None:
        self.busy.stop()
        self.changes.say_trouble(trouble)
        self._ask()

    def _ask(self) -> None:
        session = self.context.session
        self.context.runner.run(lambda: today.reminders(session), self._remind, owner=self)

    def _remind(self, found: Sequence[Reminder]) -> None:
        if not found:
            self.due.clear()
            return
        page = _PAGES[found[0].kind]
        self.due.say(
            " ".join(self._words(reminder) for reminder in found),
            "info",
            self.tr("Show"),
            lambda: self.context.go_to(page),
        )

    def _changed(self, changes: Changes) -> None:
        """What was due may be done by now."""
        if not self.due.isHidden() and (changes.settings or changes.releases or changes.gallery or changes.people):
            self._ask()

    def _words(self, reminder: Reminder) -> str:
        if reminder.kind is ReminderKind.DISCLOSURES:
            text = self.tr("%n staff disclosure(s) due again, under Events & channels.", "", reminder.count)
        elif reminder.kind is ReminderKind.TASKS:
            text = self.tr("%n copy(s) still to be taken down, under Releases.", "", reminder.count)
        else:
            text = self.tr("%n face template(s) due to be destroyed, under Settings.", "", reminder.count)
        return text
