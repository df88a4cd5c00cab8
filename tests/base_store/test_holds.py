"""Holds: opened, changed with the plan, answered, carried out, void."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync_engine.base_store.holds import HoldItem
from sync_engine.core.guards import Answer, HoldKind
from sync_engine.core.resolution import delete_local, upload
from tests.base_store.conftest import HOME, PRINCIPAL, info
from tests.core.making import A, D, M, P, U, subject

LOCAL, REMOTE, AGAIN = HoldKind.DELETE_LOCAL, HoldKind.DELETE_REMOTE, HoldKind.RECREATION


def deletions(*rows):
    return [delete_local(subject(U, D, row=row)) for row in rows]


def take(store, held, *, planned=None, moving=(), collection=1):
    if planned is None:
        planned = {a.subject.key for group in held.values() for a in group}
    return store.holds.take_up(collection, held, 5.0, planned=planned, moving=moving)


def answers(store):
    """(kind, key) -> answer, of what was answered."""
    return {key: said.answer for key, said in store.holds.asked(1).items() if said.answer}


def keys(store, number):
    return [item.key for item in store.holds.items(number)]


def test_a_hold_is_opened_once_and_follows_the_plan(store):
    (number,) = take(store, {LOCAL: deletions(1, 2)})
    (hold,) = store.holds.all()
    assert (hold.id, hold.collection, hold.kind, hold.state) == (number, 1, LOCAL, "open")
    assert (hold.opened_at, hold.decided_at, hold.size) == (5.0, None, 2)
    assert store.holds.items(number)[0] == HoldItem("row:1", "mine", None)
    # what was shown only shrinks; what comes later is asked apart
    (later,) = take(store, {LOCAL: deletions(2, 3)})
    assert (keys(store, number), keys(store, later)) == (["row:2"], ["row:3"])
    assert store.holds.get(number).size == 1
    assert store.holds.get(later + 1) is None
    assert take(store, {LOCAL: deletions(2, 3)}) == []


def test_another_text_is_another_question(store):
    (number,) = take(store, {AGAIN: [upload(subject(M, D, row=1, attendees=True))]})
    edited = subject(M, D, row=1, attendees=True)
    edited = edited.with_local(replace(edited.local, content="edited again"))
    (later,) = take(store, {AGAIN: [upload(edited)]})
    assert (keys(store, number), keys(store, later)) == ([], ["row:1"])
    assert store.holds.get(number).state == "closed"


def test_an_open_hold_without_resources_is_closed(store):
    (number,) = take(store, {LOCAL: deletions(1)})
    assert take(store, {}) == []
    assert store.holds.all() == []
    assert [hold.state for hold in store.holds.all(everything=True)] == ["closed"]
    (another,) = take(store, {LOCAL: deletions(1)})
    assert another != number


def test_kinds_and_collections_have_their_own(store):
    store.collections.take_listing(PRINCIPAL, [info(), info("two")], frozenset({HOME}))
    assert len(take(store, {LOCAL: deletions(1), REMOTE: deletions(2)})) == 2
    (number,) = take(store, {LOCAL: deletions(1)}, collection=2)
    assert len(store.holds.all()) == 3
    take(store, {})
    assert [hold.id for hold in store.holds.all()] == [number]


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_stands_until_all_of_it_is_carried_out(store, answer):
    (number,) = take(store, {LOCAL: deletions(1, 2)})
    store.holds.answer(number, answer, 7.0)
    assert store.holds.all() == []
    assert store.holds.get(number).decided_at == 7.0
    expected = {(LOCAL, "row:1"): answer, (LOCAL, "row:2"): answer}
    assert answers(store) == expected
    # still in the plan: the run that was to do it was interrupted
    take(store, {}, planned={"row:1", "row:2"})
    assert answers(store) == expected
    store.holds.carried_out("row:1")
    assert answers(store) == {(LOCAL, "row:2"): answer}
    store.holds.carried_out("row:2")
    assert answers(store) == {}
    assert store.holds.get(number).state == "closed"


def test_a_hold_is_answered_once(store):
    (number,) = take(store, {LOCAL: deletions(1)})
    store.holds.answer(number, Answer.APPROVED, 7.0)
    store.holds.answer(number, Answer.REJECTED, 8.0)
    assert answers(store) == {(LOCAL, "row:1"): Answer.APPROVED}


def test_an_answer_for_a_state_that_is_no_more_is_void(store):
    (number,) = take(store, {LOCAL: deletions(1, 2)})
    store.holds.answer(number, Answer.APPROVED, 7.0)
    take(store, {}, planned={"row:2"})
    assert answers(store) == {(LOCAL, "row:2"): Answer.APPROVED}
    take(store, {}, planned=set())
    assert store.holds.get(number).state == "closed"


def test_carrying_out_leaves_what_is_not_answered(store):
    (number,) = take(store, {LOCAL: deletions(1)})
    store.holds.carried_out("row:1")
    assert keys(store, number) == ["row:1"]


def test_a_move_that_waits_stays_in_its_hold_until_it_is_tried_again(store):
    moved, again = subject(D, U, row=1), upload(subject(M, D, row=2, attendees=True))
    (number,) = take(store, {AGAIN: [again]})
    (other,) = store.holds.wait(1, AGAIN, [delete_local(moved)], 6.0)
    assert store.holds.wait(1, AGAIN, [delete_local(moved)], 6.0) == []
    assert (keys(store, number), keys(store, other)) == (["row:2"], ["row:1"])
    assert take(store, {AGAIN: [again]}, moving={"row:1"}) == []
    assert (keys(store, number), keys(store, other)) == (["row:2"], ["row:1"])
    take(store, {}, moving={"row:1"})
    assert (keys(store, number), keys(store, other)) == ([], ["row:1"])
    take(store, {})
    assert store.holds.all() == []


def test_waiting_opens_a_hold_where_there_is_none(store):
    (number,) = store.holds.wait(1, AGAIN, deletions(1), 6.0)
    assert store.holds.get(number).kind is AGAIN


def test_items_know_their_row():
    assert HoldItem("row:12", None, None).row == 12
    assert HoldItem("uid:a:b", None, None).row is None
    assert HoldItem(subject(P, A, uid="x").key, None, None).row is None
