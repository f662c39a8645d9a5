"""Time and memory of a large sheet, from the file to the roster: preview (in the worker child), commit, undo.

Run: python bench/sheet_import.py [rows]. Prints one line a format. CPU seconds (of this process and the child)
stand beside wall seconds, as shared machines wait. The budget (issue 5): 50,000 rows x 12 columns of xlsx: preview
in under 5 s, commit in under 5 s, under 400 MB in either process; csv in half.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from openpyxl import Workbook

from consentry.services import channels, import_undo, roster_import, vaults
from consentry_intake import sheets
from consentry_policy.channels import ChannelKind
from consentry_vault import FLOOR

HEAD = [
    "Student Number", "Last Name", "First Name", "Grade", "Homeroom", "School", "Birth Date", "Photo Permission",
    "Guardian", "Email", "Signed On", "Notes",
]  # fmt: skip
PASSPHRASE = "four plain bench words"
ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000


def lines(count: int) -> list[list[object]]:
    start = dt.date(2008, 1, 1)
    return [
        [
            f"{n:06d}",
            f"Last{n}",
            f"First{n % 977}",
            n % 12 + 1,
            f"R{n % 300}",
            "North",
            start + dt.timedelta(n % 3000),
            ("Yes", "No", None)[n % 3],
            f"Guardian {n}",
            f"g{n}@mail.example",
            dt.date(2025, 9, 1),
            None if n % 9 else "bus",
        ]
        for n in range(count)
    ]


def as_xlsx(count: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Roster")
    sheet.append(HEAD)
    for line in lines(count):
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(count: int) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([HEAD, *lines(count)])
    return out.getvalue().encode()


def cpu() -> float:
    """CPU seconds of this process and of the children it has waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def measure(name: str, data: bytes, parts: bool) -> None:
    """One import in a fresh process, so that the peak of memory is its own."""
    told: list[str] = []

    def step(label: str, action: Callable[[], object]) -> object:
        before, before_cpu = time.perf_counter(), cpu()
        result = action()
        told.append(f"{label} {time.perf_counter() - before:5.2f} ({cpu() - before_cpu:5.2f})")
        if label == "commit":
            told.append(f"[{peak()}]")
        return result

    if parts:
        book = step("read", lambda: sheets.read(data, f"roster.{name}"))
        assert isinstance(book, sheets.Book)
        proposal = step("propose", lambda: sheets.propose(book))
        assert isinstance(proposal, sheets.Proposal)
        found = step("interpret", lambda: sheets.interpret(book, proposal.recipe))
        text = step("to pipe", lambda: sheets.to_json(found))
        assert isinstance(text, str)
        step("from pipe", lambda: sheets.from_json(sheets.Interpretation, text))
    else:
        _whole(step, name, data)
    print(f"{name:5} {len(data) / 1e6:5.1f} MB  {'  '.join(told)}  {peak()}")


def peak() -> str:
    """The most memory that this process and its largest child have had so far."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    mine, child = (resource.getrusage(who).ru_maxrss / 1024 for who in whose)
    return f"peak {mine:4.0f} MB, child {child:4.0f} MB"


def _whole(step: Callable[[str, Callable[[], object]], object], name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster.{name}"
        path.write_bytes(data)
        with vaults.create(Path(folder) / "vault", PASSPHRASE, "Bench", "off", argon2=FLOOR) as session:
            channels.add(session, "Facebook", ChannelKind.SOCIAL, "Bench")
            choices = roster_import.ImportChoices("shelf", None)
            plan = step("preview", lambda: roster_import.plan(session, path, choices).run())
            assert isinstance(plan, roster_import.ImportPlan)
            assert len(plan.new) == ROWS
            step("commit", lambda: roster_import.commit(session, plan))
            again = step("again", lambda: roster_import.plan(session, path, choices).run())
            assert isinstance(again, roster_import.ImportPlan)
            assert len(again.unchanged) == ROWS
            step("undo", lambda: import_undo.undo(session))


def main() -> None:
    context = multiprocessing.get_context("spawn")
    print(f"{ROWS:,} rows x {len(HEAD)} columns on {psutil.cpu_count()} cores; wall seconds (CPU seconds)")
    for parts in (False, True):
        for name, make in (("xlsx", as_xlsx), ("csv", as_csv)):
            child = context.Process(target=measure, args=(name, make(ROWS), parts))
            child.start()
            child.join()


if __name__ == "__main__":
    main()
