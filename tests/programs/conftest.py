"""Fixtures: Thunderbird in a home of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs.thunderbird import Thunderbird


@pytest.fixture
def thunderbird(tmp_path: Path) -> Iterator[Thunderbird]:
    """A profile that nobody has used yet; what runs of it is ended."""
    program = Thunderbird(tmp_path / "home")
    yield program
    program.kill()
