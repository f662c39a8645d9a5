"""Benchmark: telling people apart. Real photos of adults (lfw/); one table, 95 % intervals, also as JSON.

    faces_telling.py [--lfw DIR] [--splits 50] [--strangers N] [--quick] [--json FILE] [--fresh]

Each split enrols 150 people with three portraits (one in the lines that say so), takes their other photos as
probes, and parts everyone else, by person, into a fit half (the cohort: normaliser and thresholds) and a reported
half. "Missed at 1 % alarms": the share of probes whose own person scores below what 1 % of the reported strangers
reach with anyone. Intervals are bootstraps over enrolled people. A photo in which no face is found is a miss.

LFW holds a few people under two names and a few wrong photos. They are reported as they are; the lines "two names
joined" repeat the first with the three pairs joined whose names show that they are one person.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from common_lfw import F32, Shots, Source, shots
from common_table import Row, save, show
from consentry_faces.matching import Matcher

ENROLLED = 150
ONE_PERSON = {
    "Joseph_Blatter": "Sepp_Blatter",
    "Mireya_Elisa_Moscoso_Rodriguez": "Mireya_Moscoso",
    "John_Gruden": "Jon_Gruden",
}
Ints = npt.NDArray[np.intp]
Score = Callable[["Split", Ints], F32]


@dataclass(frozen=True)
class Split:
    """Indices of photos: ``portraits`` [people, k], ``probes``, whose they are, strangers to fit and to report."""

    portraits: Ints
    probes: Ints
    owners: Ints
    fit: Ints
    report: Ints


def splits(
    person: npt.NDArray[np.str_], found: npt.NDArray[np.bool_], portraits: int, count: int
) -> Iterator[Split]:
    """Random splits. Portraits are photos with a face: the gate refuses others."""
    names, who = np.unique(person, return_inverse=True)
    photos = [np.flatnonzero(who == i) for i in range(len(names))]
    many = [i for i, own in enumerate(photos) if len(own) > 3 and found[own].sum() >= portraits]
    for seed in range(count):
        rng = np.random.default_rng(seed)
        people = rng.choice(many, min(ENROLLED, len(many)), replace=False)
        chosen = [rng.permutation(photos[i][found[photos[i]]])[:portraits] for i in people]
        rest = [np.setdiff1d(photos[i], own) for i, own in zip(people, chosen, strict=True)]
        others = rng.permutation(np.setdiff1d(np.arange(len(names)), people))
        halves = [np.concatenate([photos[i] for i in part]) for part in np.array_split(others, 2)]
        fit = rng.permutation(halves[0][found[halves[0]]])
        owners = np.repeat(np.arange(len(people)), [len(own) for own in rest])
        yield Split(np.stack(chosen), np.concatenate(rest), owners, fit, halves[1])


def matched(rows: F32, cohort: int | None = None, probes: F32 | None = None) -> Score:
    """Scores of the product's own matcher; ``probes``: other templates for what is compared."""

    def score(split: Split, photos: Ints) -> F32:
        matcher = fitted(rows, split, cohort)
        return _holes(rows if probes is None else probes, photos, matcher.scores)

    return score


def fitted(rows: F32, split: Split, cohort: int | None = None) -> Matcher:
    gallery = {str(i): rows[own] for i, own in enumerate(split.portraits)}
    return Matcher.fit(gallery, rows[split.fit[:cohort]])


def lived_in(rows: F32, split: Split) -> Matcher:
    """The matcher of a vault that holds the enrolled people's other photos, too, and nobody has named a face."""
    probes = split.probes[np.isfinite(rows[split.probes]).all(axis=1)]
    gallery = {str(i): rows[own] for i, own in enumerate(split.portraits)}
    return Matcher.fit(gallery, rows[np.concatenate([split.fit, probes])])


def in_the_vault(rows: F32) -> Score:
    """Scores of that matcher."""
    return lambda split, photos: _holes(rows, photos, lived_in(rows, split).scores)


def plain(rows: F32) -> Score:
    """The same without a normaliser."""

    def score(split: Split, photos: Ints) -> F32:
        units = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        centres = units[split.portraits].sum(axis=1)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        return _holes(units, photos, lambda found: found @ centres.T)

    return score


def fused(first: Score, second: Score, weight: float) -> Score:
    def score(split: Split, photos: Ints) -> F32:
        both: F32 = first(split, photos) + np.float32(weight) * second(split, photos)
        return both

    return score


