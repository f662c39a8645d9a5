"""An unlocked vault and what the verbs share while it is open."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import TracebackType
from typing import Self

from consentry.services.looking import Looking
from consentry.services.looks import Looks
from consentry.services.operation import Changes
from consentry.services.pool import WorkerPool
from consentry.services.recognition import ENGINE, STANDARD, Recognition
from consentry.services.roster_view import Roster
from consentry_faces import finder_id
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from consentry_policy.texts import PolicyTexts, load_policy
from consentry_vault import Vault
from consentry_vault.unit import Unit
from consentry_vault.users import Role

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """This moment, aware, UTC."""
    return datetime.now(UTC)


class NotAllowed(MendableError):  # noqa: N818 - reads as the sentence it carries
    """The user's role does not include this verb."""


class Listeners:
    """Whoever wants to hear what changed; called on the thread that ran the verb."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changes], None]] = []

    def connect(self, listener: Callable[[Changes], None]) -> None:
        """From now on tell ``listener``."""
        self._listeners.append(listener)

    def disconnect(self, listener: Callable[[Changes], None]) -> None:
        """Tell ``listener`` no more; nothing happens where it never listened."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def emit(self, changes: Changes) -> None:
        """Tell everyone, unless nothing changed."""
        if changes:
            for listener in list(self._listeners):
                listener(changes)


_BY, _TEMPLATES = " by ", "+templates"  # of the words that say what a photo was checked with


def _with_days_of_here(policy: PolicyTexts) -> PolicyTexts:
    """The policy, its days no later than this machine's: where `Session.today` is still the 23rd, a protection
    that is recorded now must not begin on the 24th. Standard time, as the policy's own offset.
    """
    rules = policy.consent_rules
    here = timedelta(seconds=-time.timezone)
    return replace(policy, consent_rules=replace(rules, utc_offset=min(rules.utc_offset, here)))


class Session:
    """One user at one unlocked vault. The verbs of the other modules take it first."""

    def __init__(self, vault: Vault, clock: Clock = system_clock) -> None:
        self.vault = vault
        self.clock = clock
        self.changed = Listeners()
        self.policy: PolicyTexts = _with_days_of_here(load_policy())
        self.undo_lock = threading.Lock()
        self.looking = Looking()
        self._workers_lock = threading.Lock()
        self._roster_lock = threading.Lock()
        self._roster: tuple[int, Roster] | None = None
        self._workers: WorkerPool | None = None
        with vault.read() as unit:
            self.matching = Matching(unit.settings.get("matching", Matching.OFF.value))
            self.engine_name = str(unit.settings.get(ENGINE, STANDARD))
        self.looks = Looks()
        self.recognition = Recognition(vault, self.matching, self.engine_name)

    @property
    def vault_name(self) -> str:
        """The folder's name, for a screen."""
        return str(self.vault.folder.name)

    @property
    def user_name(self) -> str:
        """The name of the user who unlocked the vault."""
        return str(self.vault.user.name)

    @property
    def user_role(self) -> str:
        """The role of the user who unlocked the vault."""
        return str(self.vault.user.role)

    @property
    def is_designee(self) -> bool:
        """Whether the user is the Superintendent's designee."""
        return self.vault.user.role is Role.DESIGNEE

    @property
    def now(self) -> datetime:
        """This moment, aware, UTC."""
        return self.clock()

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.clock().astimezone().date()

    def roster(self, unit: Unit) -> Roster:
        """The roster as ``unit`` sees it, read once for each of its versions."""
        version = unit.settings.roster_version()
        with self._roster_lock:
            if self._roster is None or self._roster[0] != version:
                self._roster = (version, Roster.read(unit))
            return self._roster[1]

    def need(self, *roles: Role) -> None:
        """Raise NotAllowed unless the user is the designee or has one of ``roles``."""
        if not self.is_designee and self.vault.user.role not in roles:
            raise NotAllowed("Your role does not include this; ask the Superintendent's designee to do it.")

    def emit(self, changes: Changes) -> None:
        """Forget what the change makes untrue, then tell the listeners."""
        if changes.gallery or changes.settings:
            self.recognition.forget()
        self.changed.emit(changes)

    @property
    def check_engine(self) -> str:
        """What a check is done with; a photo checked with anything else is looked at again."""
        templates = "" if self.matching is Matching.OFF else _TEMPLATES
        return f"{self.engine_name}{_BY}{finder_id(self.engine_name)}{templates}"

    def finds_as_now(self, check_engine: str | None) -> bool:
        """Whether faces were looked for in the way they are today; another finder may have missed one."""
        _, _, finder = (check_engine or "").removesuffix(_TEMPLATES).partition(_BY)
        return finder == finder_id(self.engine_name)

    def workers(self) -> WorkerPool:
        """The pool of worker children, started when it is first needed."""
        with self._workers_lock:
            if self._workers is None:
                embed = self.matching is not Matching.OFF
                self._workers = WorkerPool(engine=self.engine_name, embed=embed)
            return self._workers

    def match(self, matching: Matching) -> None:
        """Match in another mode from now on; `settings.set_matching` is the verb that keeps it."""
        with self._workers_lock:
            if self._workers is not None:
                self._workers.close()
                self._workers = None
            self.matching = matching
            self.recognition.matching = matching
        self.recognition.forget()

    def look_with(self, engine: str) -> None:
        """Find and embed with another engine from now on; `settings.set_engine` is the verb that keeps it."""
        with self._workers_lock:
            if self._workers is not None:
                self._workers.close()
                self._workers = None
            self.engine_name = engine
            self.recognition.engine_name = engine
        self.recognition.forget()

    def close(self) -> None:
        """End the children and close the vault; the session is of no use afterwards."""
        with self._workers_lock:
            if self._workers is not None:
                self._workers.close()
                self._workers = None
        self.recognition.forget()
        self._roster = None
        self.vault.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
