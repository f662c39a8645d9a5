"""How quickly bad sheets are refused, and in how much memory: one line each (issue 5: 1 s, 300 MB).

Run: python bench/sheet_bad_input.py [part of a name]. Each file is read in a process of its own, as in the worker
child; seconds are of CPU, as shared machines wait, and do not count the start of Python. Linux only.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "intake"))

from sheet_corpus.bombs import REFUSED
from sheet_corpus.large import LARGE

IN_A_CHILD = """
import re, sys, time
from pathlib import Path
from consentry_intake import sheets
data = Path(sys.argv[1]).read_bytes()
start = time.process_time()
try:
    sheets.propose(sheets.read(data, sys.argv[2]))
    said = "READ"
except sheets.SheetError as error:
    said = str(error)
seconds = time.process_time() - start
peak = re.search("VmHWM:\\\\s+([0-9]+)", Path("/proc/self/status").read_text())
print(f"{seconds:5.2f} s {int(peak[1]) // 1024:4} MB  {said}")
"""


def measure(name: str, make: Callable[[], bytes], folder: Path) -> str:
    """Seconds, memory and the sentence."""
    file = folder / "untrusted"
    file.write_bytes(make())
    command = [sys.executable, "-c", IN_A_CHILD, str(file), name]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout.strip()


def main() -> None:
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    with tempfile.TemporaryDirectory() as folder:
        for name, make in (REFUSED | LARGE).items():
            if part in name:
                print(f"{name:28} {measure(name, make, Path(folder))}", flush=True)


if __name__ == "__main__":
    main()
