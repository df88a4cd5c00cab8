"""What the checks share: the files of the checkout, and how a finding is told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("sync_engine", "ksync", "ui")

# Folders that are made, not written. Of the hidden ones only .ci is ours.
_MADE = frozenset({"__pycache__", "build", "dist", "node_modules"})
_HIDDEN_BUT_OURS = frozenset({".ci"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong.

    :param path: file, relative to the root of the checkout.
    :param line: 1-based; 0 when the whole file is meant.
    :param message: what is wrong, for a person.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.message}"


def files(root: Path, under: Iterable[str] = (".",)) -> Iterator[Path]:
    """Yield the written files below *root*, sorted, made folders left out.

    :param under: folders relative to *root*; one that is not there yields nothing.
    """
    for name in under:
        start = root / name
        if start.is_dir():
            yield from _walk(start)


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_symlink():
            continue
        if entry.is_dir():
            hidden = entry.name.startswith(".") and entry.name not in _HIDDEN_BUT_OURS
            if not hidden and entry.name not in _MADE:
                yield from _walk(entry)
        else:
            yield entry


def python_files(root: Path, under: Iterable[str]) -> Iterator[Path]:
    """Yield the Python files below the folders *under* of *root*."""
    return (path for path in files(root, under) if path.suffix == ".py")


def run(check: Callable[[Path], Iterable[Finding]], arguments: Sequence[str]) -> int:
    """Run *check* on the checkout (or the root that *arguments* names) and print.

    :return: exit code: 0 without findings, 1 with some.
    """
    root = Path(arguments[0]).resolve() if arguments else ROOT
    findings = sorted(check(root))
    for finding in findings:
        sys.stdout.write(f"{finding}\n")
    return 1 if findings else 0
