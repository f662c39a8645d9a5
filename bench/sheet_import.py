"""Time and memory of a large sheet, from bytes to a preview's rows: read, propose, interpret, pipe.

Run: python bench/sheet_import.py [rows]. Prints one line a format. CPU seconds are given beside wall seconds, as
shared machines wait. The budget (issue 5): 50,000 rows x 12 columns of xlsx in under 5 s and 400 MB, csv in half.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable

from openpyxl import Workbook

from consentry_intake import sheets

HEAD = [
    "Student Number", "Last Name", "First Name", "Grade", "Homeroom", "School", "Birth Date", "Photo Permission",
    "Guardian", "Email", "Signed On", "Notes",
]  # fmt: skip
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


def measure(name: str, data: bytes) -> None:
    """One import in a fresh process, so that the peak of memory is its own."""
    steps: list[str] = []
    start, cpu = time.perf_counter(), time.process_time()

    def step(label: str, action: Callable[[], object]) -> object:
        before, before_cpu = time.perf_counter(), time.process_time()
        result = action()
        steps.append(f"{label} {time.perf_counter() - before:4.2f} ({time.process_time() - before_cpu:4.2f})")
        return result

    book = step("read", lambda: sheets.read(data, f"roster.{name}"))
    assert isinstance(book, sheets.Book)
    proposal = step("propose", lambda: sheets.propose(book))
    assert isinstance(proposal, sheets.Proposal)
    found = step("interpret", lambda: sheets.interpret(book, proposal.recipe))
    text = step("to pipe", lambda: sheets.to_json(found))
    assert isinstance(text, str)
    step("from pipe", lambda: sheets.from_json(sheets.Interpretation, text))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    total, total_cpu = time.perf_counter() - start, time.process_time() - cpu
    size = f"{name:5} {len(data) / 1e6:6.1f} MB"
    print(f"{size}  {'  '.join(steps)}  total {total:5.2f} ({total_cpu:5.2f})  peak {peak:4.0f} MB")


def main() -> None:
    context = multiprocessing.get_context("spawn")
    print(f"{ROWS:,} rows x {len(HEAD)} columns; wall seconds (CPU seconds)")
    for name, make in (("xlsx", as_xlsx), ("csv", as_csv)):
        child = context.Process(target=measure, args=(name, make(ROWS)))
        child.start()
        child.join()


if __name__ == "__main__":
    main()
