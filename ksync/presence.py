"""Which kSync goes on running on a profile, and how to be the only one.

Theory
------
A process that stays (``ksync run``, ``ksync serve``, the desktop program) holds a lock of
its own for as long as it lives, also while it is idle and holds no account: ``run.lock``, a
second one ``run-2.lock`` and so on, ``serve.lock``, the desktop program ``desktop.lock``.
Whoever has to be alone takes them all; and a gate, ``alone.lock``, which each passes when
it starts, so that none starts meanwhile.

Rules
-----
* A lock names its process for people; it decides nothing.
* A state folder that cannot be written is not the presence's to report: the service
  runs, and its runs say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from ksync.locks import ProcessLock
from ksync.paths import Paths
from ksync.reporting.errors import AppError, LockHeld

_GATE_SECONDS = 60.0
SERVICE, GATEWAY = "run", "serve"
"""Verbs of what stays."""
DESKTOP = "the desktop program"


class StillRunning(AppError):
    """A kSync goes on running on this profile.

    :param detail: which, and its process.
    """

    reference = "lock.running"


def _folder(paths: Paths) -> Path:
    return paths.state / "locks"


def desktop_lock(paths: Paths) -> ProcessLock:
    """What the desktop program holds; not yet taken."""
    return ProcessLock(_folder(paths) / "desktop.lock")


@contextmanager
def present(paths: Paths, verb: str = SERVICE) -> Iterator[None]:
    """Be known as something that stays.

    :param verb: ``SERVICE`` or ``GATEWAY``.
    :raises LockHeld: somebody is alone for longer than a minute.
    """
    with ExitStack() as stack:
        with suppress(OSError), _gate(paths).acquire(_GATE_SECONDS):
            stack.enter_context(_own(paths, verb))
        yield


@contextmanager
def alone(paths: Paths, *, but_desktop: bool = False) -> Iterator[None]:
    """Be the only kSync on this profile.

    :param but_desktop: the caller is the desktop program, and holds its lock itself.
    :raises StillRunning: a service or the desktop program runs.
    :raises LockHeld: another one wants to be alone, or starts this moment.
    """
    with ExitStack() as stack:
        stack.enter_context(_gate(paths).acquire(0))
        desktop = () if but_desktop else ((desktop_lock(paths), DESKTOP),)
        for lock, what in (*desktop, *_services(paths)):
            try:
                stack.enter_context(lock.acquire(0))
            except LockHeld as held:
                process = held.detail.removeprefix("held by ")
                raise StillRunning(f"{what}, {process}") from held
        yield


def _gate(paths: Paths) -> ProcessLock:
    return ProcessLock(_folder(paths) / "alone.lock")


def _services(paths: Paths) -> Iterator[tuple[ProcessLock, str]]:
    for verb in (SERVICE, GATEWAY):  # the gateway may be a child of the service
        for file in sorted(_folder(paths).glob(f"{verb}*.lock")):
            yield ProcessLock(file), f"`ksync {verb}`"


def _own(paths: Paths, verb: str) -> ProcessLock:
    """The first that nobody holds, taken."""
    for number in count(1):
        name = f"{verb}.lock" if number == 1 else f"{verb}-{number}.lock"
        with suppress(LockHeld):
            return ProcessLock(_folder(paths) / name).acquire(0)
    raise AssertionError("numbers do not end")
