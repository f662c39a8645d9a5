"""The main job on a labelled school: init, import, enrol, check, and what came of it, beside face_recognition.

    python bench/main_job.py [--people 60] [--photos 40] [--refused 15] [--seed 1] [--json FILE] [--no-baseline]

Needs the real photos (../shared). The school is made new in a temporary folder and thrown away. A photo's truth
says who is in it; a face found outside the truth is a bystander of a cut-out and reported apart.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from common_table import wilson
from consentry_faces.face import overlap

SHARED = Path(__file__).resolve().parents[2] / "shared"
CHANNEL = "Facebook"
TOLERANCE = 0.6  # face_recognition's own default


@dataclass
class Tally:
    """What one pipeline made of all photos."""

    held_cleared: int = 0  # photos with someone without consent, or a stranger, that came out cleared
    held: int = 0
    granted_cleared: int = 0
    granted: int = 0
    clean_cleared: int = 0  # of all-granted photos without a bystander
    clean: int = 0
    right: int = 0
    wrong: int = 0
    faces: int = 0
    missed: int = 0  # faces of the truth that were not found at all
    bystanders: int = 0
    # one answer to one group of faces: groups with an enrolled face of the truth, and all others (strangers,
    # bystanders); mixed ones hold two people of the truth, so one answer would be wrong for somebody
    decisions: int | None = None  # None: the pipeline asks nothing in groups
    other_decisions: int | None = None
    mixed: int | None = None
    seconds: float = 0.0
    verdicts: dict[str, int] = field(default_factory=dict)


def run(*args: str | Path, ok: Iterable[int] = (0, 1)) -> str:
    """One command of the program; its standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "consentry", *map(str, args)], capture_output=True, text=True, check=False
    )
    if done.returncode not in set(ok):
        raise SystemExit(f"{' '.join(map(str, args))}\n{done.stdout}{done.stderr}")
    return done.stdout


def make_school(folder: Path, args: argparse.Namespace) -> Path:
    tool = SHARED / "tools" / "team_photos.py"
    options = {"people": args.people, "photos": args.photos, "refused": args.refused, "seed": args.seed}
    command = [sys.executable, tool, "--faces", SHARED / "data" / "lfw", "--out", folder]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)
    return folder


def consentry_results(school: Path, work: Path) -> tuple[list[dict[str, Any]], float]:
    secret = work / "passphrase"
    secret.write_text("four plain bench words\n")
    vault = work / "vault"
    shared = ("--passphrase-file", secret)
    on_vault = ("--vault", vault, *shared)
    run("init", vault, "--user", "Bench", *shared)
    run("channel", "add", CHANNEL, "--authorised-by", "Bench", *on_vault)
    run("people", "import", school / "roster.csv", "--evidence", "bench", "--channels", "all", *on_vault)
    run("people", "enrol", school / "portraits", *on_vault)
    begun = time.perf_counter()
    lines = run("check", school / "photos", "--channel", CHANNEL, "--json", *on_vault).splitlines()
    seconds = time.perf_counter() - begun
    results = [json.loads(line) for line in lines]
    groups = question_of(vault, secret.read_text().strip())
    for line in results:
        for face in line["faces"]:
            face["question"] = groups.get((line["id"], face["face"]))
    return results, seconds


def question_of(vault: Path, passphrase: str) -> dict[tuple[str, int], int]:
    """Which question of the review page a face belongs to, by photo id and the face's number."""
    from consentry.services import photos, reviewing, vaults

    with vaults.unlock(vault, passphrase) as session:
        [batch] = photos.batches(session)
        asked = reviewing.questions(session, batch.id, CHANNEL)
        with session.vault.read() as unit:
            rows = unit.faces.of_photos([photo for question in asked for photo in question.photos])
    places = {row.id: (row.photo, row.ordinal + 1) for found in rows.values() for row in found}
    return {places[face]: number for number, question in enumerate(asked) for face in question.faces}


def pair(truth: list[dict[str, Any]], faces: list[dict[str, Any]]) -> tuple[list[int | None], list[int]]:
    """For each truth face the index of the find that lies on it, and the finds that lie on none."""
    scores = sorted(
        ((overlap(t["box"], f["box"]), i, j) for i, t in enumerate(truth) for j, f in enumerate(faces)),
        reverse=True,
    )
    mine: list[int | None] = [None] * len(truth)
    used: set[int] = set()
    for score, i, j in scores:
        if score >= 0.2 and mine[i] is None and j not in used:
            mine[i] = j
            used.add(j)
    return mine, [j for j in range(len(faces)) if j not in used]


