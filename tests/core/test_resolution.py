"""From verdicts to actions: the conflict policy, and what loses (loss class L3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from sync_engine.core.merge import Side
from sync_engine.core.planner import CONFLICTS, TABLE, Verdict, decide
from sync_engine.core.resolution import (
    Action,
    Keep,
    Loser,
    Merging,
    Policy,
    Reason,
    Verb,
    act,
    let_go,
)
from tests.core.making import A, D, M, P, U, X, subject

# What each policy makes of a conflict that cannot be merged, and which side's text loses.
POLICIES = """
conflict               | server                        | local                           | both                      | merge                     | ask
conflict edit/edit     | replace local: local conflict | replace remote: remote conflict | keep both: local conflict | keep both: local conflict | ask
conflict create/create | replace local: local conflict | replace remote: remote conflict | keep both: local conflict | keep both: local conflict | ask
conflict edit/delete   | delete local: local deleted   | create remote                   | create remote             | create remote             | ask
conflict delete/edit   | create local                  | delete remote: remote deleted   | create local              | create local              | ask
"""  # noqa: E501 - a table
STATES = {
    Verdict.EDIT_EDIT: (M, M),
    Verdict.CREATE_CREATE: (P, P),
    Verdict.EDIT_DELETE: (M, D),
    Verdict.DELETE_EDIT: (D, M),
}
TEXTS = {"local": "mine", "remote": "theirs"}


def policies():
    head, *rows = ([c.strip() for c in line.split("|")] for line in POLICIES.strip().splitlines())
    for row in rows:
        for policy, cell in zip(head[1:], row[1:], strict=True):
            verb, _, loser = cell.partition(": ")
            yield Verdict(row[0]), Policy(policy), Verb(verb), tuple(loser.split())


@pytest.mark.parametrize(("conflict", "policy", "verb", "loser"), [*policies()])
def test_policy(conflict, policy, verb, loser):
    clash = subject(*STATES[conflict])
    losers = (Loser(loser[0], TEXTS[loser[0]], Reason(loser[1])),) if loser else ()
    assert act(clash, conflict, policy) == Action(verb, clash, losers, conflict)


def test_the_policies_cover_every_conflict():
    assert {(c, p) for c, p, _, _ in policies()} == set(product(CONFLICTS, Policy))


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize(
    ("states", "verb", "losers"),
    [
        ((U, M), Verb.REPLACE_LOCAL, (Loser("local", "mine", Reason.OVERWRITTEN),)),
        ((M, U), Verb.REPLACE_REMOTE, (Loser("remote", "theirs", Reason.OVERWRITTEN),)),
        ((U, D), Verb.DELETE_LOCAL, (Loser("local", "mine", Reason.DELETED),)),
        ((D, U), Verb.DELETE_REMOTE, (Loser("remote", "theirs", Reason.DELETED),)),
        ((D, D), Verb.FORGET, ()),
    ],
)
def test_what_is_no_conflict_does_not_ask_the_policy(states, verb, losers, policy):
    one = subject(*states)
    assert act(one, decide(one), policy) == Action(verb, one, losers)


def test_creations_take_nothing_away():
    here, there = subject(P, A), subject(A, P)
    assert act(here, decide(here), Policy.BOTH) == Action(Verb.CREATE_REMOTE, here)
    assert act(there, decide(there), Policy.BOTH) == Action(Verb.CREATE_LOCAL, there)


@pytest.mark.parametrize("states", sorted(TABLE))
@pytest.mark.parametrize("policy", Policy)
def test_L3_every_text_that_an_action_takes_off_a_side_is_a_loser(states, policy):
    one = subject(*states)
    action = act(one, decide(one), policy)
    if action is None:
        return
    taken = {
        Verb.REPLACE_LOCAL: "mine",
        Verb.DELETE_LOCAL: "mine",
        Verb.KEEP_BOTH: "mine",
        Verb.REPLACE_REMOTE: "theirs",
        Verb.DELETE_REMOTE: "theirs",
    }.get(action.verb)
    assert [loser.content for loser in action.losers] == ([taken] if taken else [])


def test_a_deletion_of_a_text_that_is_not_known_has_no_loser():
    one = subject(D, X)
    assert act(one, Verdict.DELETE_REMOTE, Policy.BOTH) == Action(Verb.DELETE_REMOTE, one)


def test_settling_verdicts():
    one = subject(M, U, same=True)
    assert act(one, Verdict.ADOPT, Policy.BOTH) == Action(Verb.ADOPT, one)
    assert act(one, Verdict.DETACH, Policy.BOTH) == Action(Verb.DETACH, one)
    refused = Action(Verb.REFUSE, one, reference="resource.read_only")
    assert act(one, Verdict.REFUSE, Policy.BOTH) == refused


@pytest.mark.parametrize("verdict", [Verdict.NOTHING, Verdict.WAIT, Verdict.LEAVE])
def test_nothing_to_do_but_to_take_up_a_new_name(verdict):
    one = subject(U, U)
    assert act(one, verdict, Policy.BOTH) is None
    here = one.with_local(replace(one.local, id="other.ics"))
    there = one.with_remote(replace(one.remote, id="/c/other.ics"))
    for renamed in (here, there):
        assert act(renamed, verdict, Policy.BOTH) == Action(Verb.REBIND, renamed)
    new = subject(P, P)
    assert act(new, verdict, Policy.BOTH) is None


def test_subjects_are_known_by_their_row_or_their_uid():
    assert subject(U, U, row=7).key == "row:7"
    assert subject(U, U, row=7).row == 7
    new = subject(P, P, uid="x")
    assert (new.key, new.row) == ("uid:x", None)


MERGED = Merging("merged here", "merged there", "rebased")
CLASHED = replace(MERGED, clashes=("SUMMARY",))
NOT = None


def merging(result):
    """A merger that comes to this, and tells whom it was to prefer."""
    asked = []

    def merger(_subject, prefer):
        asked.append(prefer)
        return result

    merger.asked = asked
    return merger


# What becomes of two edits, by what the merge came to and what a person said.
@pytest.mark.parametrize("conflict", [Verdict.EDIT_EDIT, Verdict.CREATE_CREATE])
@pytest.mark.parametrize(
    ("result", "policy", "said", "verb", "told"),
    [
        *((MERGED, policy, None, Verb.MERGE, False) for policy in Policy),
        (CLASHED, Policy.MERGE, None, Verb.MERGE, True),
        (CLASHED, Policy.SERVER, None, Verb.MERGE, True),
        (CLASHED, Policy.LOCAL, None, Verb.MERGE, True),
        (CLASHED, Policy.BOTH, None, Verb.KEEP_BOTH, True),
        (CLASHED, Policy.ASK, None, Verb.ASK, True),
        (NOT, Policy.ASK, None, Verb.ASK, True),
        *((CLASHED, policy, Keep.MERGED, Verb.MERGE, True) for policy in Policy),
        *((CLASHED, policy, Keep.LOCAL, Verb.REPLACE_REMOTE, True) for policy in Policy),
        *((CLASHED, policy, Keep.SERVER, Verb.REPLACE_LOCAL, True) for policy in Policy),
        *((CLASHED, policy, Keep.BOTH, Verb.KEEP_BOTH, True) for policy in Policy),
        (NOT, Policy.SERVER, Keep.MERGED, Verb.REPLACE_LOCAL, True),
        (NOT, Policy.LOCAL, Keep.MERGED, Verb.REPLACE_REMOTE, True),
        (NOT, Policy.ASK, Keep.MERGED, Verb.KEEP_BOTH, True),
    ],
)
def test_what_becomes_of_two_edits(conflict, result, policy, said, verb, told):
    one = subject(*STATES[conflict])
    action = act(one, conflict, policy, merging(result), said)
    assert action.verb is verb
    assert action.conflict is (conflict if told else None)
    assert action.merging is (result if verb in (Verb.MERGE, Verb.ASK) else None)


@pytest.mark.parametrize(("result", "reason"), [(MERGED, "overwritten"), (CLASHED, "conflict")])
def test_L3_a_merge_that_changes_the_local_text_keeps_it_first(result, reason):
    one = subject(M, M)
    action = act(one, Verdict.EDIT_EDIT, Policy.MERGE, merging(result))
    assert action.losers == (Loser("local", "mine", Reason(reason)),)
    same = replace(result, local="mine")
    assert act(one, Verdict.EDIT_EDIT, Policy.MERGE, merging(same)).losers == ()


@pytest.mark.parametrize("policy", Policy)
def test_whom_a_merge_prefers(policy):
    merger = merging(CLASHED)
    act(subject(M, M), Verdict.EDIT_EDIT, policy, merger)
    assert merger.asked == [Side.LOCAL if policy is Policy.LOCAL else Side.REMOTE]


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize(
    ("conflict", "said", "verb"),
    [
        (Verdict.EDIT_DELETE, Keep.SERVER, Verb.DELETE_LOCAL),
        (Verdict.EDIT_DELETE, Keep.LOCAL, Verb.CREATE_REMOTE),
        (Verdict.EDIT_DELETE, Keep.BOTH, Verb.CREATE_REMOTE),
        (Verdict.EDIT_DELETE, Keep.MERGED, Verb.CREATE_REMOTE),
        (Verdict.DELETE_EDIT, Keep.LOCAL, Verb.DELETE_REMOTE),
        (Verdict.DELETE_EDIT, Keep.SERVER, Verb.CREATE_LOCAL),
        (Verdict.DELETE_EDIT, Keep.BOTH, Verb.CREATE_LOCAL),
        (Verdict.DELETE_EDIT, Keep.MERGED, Verb.CREATE_LOCAL),
    ],
)
def test_what_a_person_says_to_an_edit_against_a_deletion(conflict, said, verb, policy):
    one = subject(*STATES[conflict])
    action = act(one, conflict, policy, merging(None), said)
    assert (action.verb, action.conflict) == (verb, conflict)


@pytest.mark.parametrize("aged", [True, False])
def test_L3_what_goes_because_it_is_old_is_kept_first(aged):
    one = subject(U, U)
    lost = Loser("local", "mine", Reason.OUT_OF_SCOPE)
    assert let_go(one, aged=aged) == Action(Verb.LET_GO, one, (lost,), aged=aged)
