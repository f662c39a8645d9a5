"""Work off the UI thread: verbs run on a pool, and what they say comes back on the UI thread, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from consentry.services.operation import Handle, Operation, Progress
from consentry.ui.trouble import Trouble, trouble_of

T = TypeVar("T")
Done = Callable[[Any], object]
Failed = Callable[[Trouble], object]


class Running:
    """One piece of work under way; belongs to the UI thread."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self.active = True

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point; it ends through ``on_error`` with ``cancelled`` set."""
        self._handle.cancel()


class _Job(QRunnable):
    """Runs one callable and says how it ended. No Qt object of the window is touched from here."""

    def __init__(self, work: Callable[[], object], ended: Callable[[object, BaseException | None], None]) -> None:
        super().__init__()
        self._work = work
        self._ended = ended

    def run(self) -> None:
        try:
            result = self._work()
        except BaseException as error:  # a thread must hand every ending to the window
            self._ended(None, error)
        else:
            self._ended(result, None)


class Runner(QObject):
    """Runs verbs on threads of its own and delivers every callback on the thread it was made on (the UI's).

    A callback is left out where the Qt object whose method it is, or its ``owner``, is destroyed; no other is.
    """

    failed = Signal(object)
    """A `Trouble` that no ``on_error`` took."""
    faulted = Signal(object)
    """Every `Trouble` that is ours, for the list of reports in Settings."""
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 4) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._running: dict[Running, Handle] = {}
        self._when_idle: list[Callable[[], object]] = []
        self._posted.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T] | Operation[T],
        on_done: Callable[[T], object] | None = None,
        on_error: Failed | None = None,
        *,
        on_progress: Callable[[Progress], object] | None = None,
        on_item: Callable[[Any], object] | None = None,
        owner: QObject | None = None,
    ) -> Running:
        """Start a verb; returns at once. Exactly one of ``on_done`` and ``on_error`` is called, last of all."""
        done = _owned(on_done, owner)
        failed = _owned(on_error, owner) if on_error is not None else None
        handle = Handle(on_progress=self._posting(on_progress, owner), on_item=self._posting(on_item, owner))
        running = Running(handle)
        self._running[running] = handle

        def ended(result: object, error: BaseException | None) -> None:
            self._posted.emit(lambda: self._finish(running, done, failed, result, error))

        call = (lambda: work.run(handle)) if isinstance(work, Operation) else work
        self._pool.start(_Job(call, ended))
        return running

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def cancel_all(self, then: Callable[[], object] | None = None) -> None:
        """Ask all work to stop; ``then`` is called once none is left (at once where none is)."""
        for handle in self._running.values():
            handle.cancel()
        if then is None:
            return
        if self._running:
            self._when_idle.append(then)
        else:
            then()

    def finish(self, milliseconds: int = 30_000) -> bool:
        """Cancel everything and wait; for the end of the program. True where all work has ended."""
        self.cancel_all()
        return self._pool.waitForDone(milliseconds)

    def _posting(self, callback: Callable[[Any], object] | None, owner: QObject | None) -> Callable[[Any], None]:
        def post(value: object) -> None:
            if callback is not None:
                self._posted.emit(lambda: _owned(callback, owner)(value))

        return post

    def _finish(
        self,
        running: Running,
        on_done: Done,
        on_error: Failed | None,
        result: object,
        error: BaseException | None,
    ) -> None:
        running.active = False
        del self._running[running]
        try:
            if error is None:
                on_done(result)
            else:
                self._tell(on_error, trouble_of(error))
        finally:
            if not self._running:
                waiting, self._when_idle = self._when_idle, []
                for then in waiting:
                    then()

    def _tell(self, on_error: Failed | None, trouble: Trouble) -> None:
        if trouble.ours:
            self.faulted.emit(trouble)
        if on_error is None:
            self.failed.emit(trouble)
        else:
            on_error(trouble)

    @Slot(object)
    def _deliver(self, thunk: Callable[[], object]) -> None:
        thunk()


def _owned(callback: Callable[[Any], object] | None, owner: QObject | None) -> Callable[[Any], object]:
    """The callback, which does nothing once its owner, or the Qt object whose method it is, is gone."""

    def call(value: object) -> None:
        target = getattr(callback, "__self__", None)
        gone = any(isinstance(q, QObject) and not shiboken6.isValid(q) for q in (owner, target))
        if callback is not None and not gone:
            callback(value)

    return call
