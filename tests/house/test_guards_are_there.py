"""The table of guards that the mutation run takes out is not out of date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.mutation.guards import GUARDS, Guard

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: f"L{guard.loss} {guard.what}")
def test_the_piece_is_there_once_and_tests_are_named_after_its_class(guard: Guard):
    source = (ROOT / guard.file).read_text(encoding="utf-8")
    assert source.count(guard.piece) == 1
    assert guard.without != guard.piece
    named = re.compile(rf"^def {guard.named}", re.MULTILINE)
    files = [file for place in guard.tests for file in _test_files(ROOT / place)]
    assert any(named.search(file.read_text(encoding="utf-8")) for file in files)


def _test_files(place: Path) -> list[Path]:
    return [place] if place.is_file() else [*place.rglob("test_*.py")]
