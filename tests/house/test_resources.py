"""The files that are no code: found, valid, and where they cannot be taken for others'."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ksync import resources
from ksync.resources import ResourceMissing, resource
from tools.tree import ROOT


def test_the_source_tree_is_used_where_it_is() -> None:
    assert resource("icons/ksync.svg") == ROOT / "resources/icons/ksync.svg"


def test_a_wheel_uses_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "_resources"
    own.mkdir()
    (own / "file.txt").write_text("own")
    monkeypatch.setattr(resources, "_IN_WHEEL", own)
    assert resource("file.txt") == own / "file.txt"
    # Not looked for elsewhere: another distribution's `resources` may lie beside the package.
    with pytest.raises(ResourceMissing, match=r"ksync\.svg"):
        resource("icons/ksync.svg")


@pytest.mark.parametrize("name", ["nowhere.svg", "icons", ""])
def test_what_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(ResourceMissing):
        resource(name)


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "icons/../../dev"])
def test_names_stay_inside(name: str) -> None:
    with pytest.raises(ValueError, match="not a name inside"):
        resource(name)


def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", resource("ksync.desktop")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_desktop_entry_starts_a_program_that_is_installed() -> None:
    lines = resource("ksync.desktop").read_text(encoding="utf-8").splitlines()
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    scripts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f"\n{values['Exec']} = " in scripts
    assert resource(f"icons/{values['Icon']}.svg")


@pytest.mark.parametrize(
    "file", sorted((ROOT / "resources/icons").glob("*.svg")), ids=lambda file: file.name
)
def test_icons_are_square_and_stand_alone(file: Path) -> None:
    svg = ET.parse(file).getroot()
    _, _, width, height = svg.attrib["viewBox"].split()
    assert width == height
    for element in svg.iter():
        assert element.tag.startswith("{http://www.w3.org/2000/svg}")
        assert not any(name.endswith("href") for name in element.attrib)
