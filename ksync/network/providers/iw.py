r"""The ``iw`` program as a last resort: name and access point, and nothing of security.

``iw dev IF link`` prints the name with every octet outside of printable ASCII, the
backslash, and spaces at the ends as ``\xNN`` (print_ssid_escaped in its util.c). The
tests run on output as the program prints it: no machine that they run on has Wi-Fi.
It cannot tell when something changes, so what it says is old after a second.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from ksync.network.evidence import Kind, WifiMode
from ksync.network.providers.port import Facts, Needs, Unavailable

PROGRAMS = ("/usr/sbin/iw", "/sbin/iw", "/usr/bin/iw")
_TIMEOUT = 2.0

_CONNECTED = re.compile(r"^Connected to ((?:[0-9a-f]{2}:){5}[0-9a-f]{2}) ", re.MULTILINE)
_NAME = re.compile(r"^\tSSID: ?(.*)$", re.MULTILINE)
_TYPE = re.compile(r"^\ttype (\S+)", re.MULTILINE)
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")
_MODES = {"managed": WifiMode.STATION, "AP": WifiMode.ACCESS_POINT}

Run = Callable[[Sequence[str]], str]


def run(words: Sequence[str]) -> str:
    """What the program prints.

    :raises Unavailable: it is not there, fails, or takes too long.
    """
    program = next((one for one in PROGRAMS if Path(one).exists()), None)
    if program is None:
        raise Unavailable("iw is not installed")
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, and an interface's name
            [program, *words],
            capture_output=True,
            check=True,
            timeout=_TIMEOUT,
            env={"LC_ALL": "C", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise Unavailable(f"iw: {type(error).__name__}") from error
    return done.stdout.decode("ascii", "replace")


class Iw:
    """See ``port.Provider``."""

    name = "iw"
    signals = False
    wifi_only = True

    def __init__(self, ask: Run = run) -> None:
        self._ask = ask

    def read(self, interface: str, source: str | None, needs: Needs) -> Facts | None:  # noqa: ARG002 - of no use here
        """See ``port.Provider``."""
        if not needs.ssid:
            return None
        kind = _TYPE.search(self._ask(("dev", interface, "info")))
        if kind is None:
            return None
        mode = _MODES.get(kind[1], WifiMode.UNKNOWN)
        text = self._ask(("dev", interface, "link"))
        point, name = _CONNECTED.search(text), _NAME.search(text)
        if point is None or name is None:
            return Facts(self.name, kind=Kind.WIFI, mode=mode)
        return Facts(
            self.name,
            kind=Kind.WIFI,
            ssid=_ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), name[1].encode()),
            bssid=point[1],
            mode=mode,
        )
