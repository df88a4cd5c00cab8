"""Draws the pictures; run by ``tools.screenshots`` on a screen of its own."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ksync.config.edit import Change, edit
from ksync.paths import Paths
from tools.screenshots.shots import EMPTY, FULL, Shot
from tools.screenshots.stage import live, stage
from ui.program import Program, application

_FONT = "Inter"
_POINTS = 10
_REST_SECONDS = 0.25
_LONGEST_SECONDS = 30.0


def main(out: str, only: str, languages: str, shades: str) -> int:
    """Draw everything; 1 where something could not be drawn."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    if _FONT in QFontDatabase.families():
        app.setFont(QFont(_FONT, _POINTS))
    home = Path(os.environ["KSYNC_HOME"])
    count = 0
    with_looks = [
        (language, shade) for language in languages.split(",") for shade in shades.split(",")
    ]
    empty = Paths.under(home / "empty")
    count += _draw(app, empty, folder, _wanted(EMPTY, only), with_looks)
    full = _wanted(FULL, only)
    if full:
        with stage(Paths.under(home / "full")) as made:
            live(made)
            count += _draw(app, made.paths, folder, full, with_looks)
    sys.stdout.write(f"{count} pictures in {folder}\n")
    return 0 if count else 1


def _wanted(shots: Iterable[Shot], only: str) -> list[Shot]:
    return [shot for shot in shots if only in shot.name]


def _draw(
    app: QApplication,
    paths: Paths,
    folder: Path,
    shots: list[Shot],
    looks: list[tuple[str, str]],
) -> int:
    count = 0
    for language, shade in looks if shots else ():
        _look(paths, language, shade)
        program = Program(app, paths)
        program.bridge.look()
        for shot in shots:
            widget = shot.prepare(program)
            _rest(program)
            widget.grab().save(str(folder / f"{shot.name}-{language}-{shade}.png"))
            count += 1
        program.close()
        _rest(program)
    return count


def _look(paths: Paths, language: str, shade: str) -> None:
    looks: list[Change] = [(("desktop", "language"), language), (("desktop", "theme"), shade)]
    edit(paths, lambda _loaded: looks)


def _rest(program: Program) -> None:
    """Until nothing is asked any more and everything is drawn."""
    deadline = time.monotonic() + _LONGEST_SECONDS
    quiet = time.monotonic() + _REST_SECONDS
    while time.monotonic() < min(quiet, deadline):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
        if not program.bridge.idle:
            quiet = time.monotonic() + _REST_SECONDS


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
