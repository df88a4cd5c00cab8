"""vdirsyncer 0.21 in an environment of its own, for comparison."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measuring import Spent, spent
from tests.servers import Account

RELEASE = "vdirsyncer==0.21.0"

_CONFIG = """\
[general]
status_path = "{folder}/status"

[pair cal]
a = "cal_here"
b = "cal_there"
collections = ["from a", "from b"]

[storage cal_here]
type = "filesystem"
path = "{folder}/calendars"
fileext = ".ics"

[storage cal_there]
type = "caldav"
url = "{url}"
username = "{username}"
password = "{password}"

[pair card]
a = "card_here"
b = "card_there"
collections = ["from a", "from b"]

[storage card_here]
type = "filesystem"
path = "{folder}/contacts"
fileext = ".vcf"

[storage card_there]
type = "carddav"
url = "{url}"
username = "{username}"
password = "{password}"
"""


class VdirSyncer:
    """The program, and a folder for it."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def prepare(self, account: Account) -> None:
        """Write its configuration and let it find the collections."""
        self._folder.mkdir(parents=True, exist_ok=True)
        values = {
            "folder": self._folder,
            "url": account.url,
            "username": account.username,
            "password": account.password.replace("%", "%%"),
        }
        (self._folder / "config").write_text(_CONFIG.format(**values), encoding="utf-8")
        yes = subprocess.run(
            [*self._command, "discover"], input=b"y\n" * 100, capture_output=True, check=False
        )
        if yes.returncode:
            raise RuntimeError(yes.stderr.decode()[-2000:])

    def sync(self) -> Spent:
        """One sync."""
        return spent([*self._command, "sync"])

    @property
    def _command(self) -> list[str]:
        return [str(self._program), "-c", str(self._folder / "config")]


def installed(folder: Path) -> Path | None:
    """The program in an environment below the folder; ``None`` where it cannot be had."""
    environment = folder / "vdirsyncer"
    program = environment / "bin" / "vdirsyncer"
    if program.exists():
        return program
    uv = shutil.which("uv")
    if uv is not None:
        made = [uv, "venv", "--quiet", "--python", sys.executable, str(environment)]
        fill = [uv, "pip", "install", "--quiet", "--python", str(environment / "bin/python")]
    else:
        made = [sys.executable, "-m", "venv", str(environment)]
        fill = [str(environment / "bin/python"), "-m", "pip", "install", "--quiet"]
    for command in (made, [*fill, RELEASE]):
        if subprocess.run(command, check=False, capture_output=True).returncode:
            return None
    return program
