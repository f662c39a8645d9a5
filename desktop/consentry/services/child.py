"""One worker child as the parent sees it: started, given jobs, watched, ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from enum import Enum

import psutil

from consentry.services import untrusted as read
from consentry.services.analysis import Engine
from consentry.worker import HIDDEN_ARGUMENT
from consentry_intake import limits
from consentry_intake.wire import WireError, read_message, write_message
from consentry_policy.errors import MendableError

# All that the child gets to see of the environment: what Python, the loader and the model folder need.
_KEPT = ("CONSENTRY_MODELS", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "PATH")
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class WorkerStartError(MendableError):
    """No child can be started: nothing can be checked until that is mended."""


class Ended(Enum):
    """Why a child ended in the middle of a job; the value goes into the photo's sentence."""

    CRASHED = "decoding it ended the program that reads photos"
    TIME = "it took too long"
    MEMORY = "it needs more memory than is allowed"
    CANCELLED = "the work was stopped"
    NONSENSE = "the program that reads photos gave no usable answer"


class ChildEndedError(Exception):
    """The child is gone; ``why`` says how."""

    def __init__(self, why: Ended) -> None:
        super().__init__(why.name)
        self.why = why


class Child:
    """A running child. One thread uses it; `watch` and `end` may be called from another. Raises
    WorkerStartError.
    """

    def __init__(self, engine: str, *, embed: bool, patience: float = limits.CHILD_IDLE_SECONDS) -> None:
        self._lock = threading.Lock()
        self._deadline: float | None = None
        # Seconds: the patience of this exchange, CPU as last seen, CPU before the job.
        self._grace = self._spent = self._spent_before = 0.0
        self._why: Ended | None = None
        self.jobs = 0
        self._patience = patience
        command = [*_program(), "--engine", engine, *([] if embed else ["--no-embed"])]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, no word of a user's in it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            close_fds=True,
            start_new_session=os.name == "posix",  # Ctrl+C is the parent's to answer
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._watched = psutil.Process(self._process.pid)
        self.engine = Engine("none")

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def greet(self) -> None:
        """Wait until the child has loaded its engine. Raises WorkerStartError with the child's own sentence where
        a model is missing, ChildEndedError where it just ended.
        """
        untrusted, _ = self._exchange(limits.CHILD_START_SECONDS, None, ())
        if "fatal" in untrusted:
            try:
                said = read.told(untrusted, "fatal")
            except read.BadReplyError:
                said = None
            raise WorkerStartError(said or "The part that reads photos cannot start; install Consentry again.")
        try:
            self.engine = _engine(untrusted)
        except read.BadReplyError as error:
            raise ChildEndedError(Ended.NONSENSE) from error

    def ask(
        self, kind: str, options: Mapping[str, object], content: bytes
    ) -> tuple[dict[str, object], list[bytes]]:
        """One job and its untrusted reply. Raises ChildEndedError."""
        self.jobs += 1
        return self._exchange(self._patience, {**options, "kind": kind}, (content,))

    def _exchange(
        self, seconds: float, header: dict[str, object] | None, blobs: Sequence[bytes]
    ) -> tuple[dict[str, object], list[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._lock:
            self._grace = seconds
            self._deadline = time.monotonic() + seconds
            self._spent_before = self._spent
        try:
            if header is not None:
                write_message(self._process.stdin, header, blobs)  # type: ignore[arg-type]
            return read_message(self._process.stdout)  # type: ignore[arg-type]
        except (EOFError, OSError) as error:
            raise ChildEndedError(self._why or Ended.CRASHED) from error
        except WireError as error:
            raise ChildEndedError(Ended.NONSENSE) from error
        finally:
            with self._lock:
                self._deadline = None

    def watch(self) -> None:
        """End the child if its job has passed the limit of time or memory."""
        try:
            resident, times = self._watched.memory_info().rss, self._watched.cpu_times()
        except psutil.Error:
            return
        spent = times.user + times.system
        with self._lock:
            if self._deadline is None:
                self._spent_before = self._spent = spent
                return
            if spent > self._spent:
                # On a busy machine an honest job takes long by the clock; one that hangs uses no CPU at all.
                self._spent, self._deadline = spent, time.monotonic() + self._grace
            if time.monotonic() > self._deadline or spent - self._spent_before > limits.CHILD_CPU_SECONDS:
                self._kill(Ended.TIME)
            elif resident > limits.CHILD_MEMORY:
                self._kill(Ended.MEMORY)

    def end_if_busy(self) -> None:
        """End the child if it is in the middle of a job: the user has stopped the work."""
        with self._lock:
            if self._deadline is not None:
                self._kill(Ended.CANCELLED)

    def end(self) -> None:
        """End the child now and wait for it; its pipes are closed. Safe to call twice."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # unsent bytes of a child that is gone

    def _kill(self, why: Ended) -> None:
        self._why = self._why or why
        self._process.kill()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT]
    # -P: a folder named "consentry" beside the photos must not be taken for the program.
    return [sys.executable, "-P", "-m", "consentry.worker"]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    once = dict.fromkeys(_ONE_THREAD, "1")
    return kept | once | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "MALLOC_ARENA_MAX": "2"}


def _engine(untrusted: Mapping[str, object]) -> Engine:
    if "embedder" not in untrusted:
        return Engine(
            read.text(untrusted, "engine", 200), read.text({"detector": "", **untrusted}, "detector", 200)
        )
    return Engine(
        engine=read.text(untrusted, "engine", 200),
        detector=read.text(untrusted, "detector", 200),
        embedder=read.text(untrusted, "embedder", 200),
        weights=read.hexadecimal(untrusted, "weights", 64),
        dimension=read.whole(untrusted, "dimension", 1, 4096),
    )
