"""What a sync did, in numbers that agree with their words."""

from __future__ import annotations

import pytest

from ui.viewmodels.activity import counts_line
from ui.words import read, use


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({"downloaded": 1, "held": 1}, "1 reçu, 1 attend votre décision"),
        ({"downloaded": 39, "uploaded": 2}, "39 reçus, 2 envoyés"),
    ],
)
def test_french_numbers_agree(counts, line) -> None:
    use(read("fr"))
    assert counts_line(counts) == line