def tally(truth: dict[str, list[dict[str, Any]]], results: list[dict[str, Any]]) -> Tally:
    """``results``: photo, verdict, faces [{box, person, automatic, holds}]."""
    total = Tally()
    asked: dict[int, set[str | None]] = {}
    for result in results:
        rows = truth[Path(result["photo"]).name]
        faces = result["faces"]
        mine, outside = pair(rows, faces)
        bystanders = [j for j in outside if faces[j]["holds"]]
        granted = all(row["permission"] == "Yes" for row in rows)
        cleared = result["verdict"] == "cleared"
        total.verdicts[result["verdict"]] = total.verdicts.get(result["verdict"], 0) + 1
        total.bystanders += len(bystanders)
        if granted:
            total.granted += 1
            total.granted_cleared += cleared
            total.clean += not bystanders
            total.clean_cleared += cleared and not bystanders
        else:
            total.held += 1
            total.held_cleared += cleared
        for face in faces:
            if face.get("question") is not None:
                asked.setdefault(face["question"], set())
        for row, found in zip(rows, mine, strict=True):
            if found is not None and faces[found].get("question") is not None:
                asked[faces[found]["question"]].add(row["number"])
            total.missed += found is None
            named = faces[found]["person"] if found is not None else None
            if row["number"] is None:
                total.wrong += named is not None
                continue
            total.faces += 1
            total.right += named == row["number"]
            total.wrong += named is not None and named != row["number"]
    if any("question" in face for result in results for face in result["faces"]):
        total.decisions = sum(bool(people - {None}) for people in asked.values())
        total.other_decisions = len(asked) - total.decisions
        total.mixed = sum(len(people) > 1 for people in asked.values())
    return total


def ours(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    settled = {"identified", "not a face"}
    return [
        line | {"faces": [face | {"holds": face["state"] not in settled} for face in line["faces"]]}
        for line in lines
    ]


def baseline_results(school: Path) -> tuple[list[dict[str, Any]], float]:
    """face_recognition as its users run it: HOG, the nearest portrait within the tolerance."""
    import csv

    import face_recognition
    import numpy as np

    with (school / "roster.csv").open(encoding="utf-8") as sheet:
        permission = {row["Student Number"]: row["Photo Permission"] for row in csv.DictReader(sheet)}
    numbers, known = [], []
    for path in sorted((school / "portraits").iterdir()):
        for encoding in face_recognition.face_encodings(face_recognition.load_image_file(path))[:1]:
            numbers.append(path.stem.partition("_")[0])
            known.append(encoding)
    begun, results = time.perf_counter(), []
    for path in sorted((school / "photos").iterdir()):
        rgb = face_recognition.load_image_file(path)
        boxes = face_recognition.face_locations(rgb)
        faces = []
        for box, encoding in zip(boxes, face_recognition.face_encodings(rgb, boxes), strict=True):
            top, right, bottom, left = box
            distances = face_recognition.face_distance(known, encoding)
            nearest = int(np.argmin(distances))
            person = numbers[nearest] if distances[nearest] <= TOLERANCE else None
            place = [left, top, right - left, bottom - top]
            faces.append({"box": place, "person": person, "holds": person is None})
        people = [face["person"] for face in faces]
        if any(p is not None and permission[p] != "Yes" for p in people):
            verdict = "blocked"
        else:
            verdict = "cleared" if people and all(people) else "review"
        results.append({"photo": path.name, "verdict": verdict, "faces": faces})
    return results, time.perf_counter() - begun


def show(columns: dict[str, Tally], photos: int) -> None:
    def share(part: int, whole: int) -> str:
        low, high = wilson(part, whole)
        said = f"{100 * part / whole:.2f} % ({100 * low:.2f} to {100 * high:.2f})" if whole else "none"
        return f"{part} of {whole}: {said}"

    def per_hundred(count: int | None) -> str:
        return "not asked in groups" if count is None else f"{100 * count / photos:.0f}"

    rows = {
        "photos with someone without consent or a stranger, cleared": lambda t: share(t.held_cleared, t.held),
        "all-granted photos cleared without a click": lambda t: share(t.granted_cleared, t.granted),
        "  of those without a bystander": lambda t: share(t.clean_cleared, t.clean),
        "enrolled faces identified, right": lambda t: share(t.right, t.faces),
        "faces identified, wrong": lambda t: share(t.wrong, t.faces),
        "faces of the truth not found": lambda t: str(t.missed),
        "bystanders that hold a photo": lambda t: str(t.bystanders),
        "decisions for enrolled faces, per 100 photos": lambda t: per_hundred(t.decisions),
        "  for strangers and bystanders": lambda t: per_hundred(t.other_decisions),
        "  of all, groups that mix two people": lambda t: "-" if t.mixed is None else str(t.mixed),
        "verdicts": lambda t: ", ".join(f"{k} {v}" for k, v in sorted(t.verdicts.items())),
        "seconds a photo, wall, whole run": lambda t: f"{t.seconds / photos:.2f}",
    }
    table = Table("measured", *columns)
    for name, cell in rows.items():
        table.add_row(name, *(cell(t) for t in columns.values()))
    Console(width=160).print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in {"people": 60, "photos": 40, "refused": 15, "seed": 1}.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--no-baseline", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        school = make_school(work / "school", args)
        truth = json.loads((school / "truth.json").read_text(encoding="utf-8"))
        lines, seconds = consentry_results(school, work)
        columns = {"consentry": tally(truth, ours(lines))}
        columns["consentry"].seconds = seconds
        if not args.no_baseline:
            results, seconds = baseline_results(school)
            columns["face_recognition"] = tally(truth, results)
            columns["face_recognition"].seconds = seconds
    show(columns, args.photos)
    if args.json:
        args.json.write_text(json.dumps({k: vars(v) for k, v in columns.items()}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
