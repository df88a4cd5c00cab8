"""The decision table and the restrictions, against tables written down by themselves."""

from __future__ import annotations

from itertools import product

import pytest

from sync_engine.core.changes import State
from sync_engine.core.planner import (
    CONFLICTS,
    TABLE,
    Direction,
    Verdict,
    decide,
    plan,
    restrict,
)
from tests.core.making import A, D, M, P, U, X, subject

# One row for each state of the local side, one column for each of the remote side.
BASE_KNOWN = """
local      | unchanged            | modified             | deleted              | unreadable
unchanged  | nothing              | copy remote to local | delete local         | wait
modified   | copy local to remote | conflict edit/edit   | conflict edit/delete | wait
deleted    | delete remote        | conflict delete/edit | forget               | wait
unreadable | wait                 | wait                 | wait                 | wait
"""
BASE_UNKNOWN = """
local      | absent               | present                | unreadable
absent     | nothing              | copy remote to local   | wait
present    | copy local to remote | conflict create/create | wait
unreadable | wait                 | wait                   | wait
"""


def cells(text):
    head, *rows = ([c.strip() for c in line.split("|")] for line in text.strip().splitlines())
    return {
        (State(row[0]), State(column)): Verdict(cell)
        for row in rows
        for column, cell in zip(head[1:], row[1:], strict=True)
    }


EXPECTED = cells(BASE_KNOWN) | cells(BASE_UNKNOWN)


def test_the_table_says_what_it_is_meant_to_say_and_nothing_else():
    assert TABLE == EXPECTED


@pytest.mark.parametrize("pair", sorted(EXPECTED))
def test_decide_follows_the_table(pair):
    assert decide(subject(*pair)) is EXPECTED[pair]


def test_every_pair_of_states_that_can_meet_is_decided():
    known, unknown = (U, M, D, X), (A, P, X)
    assert {*product(known, known), *product(unknown, unknown)} == set(TABLE)


@pytest.mark.parametrize("pair", sorted(EXPECTED))
def test_same_content_turns_only_two_conflicts_into_adoption(pair):
    both_new = pair in {(M, M), (P, P)}
    expected = Verdict.ADOPT if both_new else EXPECTED[pair]
    assert decide(subject(*pair, same=True)) is expected


def test_without_a_base_nothing_is_ever_deleted():
    verdicts = {EXPECTED[pair] for pair in product((A, P, X), (A, P, X))}
    assert not verdicts & {Verdict.DELETE_LOCAL, Verdict.DELETE_REMOTE, Verdict.FORGET}


def test_an_unreadable_side_decides_nothing():
    assert {v for pair, v in EXPECTED.items() if X in pair} == {Verdict.WAIT}


# Restrictions: the verdict of two equal sides, then what becomes of it.
RESTRICTED = """
verdict                | two-way | pull                 | push                 | read-only            | read-only push
nothing                | same    | same                 | same                 | same                 | same
copy remote to local   | same    | same                 | leave                | same                 | leave
copy local to remote   | same    | leave                | same                 | refuse               | refuse
delete local           | same    | same                 | leave                | same                 | leave
delete remote          | same    | copy remote to local | same                 | copy remote to local | leave
adopt                  | same    | same                 | same                 | same                 | same
forget                 | same    | same                 | same                 | same                 | same
conflict edit/edit     | same    | copy remote to local | copy local to remote | copy remote to local | leave
conflict edit/delete   | same    | detach               | copy local to remote | detach               | detach
conflict delete/edit   | same    | copy remote to local | delete remote        | copy remote to local | leave
conflict create/create | same    | copy remote to local | copy local to remote | copy remote to local | leave
wait                   | same    | same                 | same                 | same                 | same
"""  # noqa: E501 - a table
SETTINGS = {
    "two-way": [(Direction.TWO_WAY, False)],
    "pull": [(Direction.PULL, False)],
    "push": [(Direction.PUSH, False)],
    "read-only": [(Direction.TWO_WAY, True), (Direction.PULL, True)],
    "read-only push": [(Direction.PUSH, True)],
}


def restrictions():
    head, *rows = ([c.strip() for c in line.split("|")] for line in RESTRICTED.strip().splitlines())
    for row in rows:
        verdict = Verdict(row[0])
        for column, cell in zip(head[1:], row[1:], strict=True):
            for direction, read_only in SETTINGS[column]:
                yield verdict, direction, read_only, verdict if cell == "same" else Verdict(cell)


@pytest.mark.parametrize(("verdict", "direction", "read_only", "expected"), [*restrictions()])
def test_restrict(verdict, direction, read_only, expected):
    assert restrict(verdict, direction, read_only) is expected


def test_the_restrictions_cover_every_verdict_that_decide_can_give():
    assert {row[0] for row in restrictions()} == {*TABLE.values(), Verdict.ADOPT}


TO_SERVER = {Verdict.UPLOAD, Verdict.DELETE_REMOTE, *CONFLICTS}


@pytest.mark.parametrize("pair", sorted(EXPECTED))
@pytest.mark.parametrize("direction", Direction)
def test_a_read_only_collection_is_never_written(pair, direction):
    assert plan(subject(*pair), direction, read_only=True) not in TO_SERVER


@pytest.mark.parametrize("pair", sorted(EXPECTED))
def test_pull_never_writes_to_the_server_and_push_never_to_the_folder(pair):
    assert plan(subject(*pair), Direction.PULL, read_only=False) not in TO_SERVER
    to_folder = {Verdict.DOWNLOAD, Verdict.DELETE_LOCAL, *CONFLICTS}
    assert plan(subject(*pair), Direction.PUSH, read_only=False) not in to_folder
