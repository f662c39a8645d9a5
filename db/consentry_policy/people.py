"""Who a roster holds: students, co-workers, guests, and what protects some of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

PersonId = str  # our own random id; a school number may be missing, change or return


class Role(StrEnum):
    """What a person is to the school. Several may hold: a student who is employed is under both rules."""

    STUDENT = "student"
    CO_WORKER = "co-worker"
    GUEST = "guest"  # a child who is not enrolled here; follows the students' rows


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster. ``number`` is the school's own, kept as text ("00123")."""

    id: PersonId
    last_name: str
    first_name: str
    roles: frozenset[Role]
    number: str | None = None
    grade: str | None = None
    homeroom: str | None = None
    school: str | None = None
    birth_date: date | None = None
    left_on: date | None = None

    @property
    def full_name(self) -> str:
        """First and last name, for a screen; never for a log, a title or a file name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def student_rules(self) -> bool:
        """True when written parental consent is asked (436 IV.C.2): students, and guests like them."""
        return bool(self.roles & {Role.STUDENT, Role.GUEST})

    @property
    def co_worker_rules(self) -> bool:
        """True when the person's own consent is asked (436 IV.C.1)."""
        return Role.CO_WORKER in self.roles


@dataclass(frozen=True, slots=True)
class Protection:
    """A court order, foster care, no-locate or safety flag: the person may appear nowhere, without exception."""

    id: str
    person: PersonId
    why: str
    set_by: str
    set_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str | None = None
