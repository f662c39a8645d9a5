"""How long the vault takes at a district's size: `uv run python bench/vault_speed.py [PEOPLE] [PHOTOS]`."""

from __future__ import annotations

import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import consentry_vault as cv
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord
from consentry_policy.verdicts import Outcome, Reason, Verdict

AT = datetime(2026, 9, 1, tzinfo=UTC)
DAY = date(2026, 9, 1)
WORDS = "four random invented words"


def timed(label: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    print(f"{label:<60} {(time.perf_counter() - start) * 1000:>10.1f} ms", flush=True)


def new_id() -> str:
    return uuid.uuid4().hex


def person(n: int) -> Person:
    return Person(new_id(), f"Example{n}", "Uma", frozenset({Role.STUDENT}), number=f"{n:06}")


def consent(who: str, n: int) -> ConsentRecord:
    listed = frozenset({"Facebook", "Website", "Yearbook"})
    return ConsentRecord(new_id(), who, Answer.GRANT, None, DAY, DAY, AT, "ada", n, listed)


def roster(vault: cv.Vault, people: int) -> None:
    crowd = [person(n) for n in range(people)]

    def write() -> None:
        with vault.write() as unit:
            unit.people.add(*crowd)
            unit.consents.add(*(consent(p.id, n) for n, p in enumerate(crowd, 1)))
            for n, p in enumerate(crowd):
                unit.portraits.add(cv.PortraitRow(new_id(), p.id, bytes(512), "standard", "w", f"{n}", AT))

    timed(f"write {people} people, answers, portraits in one unit", write)
    with vault.read() as unit:
        timed("read all people", unit.people.all)
        timed("read all answers", unit.consents.all)
        timed("read all templates", lambda: unit.portraits.templates("standard"))
        timed("search one name", lambda: unit.people.search("example 1999"))


def faces_of(photo: str) -> list[cv.FaceRow]:
    points = ((1.0, 2.0),) * 5
    return [
        cv.FaceRow(new_id(), photo, n, (1.0, 2.0, 3.0, 4.0), points, 0.9, 0.0, 64.0, 1.0, template=bytes(512))
        for n in range(5)
    ]


def photos(vault: cv.Vault, count: int) -> None:
    rows = [cv.PhotoRow(new_id(), f"{n:064x}", f"{n}.jpg", f"term/{n}.jpg") for n in range(count)]

    def check() -> None:
        for row in rows[:200]:
            with vault.write() as unit:
                unit.photos.add_or_get(row)
                unit.photos.set_thumbnail(row.id, bytes(15_000))
                found = faces_of(row.id)
                unit.faces.replace_for(row.id, found, {f.id: bytes(4_000) for f in found})

    def rest() -> None:
        with vault.write() as unit:
            for row in rows[200:]:
                unit.photos.add_or_get(row)
                unit.faces.replace_for(row.id, faces_of(row.id))

    timed("keep 200 checked photos of 5 faces, a unit each", check)
    timed(f"keep {count - 200} more in one unit", rest)
    ids = [row.id for row in rows]
    with vault.read() as unit:
        timed(f"read the faces of {count} photos", lambda: unit.faces.of_photos(ids))
        timed(f"read the decisions of {count} photos", lambda: unit.decisions.of_photos(ids))
    reason = Reason("clear", "10", "436 IV.C", Outcome.CLEARED)
    kept = [cv.VerdictRow(i, "Facebook", DAY, Verdict(Outcome.CLEARED, (reason,)), "1") for i in ids]
    with vault.write() as unit:
        timed(f"keep {count} verdicts", lambda: unit.verdicts.put(*kept))
        timed(f"read {count} verdicts", unit.verdicts.all)


def released(vault: cv.Vault, count: int) -> None:
    release = cv.Release("r", "Facebook", DAY, AT, "ada", "autumn", count, "m")
    copies = [
        cv.ReleasedCopy(
            new_id(), "r", "p", f"{n}.jpg", f"{n:064x}", f"{n:064x}", f"{n:016x}", Outcome.CLEARED, [], seen=True
        )
        for n in range(count)
    ]
    with vault.write() as unit:
        timed(f"record {count} released copies", lambda: unit.releases.add(release, copies))
    with vault.read() as unit:
        timed("find one by its hash", lambda: unit.releases.copies_by_sha256(f"{count // 2:064x}"))
        timed("read how all copies look", lambda: unit.releases.looks(after=0, digits=16))


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "v"
        timed("calibrate Argon2id", cv.calibrate)
        cv.create(folder, WORDS, "Ada", matching="everyone", argon2=cv.FLOOR).close()
        opened: list[cv.Vault] = []
        timed("open (Argon2id at its floor)", lambda: opened.append(cv.open_vault(folder, WORDS)))
        with opened[0] as vault:
            roster(vault, people)
            photos(vault, count)
            released(vault, 100_000)
            timed("a commit of one audit entry", lambda: _audit(vault))
            timed("verify the audit chain", lambda: _verify(vault))
            timed(
                f"backup of {vault.database.stat().st_size >> 20} MiB, checked",
                lambda: cv.backup.make(vault, "asked"),
            )
            timed("doctor", lambda: cv.doctor.examine(vault))


def _audit(vault: cv.Vault) -> None:
    with vault.write() as unit:
        unit.audit.append("bench", {})


def _verify(vault: cv.Vault) -> None:
    with vault.read() as unit:
        unit.audit.verify()


if __name__ == "__main__":
    main()
