"""Is a file one of 100,000 released copies? By its hash, and by how it looks.

    python bench/verify_copies.py [--copies 100000] [--runs 9]

A vault with invented releases in a temporary folder; times are of the look-up alone, without opening the vault.
How copies look is read once for an open vault; "the first one" is the look-up that reads it.
"""

from __future__ import annotations

import argparse
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

import consentry_vault as cv
from consentry.services.looks import Looks
from consentry_policy.verdicts import Outcome


def filled(folder: Path, copies: int) -> tuple[cv.Vault, cv.ReleasedCopy]:
    vault = cv.create(folder, "four plain bench words", "Bench", matching="off", argon2=cv.FLOOR)
    now = datetime.now(UTC)
    last: cv.ReleasedCopy | None = None
    for start in range(0, copies, 1000):
        release = cv.Release(secrets.token_hex(16), "Facebook", now.date(), now, "bench", "out", 1000, "")
        made = [
            cv.ReleasedCopy(
                id=secrets.token_hex(8),
                release=release.id,
                photo=secrets.token_hex(16),
                name=f"{start + i}.jpg",
                sha256=secrets.token_hex(32),
                source_sha256=secrets.token_hex(32),
                perceptual_hash=secrets.token_hex(32),
                outcome=Outcome.CLEARED,
                reasons=[],
                seen=True,
            )
            for i in range(min(1000, copies - start))
        ]
        with vault.write() as unit:
            unit.releases.add(release, made)
        last = made[-1]
    assert last is not None
    return vault, last


def timed(work: Callable[[], object], runs: int) -> tuple[float, float]:
    took = []
    for _ in range(runs):
        begun = time.perf_counter()
        assert work()
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took), max(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        vault, wanted = filled(Path(name) / "vault", args.copies)
        with vault:

            def by_hash() -> object:
                with vault.read() as unit:
                    return unit.releases.copies_by_sha256(wanted.sha256)

            looks = Looks()

            def by_looks(kept: Looks | None = None) -> object:
                with vault.read() as unit:
                    return (kept or looks).nearest(unit, wanted.perceptual_hash or "")

            table = Table("look-up", "median ms", "slowest ms", title=f"{args.copies:,} released copies")
            works: list[tuple[str, Callable[[], object]]] = [
                ("by its hash", by_hash),
                ("by how it looks, the first one", lambda: by_looks(Looks())),
                ("by how it looks", by_looks),
            ]
            for label, work in works:
                work()
                median, slowest = timed(work, args.runs)
                table.add_row(label, f"{median:.1f}", f"{slowest:.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
