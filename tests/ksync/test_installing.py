"""Unit, timer, desktop entry and icon: put in place, kept apart from others', taken away."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ksync.service.installing import FileState, Installer, Mode, quoted


@pytest.fixture
def home(tmp_path):
    """An empty home folder and a program in it."""
    program = tmp_path / "with blank" / "ksync"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    return tmp_path, program


def installer(home) -> Installer:
    """In that home; no systemd is on its PATH."""
    folder, program = home
    return Installer({"HOME": str(folder), "PATH": str(folder)}, program)


def states(found) -> set[FileState]:
    """Which states there are."""
    return {state for _, state in found.files}


@pytest.mark.parametrize("mode", Mode)
def test_installed_twice_and_removed(home, mode):
    one = installer(home)
    assert states(one.status(mode)) == {FileState.MISSING}
    for _ in range(2):
        found = one.install(mode, start=True)
        assert states(found) == {FileState.INSTALLED}
        assert found.systemd == ""
    assert installer(home).status().unit == found.unit
    one.remove()
    assert states(one.status(mode)) == {FileState.MISSING}


def test_a_file_that_somebody_changed_is_left_alone(home):
    one = installer(home)
    unit = next(path for path, _ in one.install(Mode.SERVICE, start=False).files)
    changed = unit.read_text().replace("RestartSec=30", "RestartSec=5")
    unit.write_text(changed)
    assert FileState.FOREIGN in states(one.install(Mode.SERVICE, start=False))
    one.remove()
    assert unit.read_text() == changed


def test_an_older_one_of_ours_is_brought_up_to_date(home):
    old = Installer({"HOME": str(home[0]), "PATH": ""}, Path("/old/ksync"))
    old.install(Mode.SERVICE, start=False)
    one = installer(home)
    assert FileState.OUTDATED in states(one.status())
    assert states(one.install(Mode.SERVICE, start=False)) == {FileState.INSTALLED}


@pytest.mark.parametrize("mode", Mode)
def test_systemd_understands_the_units(home, mode):
    """systemd's own checker reads them, hardening and all."""
    checker = shutil.which("systemd-analyze")
    assert checker is not None
    files = [
        str(path)
        for path, _ in installer(home).install(mode, start=False).files
        if path.parent.name == "user"
    ]
    done = subprocess.run(
        [checker, "verify", "--user", "--man=no", *files],
        env={"PATH": "/usr/bin:/bin", "HOME": str(home[0]), "XDG_RUNTIME_DIR": str(home[0])},
        capture_output=True,
        check=False,
    )
    said = [line for line in done.stderr.decode().splitlines() if "ksync" in line]
    assert (done.returncode, said) == (0, []), done.stderr


def test_the_desktop_understands_the_entry(home):
    (entry,) = (
        path
        for path, _ in installer(home).install(Mode.SERVICE, start=False).files
        if path.suffix == ".desktop"
    )
    subprocess.run(["desktop-file-validate", str(entry)], check=True)
    assert f'Exec="{home[1].with_name("ksync-tray")}"' in entry.read_text()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/usr/bin/ksync", "/usr/bin/ksync"),
        ("/a b/ksync", '"/a b/ksync"'),
        ("/100%/ksync", "/100%%/ksync"),
        ('/a"b/k', '"/a\\"b/k"'),
    ],
)
def test_paths_are_quoted_for_systemd_and_the_desktop(path, text):
    assert quoted(Path(path)) == text