def _holes(rows: F32, photos: Ints, score: Callable[[F32], F32]) -> F32:
    """Scores of the photos; -1 for all people where no face was found."""
    found = np.isfinite(rows[photos]).all(axis=1)
    some = score(rows[photos][found])
    out = np.full((len(photos), some.shape[1]), -1.0, np.float32)
    out[found] = some
    return out


def missed(
    engine: str, what: str, all_shots: Shots, score: Score, rates: dict[float, str], portraits: int, count: int
) -> list[Row]:
    """One row a rate: the share of enrolled people's probes that are missed there."""
    tally: dict[float, dict[str, list[bool]]] = {rate: {} for rate in rates}
    strangers = 0
    for split in splits(all_shots.person, all_shots.found, portraits, count):
        own = score(split, split.probes)[np.arange(len(split.probes)), split.owners]
        best = score(split, split.report).max(axis=1)
        strangers += len(best)
        for rate in rates:
            below = own < np.quantile(best, 1 - rate)
            for photo, miss in zip(split.probes, below, strict=True):
                tally[rate].setdefault(str(all_shots.person[photo]), []).append(bool(miss))
    rows = []
    for rate, target in rates.items():
        hits = np.array([sum(v) for v in tally[rate].values()], np.float64)
        tries = np.array([len(v) for v in tally[rate].values()], np.float64)
        low, high = bootstrap(hits, tries)
        measure = f"{what}, {portraits} portrait{'s' * (portraits > 1)}: missed at {rate:.1%} alarms, %"
        rows.append(percent(engine, measure, hits.sum() / tries.sum(), low, high, int(tries.sum()), target))
    return rows


def percent(engine: str, measure: str, value: float, low: float, high: float, n: int, target: str = "") -> Row:
    return Row(engine, measure, 100 * value, 100 * low, 100 * high, n, target)


def bootstrap(hits: npt.NDArray[np.float64], tries: npt.NDArray[np.float64]) -> tuple[float, float]:
    draws = np.random.default_rng(0).integers(0, len(hits), (2000, len(hits)))
    low, high = np.percentile(hits[draws].sum(axis=1) / tries[draws].sum(axis=1), [2.5, 97.5])
    return float(low), float(high)


def promises(all_shots: Shots, count: int) -> list[Row]:
    """Asked-for against measured alarm rate, with a large cohort, a small one and none."""
    rows = []
    for cohort in (None, 100, 0, -1):
        measured: dict[float, list[float]] = {0.1: [], 0.05: [], 0.01: [], 0.001: []}
        sizes, origin = [], ""
        for split in splits(all_shots.person, all_shots.found, 3, count):
            matcher = lived_in(all_shots.rows, split) if cohort == -1 else fitted(all_shots.rows, split, cohort)
            best = _holes(all_shots.rows, split.report, matcher.scores).max(axis=1)
            sizes.append(len(best))
            origin = matcher.source.origin.name.lower()
            for rate, seen in measured.items():
                seen.append(float((best >= matcher.threshold(rate)).mean()))
        size = {None: "all", -1: "all and the enrolled people's other photos"}.get(cohort, str(cohort))
        for rate, seen in measured.items():
            low, high = np.percentile(seen, [2.5, 97.5])
            target = "within a factor 1.5" if rate >= 0.01 else "told with its interval"
            what = f"alarms asked for {rate:.1%}, cohort {size} (from the {origin}), %"
            rows.append(
                percent("standard", what, float(np.mean(seen)), float(low), float(high), sum(sizes), target)
            )
    return rows


def fixed_tolerance(all_shots: Shots, count: int) -> list[Row]:
    """As face_recognition's users run it: anyone within a distance of 0.6."""
    alarms, misses, probes = [], [], 0
    for split in splits(all_shots.person, all_shots.found, 3, count):
        portraits = all_shots.rows[split.portraits].reshape(-1, all_shots.rows.shape[1])

        def near(rows: F32, portraits: F32 = portraits) -> F32:
            squares = (rows**2).sum(1)[:, None] + (portraits**2).sum(1) - 2 * rows @ portraits.T
            close: F32 = (squares.reshape(len(rows), -1, 3).min(axis=2) <= 0.36).astype(np.float32)
            return close

        alarms.append(float((_holes(all_shots.rows, split.report, near).max(axis=1) > 0).mean()))
        own = _holes(all_shots.rows, split.probes, near)[np.arange(len(split.probes)), split.owners]
        misses.append(float((own <= 0).mean()))
        probes += len(own)
    made = []
    for what, seen in (("strangers that alarm", alarms), ("missed", misses)):
        low, high = np.percentile(seen, [2.5, 97.5])
        made.append(
            percent(
                "face_recognition",
                f"tolerance 0.6: {what}, %",
                float(np.mean(seen)),
                float(low),
                float(high),
                probes,
            )
        )
    return made


