"""What checking costs: CPU seconds and memory a 12-megapixel JPEG with ten faces, beside face_recognition's
default.

    python bench/checking_speed.py [--photos 20] [--faces 10]

The photos are made here from the demo's two portraits (public domain) on a noisy backdrop; every photo differs,
and every figure is CPU time of the whole path (read, hash, decode, find, embed, thumbnail, crops), not wall time,
but for the last table, where the wall clock is the point: photos a second with one worker and with two.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
from PIL import Image

from consentry.services.photo_jobs import Analyse, MakeCopy
from consentry.services.pool import WorkerPool
from consentry_intake.images.fingerprint import distance, perceptual_hash

WIDTH, HEIGHT = 4000, 3000


def portraits() -> list[Image.Image]:
    import importlib.util

    from skimage import data

    spec = importlib.util.find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    admiral = Path(spec.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg"
    return [
        Image.fromarray(data.astronaut()[:300, 100:400]),
        Image.open(admiral).convert("RGB").crop((80, 60, 440, 420)),
    ]


def photo(number: int, faces: int) -> bytes:
    """One photo: people of 150 to 350 px in two rows, a different one for every number."""
    rng = np.random.default_rng(number)
    backdrop = rng.normal(128, 9, (HEIGHT, WIDTH, 3)) + np.linspace(-40, 40, WIDTH)[None, :, None]
    canvas = Image.fromarray(backdrop.clip(0, 255).astype(np.uint8))
    people = portraits()
    columns = -(-faces // 2)
    for i in range(faces):
        size = int(rng.integers(350, 3600 // columns - 20))
        tile = people[i % 2].resize((size, size), Image.Resampling.LANCZOS)
        canvas.paste(tile, (200 + (i % columns) * 3600 // columns, 250 + (i // columns) * 1400))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=90)
    return out.getvalue()


def peak(process: psutil.Process) -> int:
    """Most bytes resident so far (Linux: VmHWM)."""
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if "VmHWM" in line)
    return int(getattr(process.memory_info(), "peak_wset", process.memory_info().rss))


def cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def ours(photos: list[Path], engine: str, *, embed: bool = True) -> tuple[float, float, int, int]:
    """CPU seconds a photo in the child and in the parent, peak bytes of the child, faces found."""
    with WorkerPool(1, engine=engine, embed=embed) as pool:
        pool.submit(Analyse(photos[0])).result()  # the engine is loaded and its buffers are there
        child = psutil.Process(next(iter(pool._children.values())).pid)
        parent, before, mine = psutil.Process(), cpu(child), cpu(psutil.Process())
        results = [result for _, result in pool.map(Analyse(p) for p in photos)]
        assert all(result.error is None for result in results)
        found = sum(len(result.faces) for result in results)
        each = len(photos)
        return (cpu(child) - before) / each, (cpu(parent) - mine) / each, peak(child), found


FACE_RECOGNITION = """
import resource, sys, warnings
warnings.simplefilter("ignore")
import face_recognition
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
start, found = used(), 0
for name in sys.argv[1:]:
    image = face_recognition.load_image_file(name)
    boxes = face_recognition.face_locations(image)
    found += len(face_recognition.face_encodings(image, boxes))
