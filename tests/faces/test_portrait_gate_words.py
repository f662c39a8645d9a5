from __future__ import annotations

from collections.abc import Callable
from datetime import date

import cv2
import demo_faces
import numpy as np
import pytest

from consentry_faces import Engine, open_engine
from consentry_faces.align import TEMPLATE
from consentry_faces.face import Face, Rgb
from consentry_faces.portrait import Problem, judge, turn

SHAPE = (400, 300, 3)


def face(
    x: float = 150,
    y: float = 160,
    height: float = 140,
    score: float = 0.999,
    sharp: float = 30.0,
    aside: float = 0,
) -> Face:
    """A frontal face whose middle is at x, y; ``aside`` moves the nose along the eyes, in eye distances."""
    points = (TEMPLATE - TEMPLATE.mean(axis=0)) * height / 100 + [x, y]
    points[2, 0] += aside * (points[1, 0] - points[0, 0])
    box = (x - 0.4 * height, y - height / 2, 0.8 * height, height)
    return Face(box, points.astype(np.float32), score, 0.0, height, sharp)


def test_a_good_portrait_has_nothing_wrong_with_it() -> None:
    report = judge([face()], SHAPE, taken_on=date(2026, 9, 1), today=date(2026, 11, 1))
    assert (report.face, report.problems, report.usable) == (0, (), True)


def test_a_real_portrait_passes_with_dlibs_finder_too() -> None:
    """Its scores are others: 0.94 is a clear face."""
    pytest.importorskip("dlib")
    engine = open_engine("face_recognition")
    for rgb in (demo_faces.astronaut(), demo_faces.admiral()):
        report = judge(engine.find(rgb), rgb.shape, detector=engine.detector.id)
        assert report.usable
        assert report.problems == ()


def test_no_face_is_refused() -> None:
    assert judge([], SHAPE).problems == (Problem.NO_FACE,)
    assert not judge([], SHAPE).usable


def test_two_side_by_side_are_refused() -> None:
    report = judge([face(90), face(210)], SHAPE)
    assert (report.face, report.problems) == (None, (Problem.TWO_FACES,))


def test_two_of_whom_neither_is_at_the_centre_are_refused() -> None:
    report = judge([face(30, height=60), face(270, height=60)], SHAPE)
    assert report.face is None


def test_the_central_one_is_taken_and_listed_where_another_stands_aside() -> None:
    report = judge([face(280, 60, 90), face()], SHAPE)
    assert (report.face, report.problems) == (1, (Problem.OTHER_FACES,))


def test_someone_large_at_the_edge_leaves_the_small_central_face_in_doubt() -> None:
    assert judge([face(height=50), face(250, 100, 140)], SHAPE).face is None


def test_a_find_that_is_barely_a_face_is_no_rival() -> None:
    report = judge([face(150, 330, 120, score=0.35), face()], SHAPE)
    assert (report.face, report.problems) == (1, ())


@pytest.mark.parametrize(
    ("seen", "problem"),
    [
        (face(height=50), Problem.SMALL),
        (face(sharp=5), Problem.BLURRED),
        (face(aside=0.6), Problem.PROFILE),
        (face(aside=-0.6), Problem.PROFILE),
        (face(score=0.98), Problem.COVERED),
        (face(height=50, score=0.98), Problem.SMALL),
    ],
)
def test_what_is_wrong_is_said_and_the_face_is_still_enrolled(seen: Face, problem: Problem) -> None:
    report = judge([seen], SHAPE)
    assert report.usable
    assert report.problems == (problem,)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine("standard")


def half(rgb: Rgb, seen: Face) -> None:
    x, y, w, h = (int(v) for v in seen.box)
    rgb[y - 5 : y + h + 10, x - 5 : x + w // 2] = (150, 110, 90)


def mouth_and_chin(rgb: Rgb, seen: Face) -> None:
    x, y, w, h = (int(v) for v in seen.box)
    rgb[int(seen.landmarks[2, 1]) : y + h + 10, x - 5 : x + w + 5] = (60, 90, 160)


def blurred(rgb: Rgb, seen: Face) -> None:
    rgb[:] = cv2.GaussianBlur(rgb, (0, 0), seen.height / 11)


def nothing(_: Rgb, __: Face) -> None:
    """As it is."""


@pytest.mark.parametrize("name", ["astronaut", "admiral"])
@pytest.mark.parametrize(
    ("fault", "problems"),
    [
        (nothing, ()),
        (half, (Problem.COVERED,)),
        (mouth_and_chin, (Problem.COVERED,)),
        (blurred, (Problem.BLURRED,)),
    ],
)
def test_what_is_wrong_with_a_real_portrait_is_said(
    engine: Engine, name: str, fault: Callable[[Rgb, Face], None], problems: tuple[Problem, ...]
) -> None:
    portrait: Rgb = getattr(demo_faces, name)()
    fault(portrait, engine.find(portrait)[0])
    report = judge(engine.find(portrait), portrait.shape)
    assert report.usable
    assert report.problems == problems


def test_a_small_real_portrait_is_said(engine: Engine) -> None:
    portrait = demo_faces.astronaut()
    small = np.asarray(cv2.resize(portrait, None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA), np.uint8)
    assert judge(engine.find(small), small.shape).problems == (Problem.SMALL,)


def test_an_old_portrait_is_said_where_its_day_is_known() -> None:
    assert judge([face()], SHAPE, taken_on=date(2023, 9, 1), today=date(2026, 9, 1)).problems == (Problem.OLD,)
    assert judge([face()], SHAPE, today=date(2026, 9, 1)).problems == ()


def test_every_problem_is_one_sentence_with_a_next_step() -> None:
    for problem in Problem:
        assert problem.value.endswith(".")
        assert "; " in problem.value or "please" in problem.value


def test_turning_the_picture_does_not_turn_the_head() -> None:
    points = face(aside=0.4).landmarks
    quarter = points @ np.array([[0, 1], [-1, 0]])
    assert turn(points) == pytest.approx(turn(quarter), abs=1e-4)
    assert turn(np.ones((5, 2))) == np.inf
