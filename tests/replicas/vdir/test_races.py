"""Other programs edit between any two of our steps, and we die between any two:
no version that they wrote is lost (loss class L13).

The way without kernel renames and links is left out: what it cannot promise is
written in ``renames``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sync_engine.core.identifiers import ResourceId
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
)
from sync_engine.replicas.vdir import Way
from tests.replicas.vdir.rival import ACTIONS, BASE, NAME, OURS, Arena

X = ResourceId(NAME)
OPERATIONS: dict[str, Operation] = {
    "create": Create(X, OURS),
    "replace": Replace(X, None, BASE, OURS),
    "delete": Delete(X, None, BASE),
}
WAYS = [Way.KERNEL, Way.LINK]
MAX_STEPS = 16


@contextmanager
def arena(way: Way, what: str) -> Iterator[Arena]:
    with tempfile.TemporaryDirectory() as root:
        ring = Arena(Path(root) / "root", way, there=None if what == "create" else BASE)
        try:
            yield ring
        finally:
            ring.rival.release()


def check(ring: Arena, outcome: Outcome | None) -> None:
    texts = ring.final()
    assert ring.rival.alive <= texts, (ring.rival.alive - texts, ring.steps)
    assert ring.hidden() == []
    untouched = BASE not in ring.rival.destroyed
    match outcome:
        case Stored():
            assert OURS in texts or OURS in ring.rival.destroyed
            assert BASE not in texts
        case Removed():
            assert BASE not in texts
        case Conflict() | Rejected():
            assert OURS not in texts
        case None if untouched and not ring.rival.alive:
            assert texts & {BASE, OURS} or "verified" in ring.steps or "written" in ring.steps


@given(
    way=st.sampled_from(WAYS),
    what=st.sampled_from(sorted(OPERATIONS)),
    script=st.dictionaries(
        st.integers(0, MAX_STEPS),
        st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=2),
        max_size=4,
    ),
    die_at=st.none() | st.integers(0, MAX_STEPS),
)
@example(way=Way.KERNEL, what="replace", script={1: ["save"], 2: ["save"]}, die_at=None)
@example(way=Way.KERNEL, what="replace", script={0: ["hold"], 4: ["release"]}, die_at=None)
@example(way=Way.LINK, what="delete", script={0: ["save"], 1: ["save"]}, die_at=2)
def test_nothing_that_others_wrote_is_lost(
    way: Way, what: str, script: dict[int, list[str]], die_at: int | None
) -> None:
    with arena(way, what) as ring:
        check(ring, ring.run(OPERATIONS[what], script, die_at))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("what", OPERATIONS)
def test_every_single_edit_and_every_single_death(way: Way, what: str) -> None:
    """One edit at each step, with and without a death there."""
    seen = set()
    for action in ACTIONS[:4]:
        for number in range(MAX_STEPS):
            for die_at in (None, number, number + 1):
                with arena(way, what) as ring:
                    outcome = ring.run(OPERATIONS[what], {number: [action]}, die_at)
                    seen.add(type(outcome).__name__)
                    check(ring, outcome)
            if len(ring.steps) <= number:
                break
    assert {"NoneType", "Conflict"} <= seen


@pytest.mark.parametrize("way", [*WAYS, Way.RESERVE], ids=lambda way: way.name)
@pytest.mark.parametrize("what", ["replace", "delete"])
def test_a_death_alone_leaves_the_old_or_the_new_state(way: Way, what: str) -> None:
    states = set()
    for number in range(MAX_STEPS):
        with arena(way, what) as ring:
            if ring.run(OPERATIONS[what], {}, number) is not None:
                break
            texts = frozenset(ring.final())
            states.add(texts)
            assert ring.hidden() == []
    new = frozenset({OURS}) if what == "replace" else frozenset()
    assert {frozenset({BASE}), new} <= states <= {frozenset({BASE}), new}
    assert number > 3
