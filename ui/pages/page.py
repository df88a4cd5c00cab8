"""What all pages have: a title, a place for what they show, and how they stay fresh.

A page overrides ``load`` (in a lane: reads, returns a frozen value; or ``reading``, which says
what the lane does by what is chosen now) and ``show_loaded`` (in the thread of the window:
draws it). ``topics`` says what makes it old. A page that is
not seen is not loaded; when it is seen and old, it is loaded once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ksync.reporting.catalog import Problem
from ksync.service import Service
from ui.bridge import Topic
from ui.desk import Desk
from ui.theme import scaled


class Page(QWidget):
    """A page of the window.

    :param title: at its top, in the person's language.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self._old = True
        self._loading = False
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(28, 22, 28, 22)
        self.body.setSpacing(14)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setFont(scaled(self.font(), 1.55, bold=True))
        heading.setObjectName("heading")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(heading)
        self.head.addStretch(1)
        self.body.addLayout(self.head)
        desk.bridge.changed.connect(self._on_changed)

    def load(self, service: Service) -> Any:
        """Read what is shown; in a lane, so no widget may be touched."""
        del service

    def reading(self) -> Callable[[Service], Any]:
        """What is done in the lane: ``load``, unless it depends on what is chosen just now."""
        return self.load

    def show_loaded(self, data: Any) -> None:
        """Draw what was read."""
        del data

    def load_failed(self, problem: Problem) -> None:
        """What was to be read could not be: by default the banner says so."""
        self.desk.tell(problem)

    def receive(self, argument: str) -> None:
        """What ``desk.go`` was given beside the page's name."""
        del argument

    def reload(self) -> None:
        """Load now if it is seen, else when it is."""
        self._old = True
        if self.isVisible() and not self._loading:
            self._loading, self._old = True, False
            self.desk.bridge.ask(self.reading(), self._loaded, self._failed, owner=self)

    def _loaded(self, data: Any) -> None:
        self._loading = False
        self.show_loaded(data)
        if self._old:
            self.reload()

    def _failed(self, problem: Problem) -> None:
        self._loading = False
        self.load_failed(problem)

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & self.topics:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  Qt's name
        """Load what is old."""
        super().showEvent(event)
        if self._old:
            self.reload()
