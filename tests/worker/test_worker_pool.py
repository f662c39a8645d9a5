"""The pool: faces come back, a child that dies, hangs or bursts costs one photo, and nothing it says is
believed."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import signal
import struct
import sys
import zlib
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from consentry.services.analysis import AnalysedFace, Analysis, still_found
from consentry.services.child import WorkerStartError
from consentry.services.photo_jobs import Analyse, EmbedAt, MakeCopy, View
from consentry.services.pool import WorkerPool
from consentry.services.sheet_job import PrepareSheet
from consentry_intake import limits
from consentry_intake.sheets.prepare import Asked
from consentry_policy.channels import ChannelKind
from consentry_policy.records import Answer

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def jpeg(image: Image.Image, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def portrait() -> bytes:
    spec = importlib.util.find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg").read_bytes()


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2) as opened:
        yield opened


def picture(portrait: bytes) -> Image.Image:
    return Image.open(io.BytesIO(portrait)).convert("RGB")


def clear(analysis: Analysis) -> list[AnalysedFace]:
    """The faces a reviewer would have to settle; fainter finds are reported, too."""
    return [face for face in analysis.faces if face.must_settle]


def large_noise() -> bytes:
    """A photo that keeps a child busy for a while."""
    noise = np.random.default_rng(1).integers(0, 255, (300, 400, 3), np.uint8)
    return jpeg(Image.fromarray(noise).resize((4000, 3000)))


# --- what comes back -------------------------------------------------------------------------------------------


def test_an_analysis_tells_face_picture_and_source(pool: WorkerPool, portrait: bytes) -> None:
    analysis = pool.submit(Analyse(portrait)).result()
    (face,) = clear(analysis)
    assert analysis.error is None
    assert analysis.sha256 == hashlib.sha256(portrait).hexdigest()
    assert (analysis.width, analysis.height) == (512, 600)
    x, y, w, h = face.box
    assert x < 260 < x + w
    assert y < 220 < y + h
    template = np.frombuffer(face.template or b"", "<f4")
    assert template.shape == (analysis.engine.dimension,)
    with Image.open(io.BytesIO(analysis.thumbnail)) as thumbnail:
        assert max(thumbnail.size) == limits.THUMBNAIL_SIDE
    with Image.open(io.BytesIO(face.crop)) as crop:
        assert max(crop.size) == limits.CROP_SIDE
    assert len(analysis.engine.weights) == len(analysis.fingerprint) == 64


def test_a_turned_photo_reports_its_faces_upright(pool: WorkerPool, portrait: bytes) -> None:
    upright = clear(pool.submit(Analyse(portrait)).result())[0]
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = jpeg(picture(portrait).transpose(Image.Transpose.ROTATE_90), exif=exif)
    analysis = pool.submit(Analyse(turned)).result()
    assert (analysis.width, analysis.height) == (512, 600)
    assert np.allclose(clear(analysis)[0].box, upright.box, atol=15)


def test_mode_off_finds_faces_and_computes_no_template(portrait: bytes) -> None:
    with WorkerPool(1, embed=False) as without:
        analysis = without.submit(Analyse(portrait, embed=True)).result()
        pointed = without.submit(EmbedAt(portrait, analysis.faces[0].box)).result()
    assert analysis.faces[0].template is None
    assert pointed.face is not None
    assert pointed.face.template is None
    assert analysis.engine.dimension == 0


def test_a_face_hidden_under_transparency_is_found(pool: WorkerPool, portrait: bytes) -> None:
    hidden = picture(portrait)
    hidden.putalpha(Image.new("L", hidden.size, 0))
    out = io.BytesIO()
    hidden.save(out, "PNG")
    assert len(clear(pool.submit(Analyse(out.getvalue())).result())) == 1


def test_a_face_on_a_later_page_is_found_and_one_that_stands_still_counts_once(
    pool: WorkerPool, portrait: bytes
) -> None:
    empty, shown = Image.new("RGB", (512, 600), (90, 120, 90)), picture(portrait)
    marked = shown.copy()
    marked.putpixel((0, 0), (255, 0, 0))
    out = io.BytesIO()
    empty.save(out, "TIFF", save_all=True, append_images=[shown, marked])
    analysis = pool.submit(Analyse(out.getvalue())).result()
    assert [face.frame for face in clear(analysis)] == [1]
    assert analysis.frames_checked == analysis.frames_declared == 3


def test_a_drawn_box_finds_the_face_inside_or_takes_the_reviewers_word(pool: WorkerPool, portrait: bytes) -> None:
    found = clear(pool.submit(Analyse(portrait)).result())[0]
    x, y, w, h = found.box
    again = pool.submit(EmbedAt(portrait, (x - 5, y - 5, w + 10, h + 10))).result().face
    assert again is not None
    assert np.allclose(again.landmarks, found.landmarks, atol=0.07 * found.height)
    nowhere = pool.submit(EmbedAt(portrait, (5.0, 5.0, 40.0, 50.0))).result().face
    assert nowhere is not None
    assert nowhere.score == 0
    assert nowhere.box == (5.0, 5.0, 40.0, 50.0)
    assert nowhere.template is not None


def test_a_box_outside_the_photo_is_told(pool: WorkerPool, portrait: bytes) -> None:
    told = pool.submit(EmbedAt(portrait, (90_000.0, 5.0, 40.0, 50.0))).result()
    assert (told.face, told.error) == (None, "That box lies outside the photo; draw it around a head in it.")


@pytest.mark.parametrize("dark", [Image.new("RGB", (400, 300)), Image.new("RGB", (40, 12), (200, 180, 160))])
def test_a_face_drawn_where_nothing_can_be_seen_has_no_template(pool: WorkerPool, dark: Image.Image) -> None:
    """A template of blackness would make all such faces one person."""
    out = io.BytesIO()
    dark.save(out, "PNG")
    told = pool.submit(EmbedAt(out.getvalue(), (5.0, 2.0, 30.0, 9.0))).result()
    assert told.error is None
    assert told.face is not None
    assert told.face.template is None


def test_a_covered_face_is_not_found_in_the_finished_copy(pool: WorkerPool, portrait: bytes) -> None:
    box = clear(pool.submit(Analyse(portrait)).result())[0].box
    plain = pool.submit(MakeCopy(portrait)).result()
    covered = pool.submit(MakeCopy(portrait, (box,))).result()
    assert still_found([box], pool.submit(Analyse(plain.content, embed=False)).result())
    assert not still_found([box], pool.submit(Analyse(covered.content, embed=False)).result())
    assert still_found([box], pool.submit(Analyse(b"not a photo")).result()), (
        "what cannot be looked at is not clean"
    )


def test_a_view_is_upright_and_small(pool: WorkerPool, portrait: bytes) -> None:
    view = pool.submit(View(portrait, 300)).result()
    assert (view.width, view.height) == (512, 600)
    with Image.open(io.BytesIO(view.content)) as image:
        assert image.size == (256, 300)


def test_sheets_are_read_in_a_child_without_an_engine() -> None:
    with WorkerPool(1, engine="none") as small:
        asked = Asked({"Facebook": ChannelKind.SOCIAL})
        content = b"Student Number,Photo Permission\n1001,Yes\n1002,\n"
        read = small.submit(PrepareSheet(content, asked, ".csv")).result()
        assert read.prepared is not None
        assert [(row.number, [a.answer for a in row.answers]) for row in read.prepared.told.rows] == [
            ("1001", [Answer.GRANT]),
            ("1002", [None]),  # a blank cell: not answered
        ]
        assert small.submit(PrepareSheet(b"\x89PNG\r\n\x1a\n", asked, ".xlsx")).result().error


# --- what cannot be read ---------------------------------------------------------------------------------------


def test_unreadable_files_are_held_with_a_sentence(pool: WorkerPool, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    for place in (tmp_path / "gone.jpg", tmp_path, empty):
        error = pool.submit(Analyse(place)).result().error
        assert error is not None
        assert str(tmp_path) not in error


@posix
def test_a_pipe_named_like_a_photo_does_not_hang(pool: WorkerPool, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "photo.jpg")
    assert "no ordinary file" in str(pool.submit(Analyse(tmp_path / "photo.jpg")).result().error)


# --- children that go wrong ------------------------------------------------------------------------------------


@posix
def test_a_child_killed_in_the_middle_costs_one_photo(portrait: bytes) -> None:
    with WorkerPool(1) as one:
        one.submit(View(portrait)).result()
        (child,) = children_of(one)
        busy = one.submit(Analyse(large_noise()))
        rest = [one.submit(Analyse(portrait)) for _ in range(3)]
        wait_until_busy(child)
        child.send_signal(signal.SIGKILL)
        assert "could not be checked" in str(busy.result().error)
        assert [future.result().error for future in rest] == [None, None, None]


@posix
def test_a_child_that_hangs_is_ended_and_replaced(portrait: bytes) -> None:
    with WorkerPool(1, patience=3.0) as one:
        one.submit(View(portrait)).result()
        (child,) = children_of(one)
        child.suspend()
        assert "too long" in str(one.submit(View(portrait)).result().error)
        assert one.submit(View(portrait)).result().error is None


def test_a_photo_that_takes_too_much_memory_costs_itself_alone(
    portrait: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WorkerPool(1) as one:
        one.submit(View(portrait)).result()
        (child,) = children_of(one)
        monkeypatch.setattr(limits, "CHILD_MEMORY", child.memory_info().rss + 100 * limits.MIB)
        assert "memory" in str(one.submit(View(bomb(11_000, 11_000))).result().error)
        monkeypatch.undo()
        assert one.submit(View(portrait)).result().error is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the address space")
def test_a_child_bounds_itself(portrait: bytes) -> None:
    import resource

    with WorkerPool(1, engine="none") as one:
        one.submit(View(portrait)).result()
        (child,) = children_of(one)
        assert child.rlimit(psutil.RLIMIT_AS)[1] == limits.CHILD_ADDRESS_SPACE
        assert child.rlimit(psutil.RLIMIT_CORE) == (0, 0)
        assert child.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
        assert child.rlimit(psutil.RLIMIT_CPU)[0] != resource.RLIM_INFINITY


def test_a_child_gets_no_path_and_no_secret(
    portrait: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONSENTRY_PASSPHRASE", "correct horse")
    place = tmp_path / "Invented Child.jpg"
    place.write_bytes(portrait)
    with WorkerPool(1) as one:
        assert one.submit(Analyse(place)).result().error is None
        (child,) = children_of(one)
        assert "Invented" not in " ".join(child.cmdline())
        assert "correct horse" not in " ".join(child.environ().values())
        assert not any("Invented" in file.path for file in child.open_files())


def test_a_child_does_not_outlive_its_pool(portrait: bytes) -> None:
    with WorkerPool(2) as two:
        two.submit(View(portrait)).result()
        mine = children_of(two)
    assert mine
    assert not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in mine)


def test_a_missing_model_is_said_once_and_clearly(
    portrait: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "face_detection_yunet_2023mar_int8bq.onnx").write_bytes(b"altered")
    monkeypatch.setenv("CONSENTRY_MODELS", str(tmp_path))
    with WorkerPool(1) as one, pytest.raises(WorkerStartError, match="altered"):
        one.submit(Analyse(portrait)).result()


def test_cancel_drops_what_waits_and_the_pool_works_on(portrait: bytes) -> None:
    with WorkerPool(1) as one:
        one.submit(View(portrait)).result()
        (child,) = children_of(one)
        futures = [one.submit(Analyse(large_noise())) for _ in range(12)]
        wait_until_busy(child)
        one.cancel()
        # On a busy machine the first may be done before the cancel comes; the last never is.
        with pytest.raises(CancelledError):
            futures[-1].result()
        assert one.submit(View(portrait)).result().error is None


def test_map_takes_no_more_ahead_than_it_may(portrait: bytes) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[View]:
        for number in range(12):
            taken.append(number)
            yield View(portrait, 100 + number)

    with WorkerPool(1, engine="none") as one:
        results = one.map(jobs(), in_flight=3)
        next(results)
        assert len(taken) <= 4
        assert len(list(results)) == 11


def children_of(pool: WorkerPool) -> list[psutil.Process]:
    return [psutil.Process(child.pid) for child in pool._children.values()]


def wait_until_busy(child: psutil.Process) -> None:
    """Until the child spends CPU: it is in the middle of a job."""
    before = child.cpu_times().user
    while child.cpu_times().user < before + 0.1:
        os.sched_yield() if hasattr(os, "sched_yield") else None


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred KB that unpacks to width x height pixels of one colour."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(9)
    row = b"\0" + b"\x80" * (3 * width)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
