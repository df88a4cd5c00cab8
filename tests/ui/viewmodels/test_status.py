"""The highest state that holds is shown, with one sentence."""

from __future__ import annotations

import math

import pytest

from ksync.service.progress import Tally
from tests.ui.viewmodels.making import NOW, account, glance, problem, run
from ui.viewmodels.status import Known, State, status

REJECTED = problem("http.unauthorized")
LOCKED = problem("credential.keyring_locked")
DENIED = problem("transport.gate_denied")
UNREACHABLE = problem("transport.unreachable")
FAILED = problem("resource.too_large")
SYNCING = Tally(frozenset({"home"}))

# from the highest to the lowest: what makes it so, on top of all that follow
CAUSES = [
    (State.ERROR, {"problems": (FAILED,)}),
    (State.NEEDS_YOU, {"problems": (LOCKED,)}),
    (State.CONFLICTS, {"conflicts": 2}),
    (State.HOLDS, {"holds": 1}),
    (State.GUARD, {"problems": (DENIED,)}),
    (State.OFFLINE, {"problems": (UNREACHABLE,)}),
    (State.PAUSED, {"paused_until": math.inf}),
    (State.SYNCING, {"tally": SYNCING}),
]


def _known(*causes: dict) -> Known:
    joined: dict = {}
    problems: tuple = ()
    for cause in causes:
        problems += cause.get("problems", ())
        joined |= {key: value for key, value in cause.items() if key != "problems"}
    tally = joined.pop("tally", Tally())
    return Known(glance(account("home", *problems), **joined), tally)


@pytest.mark.parametrize("number", range(len(CAUSES)), ids=[c[0].value for c in CAUSES])
def test_the_highest_state_that_holds_is_shown(number: int) -> None:
    state, cause = CAUSES[number]
    assert status(_known(cause), NOW).state is state
    everything_below = [each for _, each in CAUSES[number:]]
    assert status(_known(*everything_below), NOW).state is state


def test_the_states_stand_in_the_order_of_their_weight() -> None:
    assert [state for state, _ in CAUSES] == [s for s in State if s is not State.IDLE]


@pytest.mark.parametrize("reference", ["http.unauthorized", "credential.secret_missing"])
def test_what_needs_a_person_names_the_account(reference: str) -> None:
    found = status(_known({"problems": (problem(reference),)}), NOW)
    assert found.state is State.NEEDS_YOU
    assert found.line.startswith("home: ")


def test_what_the_next_sync_mends_is_no_error() -> None:
    assert status(_known({"problems": (problem("resource.busy"),)}), NOW).state is State.IDLE


def test_trouble_with_the_settings_goes_first() -> None:
    trouble = problem("config.invalid", detail="line 3: url must be an address")
    found = status(Known(None, trouble=trouble), NOW)
    assert found.state is State.ERROR
    assert "line 3" in found.line


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (Known(), "Starting …"),
        (Known(glance()), "No account yet."),
        (Known(glance(account())), "Up to date; synced 5 minutes ago."),
        (Known(glance(account(last=run(started=NOW - 10)))), "Up to date; synced just now."),
        (
            Known(glance(account(), paused_until=NOW + 3600)),
            "Paused; goes on in 1 hour.",
        ),
        (Known(glance(account()), SYNCING), "Syncing …"),
    ],
)
def test_one_sentence(known: Known, line: str) -> None:
    assert status(known, NOW).line == line
