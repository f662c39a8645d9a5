"""Work off the UI thread: where it runs, where it answers, how it stops, what a fault may say."""

from __future__ import annotations

import sys
import threading

import pytest
from office import settle
from PySide6.QtCore import QObject, QThread, Signal
from pytestqt.qtbot import QtBot

from consentry.services.operation import Handle, Operation, Progress
from consentry.ui.runner import Runner
from consentry.ui.trouble import Trouble
from consentry_policy.errors import MendableError


@pytest.fixture
def runner(qtbot: QtBot) -> Runner:
    return Runner()


def test_work_runs_off_the_ui_thread_and_answers_on_it(qtbot: QtBot, runner: Runner) -> None:
    threads: list[object] = []
    runner.run(
        lambda: threads.append(QThread.currentThread()),
        lambda _: threads.append(QThread.currentThread()),
    )
    settle(qtbot, runner)
    assert threads[0] is not threads[1]
    assert threads[1] is runner.thread()


def test_progress_and_items_arrive_in_order_before_the_end(qtbot: QtBot, runner: Runner) -> None:
    told: list[object] = []

    def work(handle: Handle) -> str:
        for number in range(200):
            handle.progress(number, 200, "counting")
            handle.item(number)
        return "end"

    runner.run(
        Operation(work),
        told.append,
        on_progress=lambda progress: told.append(("at", progress.done)),
        on_item=told.append,
    )
    settle(qtbot, runner)
    expected: list[object] = [thing for number in range(200) for thing in (("at", number), number)]
    assert told == [*expected, "end"]


def test_cancel_ends_the_work_and_is_not_a_trouble(qtbot: QtBot, runner: Runner) -> None:
    begun, troubles = threading.Event(), []

    def work(handle: Handle) -> None:
        begun.set()
        while True:
            handle.stop_if_cancelled()

    running = runner.run(Operation(work), None, troubles.append)
    assert begun.wait(10)
    running.cancel()
    settle(qtbot, runner)
    assert [trouble.cancelled for trouble in troubles] == [True]
    assert not troubles[0].ours
    assert not running.active


def test_what_the_user_can_mend_is_told_in_its_own_words(qtbot: QtBot, runner: Runner) -> None:
    troubles: list[Trouble] = []

    def work() -> None:
        raise MendableError("The disk is full; free some space and try again.")

    runner.run(work, None, troubles.append)
    settle(qtbot, runner)
    assert troubles == [Trouble("The disk is full; free some space and try again.")]


def test_a_fault_of_ours_is_reported_without_a_value(qtbot: QtBot, runner: Runner) -> None:
    troubles: list[Trouble] = []

    def find_pupil(name: str) -> None:
        raise KeyError(name)

    def work() -> None:
        try:
            find_pupil("Zebulon Quist")
        except KeyError as error:
            raise RuntimeError("no row for Zebulon Quist") from error

    runner.run(work, None, troubles.append)
    settle(qtbot, runner)
    report = troubles[0].report or ""
    assert "Zebulon" not in report + troubles[0].sentence
    assert "builtins.RuntimeError" in report
    assert "builtins.KeyError" in report
    assert "test_runner.py" in report
    assert "find_pupil" in report


def test_a_trouble_nobody_takes_is_still_told(qtbot: QtBot, runner: Runner) -> None:
    with qtbot.waitSignal(runner.failed) as told:
        runner.run(lambda: 1 // 0)
    assert told.args is not None
    assert told.args[0].ours


def test_a_callback_of_a_page_that_is_gone_is_left_out(qtbot: QtBot, runner: Runner) -> None:
    called: list[str] = []
    page, gate = QObject(), threading.Event()
    runner.run(lambda: gate.wait(10), lambda _: called.append("owned"), owner=page)
    runner.run(lambda: gate.wait(10), lambda _: called.append("free"))
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()
    settle(qtbot, runner)
    assert called == ["free"]


def test_what_waits_for_the_end_of_all_work_runs_after_it(qtbot: QtBot, runner: Runner) -> None:
    order: list[str] = []

    def work(handle: Handle) -> None:
        while True:
            handle.stop_if_cancelled()

    for name in ("first", "second"):
        runner.run(Operation(work), None, lambda _, name=name: order.append(name))  # type: ignore[misc]
    runner.cancel_all(then=lambda: order.append("then"))
    settle(qtbot, runner)
    assert sorted(order[:2]) == ["first", "second"]
    assert order[2:] == ["then"]


def test_progress_is_a_plain_value() -> None:
    assert Progress(1, 2, "x").total == 2


class _Bell(QObject):
    rang = Signal(bool)
    told = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True, False and None are immortal from 3.12 on")
def test_a_signal_takes_no_reference_of_python_s_own_constants(qtbot: QtBot) -> None:
    """PySide 6.12.0 did, at every emit: after some thousand photos the program was aborted."""
    bell = _Bell()
    bell.rang.connect(lambda _: None)
    bell.told.connect(lambda _: None)
    before = [sys.getrefcount(thing) for thing in (True, False, None)]
    for _ in range(500):
        bell.rang.emit(True)
        bell.told.emit(None)
        bell.property("nothing of that name")
    after = [sys.getrefcount(thing) for thing in (True, False, None)]
    assert all(now > then - 100 for then, now in zip(before, after, strict=True)), (before, after)
