"""The wheel as a user gets it: built, installed by pipx, run; and what it carries."""

from __future__ import annotations

import email
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ksync import __version__
from tools.tree import ROOT

# Downloads and two environments; on a slow line that takes its time.
pytestmark = pytest.mark.timeout(900)

RESOURCES = sorted(
    path.relative_to(ROOT / "resources").as_posix()
    for path in (ROOT / "resources").rglob("*")
    if path.is_file()
)
FIND_ALL = f"""
from ksync.resources import resource
for name in {RESOURCES!r}:
    print(resource(name))
"""


def _run(
    *command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def _said(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    _said(_run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", out, ROOT))
    (built,) = out.iterdir()
    return built


class TestContents:
    def test_packages_and_nothing_else(self, wheel: Path) -> None:
        tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
        assert tops == {"ksync", "sync_engine", "ui", f"ksync-{__version__}.dist-info"}

    def test_every_resource_and_the_licence(self, wheel: Path) -> None:
        names = zipfile.ZipFile(wheel).namelist()
        carried = sorted(name for name in names if name.startswith("ksync/_resources/"))
        assert carried == [f"ksync/_resources/{name}" for name in RESOURCES]
        assert f"ksync-{__version__}.dist-info/licenses/LICENSE" in names

    def test_metadata(self, wheel: Path) -> None:
        metadata = self._metadata(wheel)
        assert metadata["Version"] == __version__
        assert metadata["License-Expression"] == "GPL-3.0-or-later"
        assert metadata["Requires-Python"] == ">=3.11"
        assert {"demo", "desktop"} <= set(metadata.get_all("Provides-Extra", []))

    @pytest.mark.parametrize("version", ["3.11", "3.12", "3.14"])
    def test_qt_comes_with_the_extra_alone(self, wheel: Path, version: str) -> None:
        requirements = [
            Requirement(line) for line in self._metadata(wheel).get_all("Requires-Dist", [])
        ]

        def names(extra: str) -> list[str]:
            environment = {"python_version": version, "extra": extra}
            return [
                one.name.lower()
                for one in requirements
                if one.marker is None or one.marker.evaluate(environment)
            ]

        assert names("desktop").count("pyside6-essentials") == 1
        assert not [name for name in names("") if name.startswith("pyside")]

    def _metadata(self, wheel: Path) -> Message:
        name = f"ksync-{__version__}.dist-info/METADATA"
        return email.message_from_bytes(zipfile.ZipFile(wheel).read(name))


@dataclass(frozen=True, slots=True)
class Pipx:
    """An installation by pipx in folders of its own."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        # pipx takes the settings of pip and of the network from the one who calls it.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        programs = f"{self.folder / 'bin'}:{Path(sys.executable).parent}:/usr/bin:/bin"
        return kept | {
            "HOME": str(self.folder / "home"),
            "KSYNC_HOME": str(self.folder / "profile"),
            "PATH": programs,
            "PIPX_BIN_DIR": str(self.folder / "bin"),
            "PIPX_DEFAULT_PYTHON": os.path.realpath(sys.executable),
            "PIPX_HOME": str(self.folder / "pipx"),
            "PIPX_MAN_DIR": str(self.folder / "man"),
        }

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as the user of this installation would, in an empty folder."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        return _run(*command, env=self.environment, cwd=home)

    @property
    def python(self) -> Path:
        """The interpreter of the environment that pipx made for kSync."""
        return self.folder / "pipx" / "venvs" / "ksync" / "bin" / "python"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Pipx:
    pipx = Pipx(tmp_path_factory.mktemp("pipx"))
    _said(pipx.run("pipx", "install", wheel))
    return pipx


class TestInstalledByPipx:
    def test_ksync_tells_its_version(self, installed: Pipx) -> None:
        assert _said(installed.run("ksync", "--version")) == f"ksync {__version__}\n"

    def test_resources_are_found_inside_the_package(self, installed: Pipx) -> None:
        found = _said(installed.run(installed.python, "-I", "-c", FIND_ALL)).splitlines()
        assert len(found) == len(RESOURCES)
        for path, name in zip(found, RESOURCES, strict=True):
            assert path.endswith(f"site-packages/ksync/_resources/{name}")
            assert Path(path).read_bytes() == (ROOT / "resources" / name).read_bytes()

    def test_the_tray_names_a_command_that_adds_qt(self, installed: Pipx) -> None:
        before = installed.run("ksync-tray")
        assert before.returncode == 2
        assert before.stdout == ""
        command = before.stderr.splitlines()[1].strip()
        assert command.startswith("pipx inject ksync ")

        _said(installed.run("sh", "-c", command))

        _said(installed.run(installed.python, "-I", "-c", "import PySide6.QtCore"))
        after = installed.run("ksync-tray", "--version")
        assert _said(after) == f"kSync {__version__}\n"
        without = installed.run(
            *("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "-u", "QT_QPA_PLATFORM"),
            "ksync-tray",
        )
        assert without.returncode == 2
        assert "pipx" not in without.stderr
        assert "needs a desktop" in without.stderr


def test_an_editable_installation_uses_the_checkout(tmp_path: Path) -> None:
    # What an installer unpacks into site-packages for `-e .`, in a folder of its own.
    build = f"import hatchling.build; hatchling.build.build_editable({str(tmp_path)!r})"
    _said(_run(sys.executable, "-c", build))
    (archive,) = tmp_path.glob("*.whl")
    site = tmp_path / "site-packages"
    zipfile.ZipFile(archive).extractall(site)
    assert not (site / "ksync").exists()

    program = f"import site; site.addsitedir({str(site)!r})\n{FIND_ALL}"
    found = _said(_run(sys.executable, "-I", "-S", "-c", program, cwd=tmp_path)).splitlines()

    assert found == [str(ROOT / "resources" / name) for name in RESOURCES]
