"""Take each guard out in turn and expect red: ``python -m tests.mutation [LOSS ...]``.

The tests run on a copy of the tree, so the checkout is never touched. Green tests
without their guard are the failure; so is a run that could not start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.mutation.guards import GUARDS, Guard

ROOT = Path(__file__).parents[2]
PARTS = ("sync_engine", "ksync", "ui", "resources", "tests", "tools", "pyproject.toml")
RED = 1  # what pytest ends with when a test failed


def copy(target: Path) -> None:
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(ROOT / part, target / part)


def run(tree: Path, guard: Guard) -> int:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
    ]
    found = subprocess.run(
        [*command, "-k", guard.named, *guard.tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return found.returncode


def main() -> int:
    wanted = set(map(int, sys.argv[1:]))
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        copy(tree)
        for guard in GUARDS:
            if wanted and guard.loss not in wanted:
                continue
            file = tree / guard.file
            source = file.read_text()
            file.write_text(source.replace(guard.piece, guard.without))
            code = run(tree, guard)
            file.write_text(source)
            survivors += code != RED
            word = "red" if code == RED else f"NOT RED (pytest ended with {code})"
            print(f"L{guard.loss:<3} {word:<10} without: {guard.what}", flush=True)
    print(
        f"{survivors} guards can be taken out unnoticed" if survivors else "every guard is needed"
    )
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
