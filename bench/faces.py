"""Faces: finding and telling, both engines and both fused, in one run and one table with intervals; also as JSON.

    python bench/faces.py [--data DIR] [--json FILE] [--quick] [--sample N] [--turned N] [--splits N] ...

About an hour and a half on two quiet cores; --quick finds the faces of LFW with one plain pass and saves half.
The lines about a labelled school come from main_job.py, the times of the whole path from checking_speed.py.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import faces_finding
import faces_telling
from common_table import save, show


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=faces_finding.SHARED)
    parser.add_argument("--json", type=Path)
    faces_finding.options(parser)
    faces_telling.options(parser)
    chosen = parser.parse_args()
    for folder in ("wider", "lfw"):
        if not (chosen.data / folder).is_dir():
            parser.error(f"there is no folder {folder} in that of the data; name it with --data")
    rows = faces_finding.measured(chosen.data, chosen.engine, chosen.sample, chosen.turned)
    rows += faces_telling.measured(
        chosen.data / "lfw", chosen.splits, chosen.strangers, chosen.quick, chosen.workers, chosen.fresh
    )
    show(rows)
    if chosen.json is not None:
        save(rows, chosen.json)


if __name__ == "__main__":
    main()
