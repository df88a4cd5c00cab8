"""The gateway as a process: takes its port, serves until it is told to stop.

One gateway runs on a profile (``place.gateway_lock``). Its port is bound without
SO_REUSEPORT, so that nobody else can share it; where somebody else has it already, the port
and the token are chosen anew, since whoever has the port may have been told the token.
"""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ksync.gateway import place
from ksync.gateway.admission import Doors
from ksync.gateway.certificate import Contexts
from ksync.gateway.collecting import Collecting
from ksync.gateway.methods import Methods
from ksync.gateway.place import HOST, Files, Place
from ksync.gateway.shelf import Shelves
from ksync.gateway.wire import Limits, Server
from ksync.reporting.crash import write_report
from ksync.reporting.errors import LockHeld
from ksync.service.gateway import GatewayRuns
from sync_engine.replicas.vdir.disk import translated

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.paths import Paths

_log = logging.getLogger("ksync.gateway")
_BACKLOG = 1024
_LOOK_SECONDS = 60.0
"""How often it looks whether a policy still lets it run, if nobody asks anything."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The port, bound and listening.

    :param moved: it is another one than before; programs have to be connected anew.
    """

    socket: socket.socket
    place: Place
    moved: bool


def take_port(paths: Paths) -> Taken:
    """Listen where programs expect it, else elsewhere with another token.

    :raises StorageError: port and token cannot be kept.
    """
    with translated(Files.of(paths).folder):
        known = place.read(paths)
        wanted = known or place.renew(paths)
        bound = _bound(wanted.port)
        moved = False
        while bound is None:
            moved = known is not None
            wanted = place.renew(paths)
            bound = _bound(wanted.port)
    return Taken(bound, wanted, moved)


def _bound(port: int) -> socket.socket | None:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # connections of before that end slowly must not keep the port from its owner (on
            # Windows this option would let others share it)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
        sock.listen(_BACKLOG)
    except OSError:
        sock.close()
        return None
    return sock


class Program:
    """One gateway.

    :param load: the settings as they are now.
    :param told: of sentences for a person.
    :param allowed: whether it may run with these settings.
    """

    def __init__(
        self,
        paths: Paths,
        load: Callable[[], Parts],
        *,
        told: Callable[[str], None],
        allowed: Callable[[Parts], bool] = lambda _parts: True,
        limits: Limits | None = None,
    ) -> None:
        self._paths = paths
        self._load = load
        self._told = told
        self._allowed = allowed
        self._limits = limits
        self._server: Server | None = None

    def run(self, *, until_stdin_closes: bool = False) -> None:
        """Serve until a signal says stop.

        :param until_stdin_closes: or until whoever started it is gone.
        :raises GatewayRuns: another gateway runs on this profile.
        :raises StorageError: its files cannot be written.
        """
        with _only_one(self._paths):
            taken = take_port(self._paths)
            if taken.moved:
                self._told(
                    "Another program has the gateway's port. It is now at "
                    f"{taken.place.origin}/ with a new token: connect your programs again."
                )
                _log.warning("the port was taken by another program: new port, new token")
            with taken.socket:
                self._serve(taken, until_stdin_closes=until_stdin_closes)

    def _serve(self, taken: Taken, *, until_stdin_closes: bool) -> None:
        def judge(parts: Parts) -> None:
            shelves.only({account.id for account in parts.config.accounts.values()})
            self._judge(parts)

        collecting = Collecting(self._load, judge)
        shelves = Shelves(self._paths.state / "accounts", collecting.elsewhere)
        self._server = server = Server(
            taken.socket,
            Doors(taken.place.port, taken.place.token),
            Methods(collecting.served, shelves.of),
            tls=Contexts(Files.of(self._paths)),
            limits=self._limits,
            broken=self._broken,
        )
        with _signals(server):
            if until_stdin_closes:
                threading.Thread(target=_wait_for_the_end, args=(server,), daemon=True).start()
            self._told(f"The gateway runs at {taken.place.origin}/. Ctrl-C stops it.")
            _log.info("started")
            try:
                server.run(collecting.look, _LOOK_SECONDS)
            finally:
                shelves.close()
                _log.info("stopped")

    def _judge(self, parts: Parts) -> None:
        if self._server is not None and not self._allowed(parts):
            _log.warning("a policy does not allow the gateway any more")
            self._server.stop()

    def _broken(self, error: Exception) -> None:
        report = write_report(self._paths, error)
        _log.error(
            "%s: %s", type(error).__name__, report.name if report else "no report could be written"
        )


@contextmanager
def _only_one(paths: Paths) -> Iterator[None]:
    try:
        lock = place.gateway_lock(paths).acquire(0)
    except LockHeld as held:
        raise GatewayRuns(held.detail) from held
    with lock:
        yield


def _wait_for_the_end(server: Server) -> None:
    with suppress(OSError, ValueError):
        while sys.stdin.buffer.read(1):
            pass
    server.stop()


@contextmanager
def _signals(server: Server) -> Iterator[None]:
    """SIGTERM and SIGINT stop it, SIGHUP has it look at the settings."""
    acts = {signal.SIGTERM: server.stop, signal.SIGINT: server.stop}
    if sys.platform != "win32":
        acts[signal.SIGHUP] = server.wake
    before = {
        number: signal.signal(number, lambda *_, act=act: act()) for number, act in acts.items()
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
