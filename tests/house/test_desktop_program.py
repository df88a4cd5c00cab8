"""``ksync-tray`` names the command that adds Qt to the environment that it runs in."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement

from tools.tree import ROOT
from ui.app import qt_requirement


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_the_command_adds_what_the_extra_requires(version: tuple[int, int]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    environment = {"python_version": "{}.{}".format(*version)}
    wanted = [
        requirement
        for requirement in map(Requirement, project["optional-dependencies"]["desktop"])
        if requirement.marker is None or requirement.marker.evaluate(environment)
    ]
    named = Requirement(qt_requirement(version))
    assert [(one.name, one.specifier) for one in wanted] == [(named.name, named.specifier)]


def test_below_3_12_the_broken_series_is_kept_out() -> None:
    assert "6.12.0" not in Requirement(qt_requirement((3, 11))).specifier
    assert "6.11.1" in Requirement(qt_requirement((3, 11))).specifier
    assert "6.12.0" in Requirement(qt_requirement((3, 12))).specifier
