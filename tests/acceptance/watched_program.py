"""``ksync`` with each look-up, connection and child process of it written down.

Python tells an audit hook of them before they happen (PEP 578), whichever library
makes them; what is not Python makes none here (no library with a network of its own is
loaded). One JSON line each, into the file that ``KSYNC_WATCH`` names.
"""

from __future__ import annotations

import json
import os
import runpy
import sys

WATCHED = frozenset(
    {
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "subprocess.Popen",
        "os.exec",
        "os.posix_spawn",
    }
)


def watch(file: str) -> None:
    """Write what happens from now on into a file."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in WATCHED:
            what = arguments[1:] if event.startswith("socket.") and _sock(arguments) else arguments
            os.write(handle, json.dumps([event, *map(_plain, what)]).encode() + b"\n")

    sys.addaudithook(hook)


def _sock(arguments: tuple[object, ...]) -> bool:
    return not isinstance(arguments[0], (str, bytes, int, type(None)))


def _plain(value: object) -> object:
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value if isinstance(value, (int, str, type(None))) else repr(value)


if __name__ == "__main__":
    watch(os.environ["KSYNC_WATCH"])
    runpy.run_module("ksync", run_name="__main__", alter_sys=True)
