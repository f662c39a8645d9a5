"""The second look at a cropped copy: how often it holds a sound one, how often it stops one that shows the face.

    python bench/crop_recheck.py [--data ../shared/data] [--photos 60] [--seed 436]

Of each photo with two faces or more one is left out by the crop that the program proposes. The copy is cut and
looked at as a release does it. Then the same is done with a copy cut too wide, on purpose, so that the face is in
it: a release would hold that by its size alone; here only the finder may tell.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from common_table import wilson
from consentry.services.analysis import Analysis
from consentry.services.found_faces import face_rows
from consentry.services.photo_jobs import Analyse, MakeCopy
from consentry.services.pool import WorkerPool
from consentry.services.releasing import recheck
from consentry_policy.crops import Crop, padded, propose
from consentry_vault import FaceRow

_PASSED = "goes"


@dataclass(frozen=True)
class Case:
    """One face to be left out of one photo."""

    content: bytes
    whole: Crop
    crop: Crop
    out: FaceRow
    faces: list[FaceRow]

    def hidden(self) -> recheck.Hidden:
        """What the copy must not show, as at a release where nobody has answered for any face."""
        left_out = tuple(f for f in self.faces if self.crop.leaves_out(f.box))
        remaining = tuple(f for f in self.faces if not self.crop.leaves_out(f.box))
        return recheck.Hidden((), left_out, remaining, frozenset(), self.crop)

    def too_wide(self) -> Crop:
        """The smallest rectangle with the crop and all of the face in it."""
        left, top, right, bottom = padded(self.out.box)
        x, y = max(0, min(self.crop.x, left)), max(0, min(self.crop.y, top))
        right, bottom = max(self.crop.right, right), max(self.crop.bottom, bottom)
        return Crop(x, y, min(right, self.whole.right) - x, min(bottom, self.whole.bottom) - y)


def cases(pool: WorkerPool, files: list[Path], wanted: int, draw: random.Random) -> Iterator[Case | None]:
    """So many cases; None where no crop leaves the face out."""
    made = 0
    for path in files:
        content = path.read_bytes()
        analysis = pool.submit(Analyse(content, embed=False)).result()
        faces = face_rows("photo", analysis)
        sure = [f for f in faces if f.must_settle]
        if len(sure) < 2:
            continue
        out = draw.choice(sure)
        whole = Crop(0, 0, analysis.width, analysis.height)
        crop = propose(whole, [out.box], [f.box for f in sure if f is not out])
        yield None if crop is None else Case(content, whole, crop, out, faces)
        made += 1
        if made == wanted:
            return


def look(pool: WorkerPool, content: bytes, crop: Crop) -> Analysis:
    """The finished copy, analysed."""
    copy = pool.submit(MakeCopy(content, (), crop.box)).result()
    return pool.submit(Analyse(copy.content, embed=False)).result()


def said(case: Case, copy: Analysis, cut: Crop) -> str:
    """What the second look says; the copy was in truth cut to ``cut``."""
    hidden = case.hidden()
    told = recheck.wrong_in(recheck.Hidden((), hidden.left_out, hidden.remaining, frozenset(), cut), 1, copy)
    return _PASSED if told is None else "held: " + re.sub(r"\d+", "N", told.split(";")[0])


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data"))
    arguments.add_argument("--photos", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=436)
    given = arguments.parse_args()
    draw = random.Random(given.seed)
    files = sorted((given.data / "wider" / "images").glob("*/*.jpg"))
    draw.shuffle(files)
    right: Counter[str] = Counter()
    wide: Counter[str] = Counter()
    with WorkerPool(embed=False) as pool:
        for case in cases(pool, files, given.photos, draw):
            if case is None:
                right["no crop leaves it out"] += 1
                continue
            right[said(case, look(pool, case.content, case.crop), case.crop)] += 1
            cut = case.too_wide()
            wide[said(case, look(pool, case.content, cut), cut)] += 1
    table = Table("Copy", "What became of it", "Copies", "Share", "95 %")
    for name, counts in (("cut as proposed", right), ("cut too wide", wide)):
        total = sum(counts.values())
        for what, number in counts.most_common():
            low, high = wilson(number, total)
            table.add_row(name, what, str(number), f"{number / total:.1%}", f"{low:.1%} to {high:.1%}")
    Console().print(table)


if __name__ == "__main__":
    main()
