"""Talking to the service manager: sd_notify(3), without a library.

The protocol is a datagram of ``KEY=value`` lines to the socket in ``NOTIFY_SOCKET``. What
started kSync need not be systemd; without the variable nothing is sent.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping
from contextlib import suppress

MICRO = 1e-6


class ServiceManager:
    """Tells whoever started this process how it is.

    :param environ: the environment; the variables are not passed on to children.
    """

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        found = os.environ if environ is None else environ
        self._address = found.get("NOTIFY_SOCKET", "")
        self.watchdog_seconds = _watchdog(found)
        self._status = ""

    def ready(self) -> None:
        """Started, or reloaded."""
        self._send("READY=1")

    def reloading(self) -> None:
        """Reads its settings anew (Type=notify-reload wants the moment along with it)."""
        self._send("RELOADING=1", f"MONOTONIC_USEC={int(time.monotonic() / MICRO)}")

    def stopping(self) -> None:
        """Ends as soon as the request that is under way is answered."""
        self._send("STOPPING=1")

    def status(self, text: str) -> None:
        """One line for ``systemctl status``; sent when it changed."""
        if text != self._status:
            self._status = text
            self._send("STATUS=" + text.replace("\n", " "))

    def alive(self) -> None:
        """The watchdog's sign of life."""
        self._send("WATCHDOG=1")

    def _send(self, *lines: str) -> None:
        if not self._address:
            return
        # "@" stands for the NUL byte of an abstract socket
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        # a manager that went away is no reason to stop syncing
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
            channel.settimeout(1.0)
            channel.sendto("\n".join(lines).encode(), address)


def _watchdog(environ: Mapping[str, str]) -> float | None:
    """How often a sign of life is wanted, halved (sd_watchdog_enabled(3)); ``None``: never."""
    if environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    with suppress(ValueError):
        seconds = int(environ.get("WATCHDOG_USEC", "0")) * MICRO / 2
        return seconds if seconds > 0 else None
    return None