print((used() - start) / len(sys.argv[1:]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, found)
"""


def theirs(photos: list[Path]) -> tuple[float, int, int]:
    command = [sys.executable, "-c", FACE_RECOGNITION, *map(str, photos)]
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    import os

    said = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **one_thread}
    ).stdout
    seconds, memory, found = said.split()
    return float(seconds), int(memory), int(found)


def rate(photos: list[Path], workers: int) -> float:
    """Photos a second, wall clock, once all children are ready."""
    with WorkerPool(workers) as pool:
        list(pool.map(Analyse(p) for p in photos[: 2 * workers]))
        start = time.perf_counter()
        count = sum(1 for _ in pool.map(Analyse(p) for p in photos))
        return count / (time.perf_counter() - start)


def of_many_sizes(folder: Path, source: Path, count: int) -> tuple[int, int]:
    """Peak bytes of a child after the first and after ``count`` photos, no two of one size."""
    rng, image = np.random.default_rng(0), Image.open(source)
    paths = [folder / f"size-{i}.jpg" for i in range(count)]
    for path in paths:
        width = int(rng.integers(900, 2000))
        image.resize((width, int(width * rng.uniform(0.5, 1.5)))).save(path, "JPEG", quality=90)
    with WorkerPool(1) as pool:
        pool.submit(Analyse(paths[0])).result()
        child = psutil.Process(next(iter(pool._children.values())).pid)
        first = peak(child)
        assert all(result.error is None for _, result in pool.map(Analyse(p) for p in paths))
        return first, peak(child)


def copies(photos: list[Path]) -> tuple[float, float]:
    """CPU seconds of a copy without and with a cover."""
    with WorkerPool(1, engine="none") as pool:
        pool.submit(MakeCopy(photos[0])).result()
        child = psutil.Process(next(iter(pool._children.values())).pid)
        spent = []
        for covers in ((), ((300.0, 300.0, 200.0, 250.0),)):
            before = cpu(child)
            list(pool.map(MakeCopy(p, covers) for p in photos))
            spent.append((cpu(child) - before) / len(photos))
        return spent[0], spent[1]


def fingerprints(photos: list[Path]) -> tuple[int, int]:
    """Bits that differ: most for the same photo saved small, least between two photos."""
    whole, small = [], []
    for path in photos:
        image = Image.open(path)
        whole.append(perceptual_hash(np.asarray(image)))
        out = io.BytesIO()
        image.resize((1024, 768)).save(out, "JPEG", quality=50)
        small.append(perceptual_hash(np.asarray(Image.open(out))))
    same = max(distance(a, b) for a, b in zip(whole, small, strict=True))
    other = min(distance(a, b) for i, a in enumerate(whole) for b in small[i + 1 :])
    return same, other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=20)
    parser.add_argument("--faces", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photos = [Path(folder) / f"{i}.jpg" for i in range(options.photos)]
        for number, path in enumerate(photos):
            path.write_bytes(photo(number, options.faces))
        megabytes = sum(p.stat().st_size for p in photos) / len(photos) / 1e6
        print(f"{len(photos)} JPEGs of {WIDTH} x {HEIGHT} px, {megabytes:.1f} MB and {options.faces} faces each\n")
        print(f"{'':34}{'CPU s a photo':>15}{'parent':>9}{'peak memory':>14}{'faces found':>13}")
        for name, engine, embed in (
            ("standard", "standard", True),
            ("standard, mode off", "standard", False),
            ("engine face_recognition", "face_recognition", True),
        ):
            child, parent, memory, found = ours(photos, engine, embed=embed)
            print(
                f"{name:34}{child:>13.3f} s{parent:>7.3f} s{memory / 2**20:>11.0f} MB{found / len(photos):>13.1f}"
            )
        seconds, memory, found = theirs(photos)
        print(
            f"{'face_recognition, its own pipeline':34}{seconds:>13.3f} s{'':>9}{memory / 2**20:>11.0f} MB", end=""
        )
        print(f"{found / len(photos):>13.1f}\n")
        plain, covered = copies(photos)
        print(f"copy let out, nothing covered {plain:.3f} s, one face covered {covered:.3f} s of CPU")
        same, other = fingerprints(photos)
        print(f"fingerprint: {same} of 256 bits differ at most in a small copy, {other} at least in another photo")
        first, last = (size / 2**20 for size in of_many_sizes(Path(folder), photos[0], 40))
        print(f"40 photos of 40 sizes: peak memory {first:.0f} MB after the first, {last:.0f} MB after all")
        one, two = rate(photos, 1), rate(photos, 2)
        print(f"photos a second: {one:.2f} with one worker, {two:.2f} with two ({two / one:.2f} times)")
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(f"peak memory of the parent: {usage.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
