"""The pool of worker children: one thread each, jobs in, results as they come. No Qt.

A child that dies, hangs or takes too much memory costs one photo: its result carries a sentence, another child
takes its place, and the run goes on.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import queue
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

from consentry.services.child import Child, ChildEndedError, Ended, WorkerStartError
from consentry.services.content import UnreadableError, read_content
from consentry.services.jobs import Job, Subject
from consentry.services.untrusted import BadReplyError, sentence
from consentry.worker import OUT_OF_MEMORY
from consentry_intake import limits

T = TypeVar("T")

_STARTS = 3  # a child that ends this often before it can work never will
_WATCH_SECONDS = 0.1
_URGENT, _USUAL, _LAST = 0, 1, 2


@dataclass(order=True)
class _Order:
    """A job in the queue; lower first, then in the order of coming. None ends a thread."""

    rank: int
    number: int
    job: Job[Any] | None = field(compare=False)
    future: Future[Any] = field(compare=False, default_factory=Future)


class WorkerPool:
    """``count`` children (one a core), each with ``engine`` ("standard", "face_recognition", or "none" for jobs
    that need no faces); with ``embed`` False they never compute a template. Children start at the first job.

    ``patience``: seconds, wall clock, that a job may go on without using CPU. Every method may be called from any
    thread. Use it as a context manager, or call `close`.
    """

    def __init__(
        self,
        count: int | None = None,
        engine: str = "standard",
        *,
        embed: bool = True,
        patience: float = limits.CHILD_IDLE_SECONDS,
    ) -> None:
        self.count = count or os.cpu_count() or 1
        self._engine, self._embed, self._patience = engine, embed, patience
        self._orders: queue.PriorityQueue[_Order] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._children: dict[int, Child] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._closed = False
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(self, job: Job[T], *, urgent: bool = False) -> Future[T]:
        """Queue one job. Its future gives the result (with ``error`` set where the photo could not be done),
        raises WorkerStartError where no child can start, or CancelledError. ``urgent``: before everything that
        waits.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is closed")
            if not self._threads:
                self._start()
            self._orders.put(_Order(_URGENT if urgent else _USUAL, next(self._numbers), job, future))
        return future

    def map(self, jobs: Iterable[Job[T]], in_flight: int | None = None) -> Iterator[tuple[Job[T], T]]:
        """Each job with its result, as they come; at most ``in_flight`` (two a child) are taken from ``jobs``
        ahead.

        Ends early after `cancel`. Raises WorkerStartError. Leaving the loop drops what has not begun.
        """
        source = iter(jobs)
        pending: dict[Future[T], Job[T]] = {}
        try:
            while True:
                for job in itertools.islice(source, (in_flight or 2 * self.count) - len(pending)):
                    pending[self.submit(job)] = job
                if not pending:
                    return
                for future in wait(pending, return_when=FIRST_COMPLETED).done:
                    yield pending.pop(future), future.result()
        except CancelledError:
            return
        finally:
            for future in pending:
                future.cancel()

    def cancel(self) -> None:
        """Drop what waits and end what runs; the pool can be used again at once."""
        with self._lock:
            self._drop_waiting()
            for child in self._children.values():
                child.end_if_busy()

    def close(self) -> None:
        """Cancel, end all children and wait for the threads. Safe to call twice."""
        with self._lock:
            self._closed = True
        self.cancel()
        for _ in self._threads:
            self._orders.put(_Order(_LAST, next(self._numbers), None))
        for thread in self._threads:
            thread.join()
        self._stopped.set()

    def _start(self) -> None:
        self._threads = [
            threading.Thread(target=self._work, args=(place,), name=f"worker-{place}", daemon=True)
            for place in range(self.count)
        ]
        for thread in self._threads:
            thread.start()
        threading.Thread(target=self._watch, name="worker-watch", daemon=True).start()

    def _drop_waiting(self) -> None:
        while True:
            try:
                self._orders.get_nowait().future.cancel()
            except queue.Empty:
                return

    def _watch(self) -> None:
        while not self._stopped.wait(_WATCH_SECONDS):
            with self._lock:
                children = list(self._children.values())
            for child in children:
                child.watch()

    def _work(self, place: int) -> None:
        try:
            while (order := self._orders.get()).job is not None:
                if order.future.set_running_or_notify_cancel():
                    try:
                        result = self._do(place, order.job)
                    except BaseException as error:
                        order.future.set_exception(error)
                    else:
                        order.future.set_result(result)
        finally:
            self._end(place)

    def _do(self, place: int, job: Job[T]) -> T:
        try:
            content = read_content(job.content)
        except UnreadableError as error:
            return job.failed(job.subject.sentence(error.why, error.then), "")
        sha256 = hashlib.sha256(content).hexdigest()
        child = self._child(place)
        try:
            untrusted, untrusted_blobs = child.ask(job.kind, job.options(), content)
            if untrusted.get("fault") == OUT_OF_MEMORY:
                self._end(place)
                return job.failed(job.subject.sentence(Ended.MEMORY.value), sha256)
            if "fault" in untrusted:
                return job.failed(_of_a_fault(untrusted, job.subject), sha256)
            result = job.read(untrusted, untrusted_blobs, sha256, child.engine)
        except ChildEndedError as ended:
            self._end(place)
            if ended.why is Ended.CANCELLED:
                raise CancelledError from ended
            return job.failed(job.subject.sentence(ended.why.value), sha256)
        except BadReplyError:
            self._end(place)
            return job.failed(job.subject.sentence(Ended.NONSENSE.value), sha256)
        if child.jobs >= limits.CHILD_JOBS:
            self._end(place)
        return result

    def _child(self, place: int) -> Child:
        child = self._children.get(place)
        if child is not None and child.running:
            return child
        self._end(place)
        for _ in range(_STARTS):
            child = Child(self._engine, embed=self._embed, patience=self._patience)
            with self._lock:
                self._children[place] = child
            try:
                child.greet()
            except ChildEndedError as ended:
                self._end(place)
                if ended.why is Ended.CANCELLED:
                    raise CancelledError from ended
            except WorkerStartError:
                self._end(place)
                raise
            else:
                return child
        raise WorkerStartError("The part that reads photos cannot start; install Consentry again.")

    def _end(self, place: int) -> None:
        with self._lock:
            child = self._children.pop(place, None)
        if child is not None:
            child.end()


def _of_a_fault(untrusted: dict[str, object], subject: Subject) -> str:
    """The child's own sentence for what a user can mend; otherwise the fault's place, for a report."""
    try:
        said = sentence(untrusted, "error")
        return said or subject.sentence(f"the program failed on it ({sentence(untrusted, 'fault')})")
    except BadReplyError:
        return subject.sentence(Ended.NONSENSE.value)
