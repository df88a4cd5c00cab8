"""The front door of the pictures: starts Xvfb, then draws in a process that has its screen."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.tree import ROOT

LANGUAGES = ("en", "fr")
SHADES = ("light", "dark")


def main(arguments: Sequence[str]) -> int:
    """Draw; 0 when every picture was drawn."""
    options = _options(arguments)
    with screen() as display, tempfile.TemporaryDirectory(prefix="ksync-shots-") as home:
        env = {
            **os.environ, "DISPLAY": display, "KSYNC_HOME": home, "QT_QPA_PLATFORM": "xcb",
            "LANG": "C.UTF-8", "QT_SCALE_FACTOR": str(options.scale), "XDG_RUNTIME_DIR": home,
        }  # fmt: skip
        for name in ("LANGUAGE", "LC_ALL", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY"):
            env.pop(name, None)
        words = [
            str(options.out),
            options.only,
            ",".join(options.languages),
            ",".join(options.shades),
        ]
        done = subprocess.run(  # noqa: S603  our own words, no shell
            [sys.executable, "-m", "tools.screenshots.draw", *words], env=env, check=False
        )
    return done.returncode


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev screenshots", description=__doc__)
    parser.add_argument("only", nargs="?", default="", help="only pictures whose name has this")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--scale", type=float, default=1.0, help="device pixels for each of ours")
    parser.add_argument("--language", dest="languages", action="append", choices=LANGUAGES)
    parser.add_argument("--shade", dest="shades", action="append", choices=SHADES)
    options = parser.parse_args(arguments)
    options.languages = options.languages or LANGUAGES
    options.shades = options.shades or SHADES
    return options


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of its own; its name for DISPLAY."""
    reader, writer = os.pipe()
    server = subprocess.Popen(  # noqa: S603  our own words, no shell
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],  # noqa: S607  Debian's
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
