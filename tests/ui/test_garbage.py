"""Objects of Qt are unmade in the thread of the window, whoever lets go of them last."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.ui.waiting import settled
from ui import garbage


class Told:
    """In which threads something was unmade."""

    def __init__(self) -> None:
        self.threads: list[str] = []

    def of(self, what: object) -> None:
        weakref.finalize(what, lambda: self.threads.append(threading.current_thread().name))


def wait(condition: Callable[[], object]) -> None:
    """Let the event loop wait, as it does when nothing is to be done, until it holds."""
    for _ in range(600):
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        if condition():
            return
    raise AssertionError("waited in vain")


def circles(number: int) -> list[object]:
    """Garbage, and much of it: an object that knows itself."""
    for _ in range(number):
        circle: list[object] = []
        circle.append(circle)
    return []


def test_circles_are_unmade_in_the_thread_of_the_window(program) -> None:
    told = Told()
    for _ in range(20):
        widget = QWidget()
        widget.circle = widget  # type: ignore[attr-defined]  # Python's own attribute
        told.of(widget)
    del widget
    program.bridge.ask(lambda _service: circles(5 * garbage.YOUNG), lambda _: None)
    settled(program)
    wait(lambda: len(told.threads) == 20)
    assert set(told.threads) == {threading.main_thread().name}


def test_a_lane_is_never_the_last_who_knows_a_widget(program) -> None:
    told, gate = Told(), threading.Event()

    def ask(number: int) -> None:
        # children of the bridge: whoever lets go last of the Python side, Qt has the other
        owner, listener = QObject(), QWidget()
        for each in (owner, listener):
            told.of(each)
        program.bridge.ask(
            lambda _service: (gate.wait(5), number)[1],
            lambda _answer: listener.isVisible(),
            lambda _problem: listener.isVisible(),
            owner=owner,
        )

    for number in range(50):
        ask(number)
    gate.set()
    settled(program)
    wait(lambda: len(told.threads) == 100)
    assert set(told.threads) == {threading.main_thread().name}


def test_the_work_itself_may_know_a_widget(program) -> None:
    told = Told()

    class Page(QWidget):
        def work(self, _service: object) -> int:
            raise ZeroDivisionError

    def ask() -> None:
        page = Page()
        told.of(page)
        program.bridge.ask(page.work, lambda _: None, lambda _: None)

    for _ in range(50):
        ask()
    settled(program)
    wait(lambda: len(told.threads) == 50)
    assert set(told.threads) == {threading.main_thread().name}


def test_what_is_old_is_not_looked_at_again(program) -> None:
    kept = [[number] for number in range(50_000)]
    garbage.Garbage.thoroughly()
    assert gc.get_freeze_count() > len(kept)
    assert len(gc.get_objects()) < len(kept)
    assert not gc.isenabled()


def test_the_interpreter_has_it_again_afterwards(program_at) -> None:
    program = program_at()
    assert not gc.isenabled()
    assert program.close()
    assert gc.isenabled()
    program.close = lambda: True
