"""View models speak English, whatever a test before has left."""

from __future__ import annotations

import pytest

from ui.words import speak


@pytest.fixture(autouse=True)
def _english() -> None:
    speak("en")
