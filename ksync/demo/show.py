"""The demo from its beginning to its end: folder, environment, server, story."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from ksync.demo import server, story
from ksync.demo.errors import DemoFailed
from ksync.demo.scene import new_scene
from ksync.demo.stage import Stage, Style
from ksync.paths import HOME_VARIABLE, write_private

NO_KEYRING = "keyring.backends.null.Keyring"

_PREFIX = "ksync-demo-"
_ENDING_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What there was to see.

    :param folder: where it is, ``None`` if it was removed.
    """

    folder: Path | None
    server: str
    steps: list[dict[str, Any]]


def show(stage: Stage, *, keep: bool, no_color: bool) -> Shown:
    """Run the demo.

    :param keep: leave its folder; the server ends in any case.
    :raises AppError: see ``ksync.demo.errors``.
    :raises KeyboardInterrupt: it was interrupted, by Ctrl-C or by a signal that ends it.
    """
    server.require()
    # A signal that ends the process is as good as Ctrl-C: everything is put away.
    with _signals(_interrupt, *_ENDING_SIGNALS), _folder(keep=keep) as folder:
        home = folder / "computer"
        password_file = folder / "password"
        stage.line("kSync demo: two-way sync, step by step", Style.TITLE)
        stage.say(
            "A small server on this computer plays the provider, a fresh folder plays your "
            "computer. Nothing outside this folder is touched, and no network is needed:"
        )
        stage.line(f"\n  {folder}")
        with _environment(home, no_color=no_color), server.DemoServer(folder / "server") as running:
            write_private(password_file, f"{running.password}\n".encode())
            story.play(new_scene(stage, running, password_file))
            url = running.url
    return Shown(folder if keep else None, url, [step.as_data() for step in stage.steps])


@contextmanager
def _folder(*, keep: bool) -> Iterator[Path]:
    """A folder of our own, 0700; it stays where a step failed, to be looked into."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX)).resolve()
    try:
        yield folder
    except DemoFailed as error:
        keep = True
        error.resource = str(folder)
        raise
    finally:
        if not keep:
            with _signals(signal.SIG_IGN, signal.SIGINT, *_ENDING_SIGNALS):
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _environment(home: Path, *, no_color: bool) -> Iterator[None]:
    """The variables that the commands see: places in the demo's folder, and no keyring."""
    ours = {HOME_VARIABLE: str(home), "PYTHON_KEYRING_BACKEND": NO_KEYRING}
    if no_color:
        ours["NO_COLOR"] = "1"
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _signals(handler: Any, *numbers: signal.Signals) -> Iterator[None]:
    """Inside, these signals are handled so; only the main thread gets any."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
