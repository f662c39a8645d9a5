"""One person's change in a term of photos: `uv run python bench/recompute.py [PHOTOS] [PEOPLE] [TIMES]`.

A vault is filled with invented people and photos of four faces each (templates are random directions, near their
person's); every verdict is worked out once; then consents change, one person at a time.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import uuid
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from consentry.services import roster, vaults
from consentry.services.operation import Changes
from consentry.services.recognition import TEMPLATE_ENGINE
from consentry.services.recompute import Touched, recompute
from consentry.services.session import Session
from consentry_policy.channels import Channel, ChannelKind
from consentry_policy.people import Person, Role
from consentry_policy.records import Answer, ConsentRecord, Evidence, EvidenceKind
from consentry_vault import FLOOR, BatchRow, FaceRow, PhotoRow, PortraitRow

AT, DAY = datetime(2026, 9, 1, tzinfo=UTC), date(2026, 9, 1)
ENGINE, CHANNEL, FACES, SIZE = "sface-2021dec", "Facebook", 4, 128
POINTS = ((1.0, 2.0),) * 5


def new_id() -> str:
    return uuid.uuid4().hex


def near(centre: np.ndarray, rng: np.random.Generator, spread: float) -> bytes:
    made = centre + rng.normal(0.0, spread / np.sqrt(SIZE), SIZE)
    return bytes((made / np.linalg.norm(made)).astype("<f4").tobytes())


def fill_roster(session: Session, people: list[Person], centres: np.ndarray, rng: np.random.Generator) -> None:
    written = Evidence(EvidenceKind.PAPER, "shelf 1")
    with session.vault.write() as unit:
        unit.channels.add(Channel(CHANNEL, ChannelKind.SOCIAL, "S", DAY))
        unit.people.add(*people)
        unit.consents.add(
            *(
                ConsentRecord(
                    new_id(),
                    p.id,
                    Answer.GRANT if n % 10 else Answer.REFUSAL,
                    None,
                    DAY,
                    DAY,
                    AT,
                    "ada",
                    n + 1,
                    frozenset({CHANNEL}),
                    evidence=written,
                )
                for n, p in enumerate(people)
            )
        )
        for n, p in enumerate(people):
            unit.portraits.add(
                PortraitRow(new_id(), p.id, near(centres[n], rng, 0.5), ENGINE, "w", f"{n:064x}", AT, DAY)
            )
        unit.settings.set(TEMPLATE_ENGINE, ENGINE)
        unit.settings.bump_roster_version()


def fill_photos(session: Session, count: int, centres: np.ndarray, rng: np.random.Generator) -> list[str]:
    batch, ids = new_id(), []
    with session.vault.write() as unit:
        unit.batches.add(BatchRow(batch, "term", (CHANNEL,), AT, "ada"))
    for start in range(0, count, 2_000):
        with session.vault.write() as unit:
            for n in range(start, min(start + 2_000, count)):
                photo = PhotoRow(
                    new_id(),
                    f"{n:064x}",
                    f"{n}.jpg",
                    f"term/{n}.jpg",
                    4000,
                    3000,
                    checked_at=AT,
                    engine_id=session.check_engine,
                )
                ids.append(photo.id)
                unit.photos.add_or_get(photo)
                shown = rng.integers(0, len(centres), FACES)
                faces = [
                    FaceRow(
                        new_id(),
                        photo.id,
                        k,
                        (1.0, 2.0, 80.0, 100.0),
                        POINTS,
                        0.95,
                        0.0,
                        100.0,
                        1.0,
                        True,
                        False,
                        near(centres[who], rng, 0.7),
                        ENGINE,
                    )
                    for k, who in enumerate(shown)
                ]
                unit.faces.replace_for(photo.id, faces)
        print(f"\r{len(ids)} photos", end="", file=sys.stderr, flush=True)
    return ids


def main() -> None:
    count, crowd, times = (int(a) for a in (sys.argv[1:] + ["100000", "2000", "9"][len(sys.argv) - 1 :]))
    rng = np.random.default_rng(5)
    people = [Person(new_id(), f"E{n}", "U", frozenset({Role.STUDENT}), f"{n:06}") for n in range(crowd)]
    centres = rng.normal(0.0, 1.0 / np.sqrt(SIZE), (crowd, SIZE))
    with (
        tempfile.TemporaryDirectory() as folder,
        vaults.create(Path(folder) / "v", "four random invented words", "Bench", "everyone", argon2=FLOOR) as s,
    ):
        fill_roster(s, people, centres, rng)
        ids = fill_photos(s, count, centres, rng)
        s.emit(Changes(gallery=True))
        start = time.perf_counter()
        told = recompute(s, Touched(photos=frozenset(ids), first_for=frozenset({CHANNEL})))
        whole = time.perf_counter() - start
        print(f"\n{'what':<46}{'photos judged':>14}{'time':>12}")
        print(f"{'every photo once (a new gallery)':<46}{told.judged:>14}{whole:>10.1f} s")
        _changes(s, people[1:], times)


def _changes(session: Session, people: list[Person], times: int) -> None:
    took: list[float] = []
    judged = changed = 0
    heard: list[Changes] = []
    session.changed.connect(heard.append)
    for person in people[:times]:
        with session.vault.read() as unit:
            judged += len(unit.photo_people.photos_of([person.id]))
        start = time.perf_counter()
        roster.set_consent(session, person.id, Answer.WITHDRAWAL, None, None)
        took.append(time.perf_counter() - start)
        changed += len(heard[-1].photos)
    print(f"{'one person withdraws (median of ' + str(times) + ')':<46}{judged // times:>14}"
          f"{statistics.median(took) * 1000:>9.0f} ms")  # fmt: skip
    print(f"{'  the slowest of them':<46}{'':>14}{max(took) * 1000:>9.0f} ms")
    print(f"  verdicts that changed: {changed}; the last said: {'; '.join(heard[-1].sentences)}")
    start = time.perf_counter()
    recompute(session)
    print(f"{'nothing changed':<46}{0:>14}{(time.perf_counter() - start) * 1000:>9.0f} ms")


if __name__ == "__main__":
    main()
