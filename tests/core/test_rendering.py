"""What a store that rewrites made of a text."""

from __future__ import annotations

import dataclasses

import pytest

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.rendering import Rendering


def test_nothing_is_under_way_unless_it_is_said():
    one = Rendering("u", ResourceId("u.ics"), b"given", b"read")
    assert one.next is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.read = b"other"  # type: ignore[misc]  # a reading is a fact
    assert dataclasses.replace(one, next=b"new").given == b"given"
