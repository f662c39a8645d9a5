"""How the window of Check photos feels: ten thousand photos in the grid, and opening one.

    uv run --extra demo python bench/review_window.py

Prints a table: the grid on invented photos with a thumbnail each, off screen, at 1200 x 800 px; opening on the
demo's photos in a temporary vault. Times in ms are those the window cannot answer in.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from consentry.services import demo
from consentry.services.views import PhotoView
from consentry.ui.bridge import Bridge
from consentry.ui.check import CheckPage
from consentry.ui.check.filter_bar import FilterBar
from consentry.ui.check.photo_grid import PhotoGrid
from consentry.ui.check.photo_model import Criteria, PhotoFilter, PhotoModel
from consentry.ui.check.thumbnails import Thumbnails
from consentry.ui.context import UiContext
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner
from consentry_policy.verdicts import Outcome

PHOTOS, STEPS = 10_000, 200


def milliseconds(app: QApplication, act: Callable[[], object]) -> float:
    """How long the window is taken up by ``act`` and what follows from it at once."""
    before = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - before) * 1000


def row(what: str, *values: float) -> None:
    """One line of the table."""
    print(f"{what:<58}" + "".join(f"{value:>9.1f}" for value in values))


def thumbnail() -> bytes:
    """A JPEG as large as those in a vault."""
    image = QImage(512, 340, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload]  # the stub wants bytes, which Qt then refuses
    return bytes(buffer.data().data())


def view(number: int) -> PhotoView:
    """An invented photo."""
    outcomes = list(Outcome)
    return PhotoView(
        id=f"p{number}", sha256="0" * 64, file_name=f"IMG_{number:05}.jpg", width=3000, height=2000,
        channel="Yearbook", day=date(2026, 11, 23), outcome=outcomes[number % 4], reasons=(), faces=(), error=None,
        seen=False, event=None, in_arena=False, taken_at=None,
    )  # fmt: skip


def bench_grid(app: QApplication, runner: Runner) -> None:
    """Fill, filter, scroll, and let photos come in."""
    content, photos = thumbnail(), [view(number) for number in range(PHOTOS)]
    model, shown, bar = PhotoModel(runner), PhotoFilter(runner), FilterBar()
    shown.setSourceModel(model)
    store = Thumbnails(runner, lambda _: content, 256, parent=runner)
    grid = PhotoGrid(shown, store, QSize(208, 196))
    grid.resize(1200, 800)
    grid.show()
    row(f"fill the grid with {PHOTOS:,} photos", milliseconds(app, lambda: model.set_photos(photos)))
    row("count verdicts, people, reasons", milliseconds(app, lambda: bar.set_photos(photos)))
    blocked = Criteria(outcomes=frozenset({Outcome.BLOCKED}))
    row("filter by verdict", milliseconds(app, lambda: shown.set_criteria(blocked)))
    row("filter by file name", milliseconds(app, lambda: shown.set_criteria(Criteria(name="77"))))
    row("show all again", milliseconds(app, lambda: shown.set_criteria(Criteria())))
    row("100 photos have another verdict", milliseconds(app, lambda: model.put(photos[:100])))
    scroll = grid.verticalScrollBar()
    places = [scroll.maximum() * step // STEPS for step in range(STEPS)]
    times = sorted(milliseconds(app, lambda place=place: scroll.setValue(place)) for place in places)  # type: ignore[misc]
    row(f"scroll through in {STEPS} jumps: median, 95 %, most", times[100], times[190], times[-1])
    scroll.setValue(0)
    times = sorted(milliseconds(app, lambda: scroll.setValue(scroll.value() + 40)) for _ in range(STEPS))
    row("scroll by the wheel: median, 95 %, most", times[100], times[190], times[-1])
    grid.close()


def wait(app: QApplication, runner: Runner) -> float:
    """Seconds until nothing runs any more."""
    before = time.perf_counter()
    app.processEvents()
    while runner.busy:
        app.processEvents()
        time.sleep(0.005)
    app.processEvents()
    return time.perf_counter() - before


def bench_photos(app: QApplication, runner: Runner) -> None:
    """Open the demo's photos one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        report = demo.run(Path(folder)).run()
        bridge = Bridge(report.session, runner)
        page = CheckPage(UiContext(report.session, runner, bridge, Preferences(Path(folder) / "window.ini")))
        page.resize(1200, 800)
        page.show()
        wait(app, runner)
        page.start.recent.itemActivated.emit(page.start.recent.item(0))
        row("from the list of batches to all verdicts, whole wait", wait(app, runner) * 1000)
        ids = [photo.id for photo in page.batch.model.photos if photo.error is None]
        cold = milliseconds(app, lambda: page.open_photo(ids[0]))
        wait(app, runner)
        times = []
        for _ in ids[1:]:
            times.append(milliseconds(app, lambda: page.photo.step(1)))
            wait(app, runner)
        row("open the first photo", cold)
        row("next photo (decoded ahead): median, most", statistics.median(times), max(times))
        runner.finish()
        page.close()
        report.session.close()


def main() -> None:
    """Print the table."""
    app = QApplication([])
    runner = Runner()
    print(f"{'':<58}{'ms':>9}")
    bench_grid(app, runner)
    bench_photos(app, runner)


if __name__ == "__main__":
    main()
