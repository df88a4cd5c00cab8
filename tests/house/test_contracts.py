"""Each import contract is proven: a planted violation breaks that one, a clean copy none."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.tree import PACKAGES, ROOT

# contract, module to plant, what it says
PLANTS = [
    ("packages", "ksync/planted.py", "import ui.words"),
    ("packages", "sync_engine/cycle/planted.py", "import ksync"),
    ("packages", "sync_engine/core/planted.py", "import ui"),
    ("engine", "sync_engine/events/planted.py", "import sync_engine.core.identifiers"),
    ("engine", "sync_engine/core/planted.py", "import sync_engine.dav.model"),
    ("engine", "sync_engine/dav/planted.py", "import sync_engine.client"),
    ("engine", "sync_engine/client/planted.py", "import sync_engine.replicas.port"),
    ("engine", "sync_engine/base_store/planted.py", "import sync_engine.replicas.port"),
    ("engine", "sync_engine/replicas/remote/planted.py", "import sync_engine.cycle"),
    ("engine", "sync_engine/errors/planted.py", "import sync_engine.events"),
    ("engine", "sync_engine/unplaced.py", ""),
    ("replicas", "sync_engine/replicas/memory/planted.py", "import sync_engine.replicas.remote"),
    ("replicas", "sync_engine/replicas/remote/planted.py", "import sync_engine.replicas.vdir"),
    ("replicas", "sync_engine/replicas/vdir/planted.py", "import sync_engine.replicas.memory"),
    ("replicas", "sync_engine/replicas/port/planted.py", "import sync_engine.replicas.memory"),
    ("pure", "sync_engine/core/planted.py", "import socket"),
    ("pure", "sync_engine/core/planted.py", "from time import time"),
    ("pure", "sync_engine/core/content/planted.py", "from random import choice"),
    ("pure", "sync_engine/core/planted.py", "from pathlib import Path"),
    ("pure", "sync_engine/dav/planted.py", "import os"),
    ("engine-no-application", "sync_engine/cycle/planted.py", "import keyring"),
    ("engine-no-application", "sync_engine/cycle/planted.py", "from PySide6 import QtCore"),
    ("engine-no-application", "sync_engine/transport/planted.py", "import click"),
    ("cli-no-qt", "ksync/cli/planted.py", "from PySide6.QtCore import QObject"),
    ("cli-no-qt", "ksync/planted.py", "def late():\n    import PySide6"),
    ("viewmodels-no-qt", "ui/viewmodels/planted.py", "from PySide6.QtCore import QObject"),
    ("viewmodels-no-qt", "ui/viewmodels/planted.py", "import ui.theme"),
    ("http-one-door", "sync_engine/client/planted.py", "import httpx2"),
    ("http-one-door", "sync_engine/replicas/remote/planted.py", "from http import client"),
]


def _names() -> dict[str, str]:
    """The sentence of each contract in the output -> its key."""
    config = configparser.ConfigParser()
    config.read(ROOT / ".importlinter")
    prefix = "importlinter:contract:"
    return {
        config[section]["name"]: section.removeprefix(prefix)
        for section in config.sections()
        if section.startswith(prefix)
    }


def _lint(folder: Path) -> tuple[set[str], set[str], str]:
    """The kept and the broken contracts of the packages in *folder*, and all that was said."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "200", "LANG": "C.UTF-8"},
    )
    said = done.stdout + done.stderr
    verdicts: dict[str, set[str]] = {"KEPT": set(), "BROKEN": set()}
    for name, key in _names().items():
        found = re.search(rf"^{re.escape(name)} (KEPT|BROKEN)", said, re.MULTILINE)
        if found:
            verdicts[found[1]].add(key)
    assert (done.returncode == 0) == (not verdicts["BROKEN"] and bool(verdicts["KEPT"])), said
    return verdicts["KEPT"], verdicts["BROKEN"], said


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for package in PACKAGES:
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, folder / package, ignore=ignore)
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def test_the_code_keeps_every_contract(copy: Path) -> None:
    kept, broken, said = _lint(copy)
    assert not broken, said
    assert kept == set(_names().values()), said


def test_every_contract_has_a_plant() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(_names().values())


@pytest.mark.parametrize(("contract", "module", "code"), PLANTS)
def test_a_planted_violation_breaks_that_contract(
    copy: Path, tmp_path: Path, contract: str, module: str, code: str
) -> None:
    folder = tmp_path / "planted"
    shutil.copytree(copy, folder)
    _plant(folder / module, code)

    _, broken, said = _lint(folder)

    assert broken == {contract}, said


def _plant(file: Path, code: str) -> None:
    # A plant "inside" a module, such as errors/planted.py, goes at the module's end.
    module = file.parent.with_suffix(".py")
    if module.is_file():
        with module.open("a", encoding="utf-8") as stream:
            stream.write(f"\n{code}\n")
    else:
        assert file.parent.is_dir(), file.parent
        file.write_text(f'"""Planted."""\n\n{code}\n', encoding="utf-8")