def at_size(templates: int = 100_000, faces: int = 40) -> list[Row]:
    """Matching at size: random directions cost what faces cost."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(templates, 128)).astype(np.float32)
    probes = rng.normal(size=(faces, 128)).astype(np.float32)
    made = []
    for portraits in (3, 1):
        matcher = Matcher.fit({str(i): rows[i : i + portraits] for i in range(0, templates, portraits)})
        times = []
        for _ in range(9):
            start = time.perf_counter()
            matcher.match(probes)
            times.append((time.perf_counter() - start) * 1000)
        what = f"{templates:,} templates x {faces} faces, {portraits} a person, ms"
        made.append(Row("any", what, float(np.median(times)), min(times), max(times), len(times), "<= 50"))
    return made


def lfw_rows(source: Source, count: int) -> list[Row]:
    read = shots(source)
    standard, hog, second = read["standard"], read["face_recognition"], read["second"]
    joined = Shots(np.array([ONE_PERSON.get(p, p) for p in standard.person]), standard.rows)
    targets = {0.1: "", 0.01: "<= 0.3", 0.001: "<= 0.7"}
    bare = dict.fromkeys(targets, "")
    rows = missed("standard", "LFW", standard, matched(standard.rows), targets, 3, count)
    rows += missed("standard", "LFW, two names joined", joined, matched(joined.rows), targets, 3, count)
    vault = "LFW, two names joined, their other photos in the vault"
    for portraits in (3, 2, 1):
        rows += missed("standard", vault, joined, in_the_vault(joined.rows), bare, portraits, count)
    rows += missed("standard", "LFW, two names joined", joined, matched(joined.rows), bare, 2, count)
    rows += missed("face_recognition", "LFW", hog, matched(hog.rows), bare, 3, count)
    both = Shots(joined.person, np.where(second.found[:, None], joined.rows, np.nan).astype(np.float32))
    for portraits in (3, 1):
        score = fused(matched(both.rows), matched(second.rows), 0.2)
        rows += missed("both fused", "LFW, two names joined", both, score, bare, portraits, count)
    rows += missed("standard", "LFW, two names joined", joined, matched(joined.rows), bare, 1, count)
    rows += fixed_tolerance(hog, count)
    rows += promises(joined, count)
    score = matched(joined.rows, probes=read["small"].rows)
    rows += missed("standard", "LFW, probes 32 px", joined, score, {0.1: "<= 1.5"}, 3, count)
    other = Shots(joined.person, read["shifted"].rows)
    rows += missed("standard", "shifted, not normalised", other, plain(other.rows), {0.01: ""}, 3, count)
    rows += missed("standard", "shifted, normalised", other, matched(other.rows), {0.01: "<= 0.7 x"}, 3, count)
    return rows


def measured(lfw: Path, splits: int, strangers: int | None, quick: bool, workers: int, fresh: bool) -> list[Row]:
    """All rows; those of matching at size alone where ``lfw`` is not there."""
    rows = lfw_rows(Source(lfw, strangers, fresh, quick, workers), splits) if lfw.is_dir() else []
    rows += at_size()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("any", "peak memory of telling, MB", peak, None, None, 1)]


def options(parser: argparse.ArgumentParser) -> None:
    """What can be chosen, but for where the photos lie and the JSON goes."""
    parser.add_argument("--splits", type=int, default=50)
    parser.add_argument(
        "--strangers", type=int, help="only so many people with fewer than four photos: for a quick look"
    )
    parser.add_argument(
        "--quick", action="store_true", help="find with one plain pass of YuNet, five times as fast"
    )
    parser.add_argument("--workers", type=int, default=2, help="processes that read the photos")
    parser.add_argument("--fresh", action="store_true", help="find and embed again")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lfw", type=Path, default=Path(__file__).parents[2] / "shared" / "data" / "lfw")
    parser.add_argument("--json", type=Path)
    options(parser)
    chosen = parser.parse_args()
    rows = measured(chosen.lfw, chosen.splits, chosen.strangers, chosen.quick, chosen.workers, chosen.fresh)
    show(rows)
    if chosen.json is not None:
        save(rows, chosen.json)


if __name__ == "__main__":
    main()
