"""What the packages import is declared, and all that is installed with it may be shipped.

The reasons are in docs/adr/0002-licence.md and docs/adr/0003-dependencies.md.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import distribution, packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.tree import PACKAGES, ROOT, python_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = [Requirement(line) for line in PROJECT["dependencies"]]

# Licences that a program under GPL-3.0-or-later may depend on, by their SPDX names and by
# the older words that distributions still use. Apache-2.0 is compatible with version 3.
COMPATIBLE = re.compile(
    r"\b(?:MIT(?:-0)?|BSD(?:-[23]-Clause)?|ISC|Apache(?:[ -]2\.0| Software)?|PSF-2\.0|MPL-2\.0"
    r"|LGPL-3\.0-or-later|GPL-3\.0-or-later)\b"
)


def _imported() -> set[str]:
    """Top-level names of the third-party modules that the packages import."""
    names = set()
    for path in python_files(ROOT, PACKAGES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=aliases):
                    names.update(alias.name.partition(".")[0] for alias in aliases)
                case ast.ImportFrom(module=str(module), level=0):
                    names.add(module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - set(PACKAGES)


@cache
def _installed() -> frozenset[str]:
    """Canonical names of all that comes with kSync here, without extras."""
    found: set[str] = set()
    queue = [(requirement.name, frozenset(requirement.extras)) for requirement in DECLARED]
    done = set()
    while queue:
        one = queue.pop()
        if one in done:
            continue
        done.add(one)
        name, extras = one
        found.add(canonicalize_name(name))
        for line in distribution(name).requires or []:
            requirement = Requirement(line)
            wanted = requirement.marker is None or any(
                requirement.marker.evaluate({"extra": extra}) for extra in ("", *extras)
            )
            if wanted:
                queue.append((requirement.name, frozenset(requirement.extras)))
    return frozenset(found)


def test_every_import_is_declared() -> None:
    declared = {canonicalize_name(requirement.name) for requirement in DECLARED}
    optional = {
        canonicalize_name(Requirement(line).name)
        for extra in PROJECT["optional-dependencies"].values()
        for line in extra
    }
    distributions = packages_distributions()
    undeclared = {
        module
        for module in _imported()
        if not {canonicalize_name(name) for name in distributions.get(module, [module])}
        & (declared | optional)
    }
    assert undeclared == set()


@pytest.mark.parametrize("name", sorted(_installed()))
def test_licences_are_compatible(name: str) -> None:
    metadata = distribution(name).metadata
    classifiers = [line for line in metadata.get_all("Classifier", []) if "License ::" in line]
    told = " ".join(
        [metadata.get("License-Expression") or "", metadata.get("License") or "", *classifiers]
    )
    assert COMPATIBLE.search(told), told


def test_the_tools_that_only_develop_stay_out() -> None:
    assert not _installed() & {"pytest", "mypy", "ruff", "hypothesis", "pyside6-essentials"}
