"""The brakes: limits at their borders, holds, answers, and what a rejection turns into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync_engine.core.guards import (
    Answer,
    Asked,
    Brakes,
    Guarded,
    HoldKind,
    Recent,
    guard,
    kind_of,
    too_many,
    turn_round,
)
from sync_engine.core.planner import Verdict, decide
from sync_engine.core.resolution import (
    Action,
    Loser,
    Policy,
    Reason,
    Verb,
    act,
    delete_local,
    delete_remote,
    download,
    let_go,
    upload,
)
from tests.core.making import A, D, M, P, U, subject

BRAKES = Brakes()
FEW = Recent(1000)


def action(local, remote, row=1, *, attendees=False):
    one = subject(local, remote, row=row, attendees=attendees)
    made = act(one, decide(one), Policy.BOTH)
    assert made is not None
    return made


def deletions(kind, count):
    states = (U, D) if kind is HoldKind.DELETE_LOCAL else (D, U)
    return [action(*states, row=row) for row in range(1, count + 1)]


DELETIONS = [HoldKind.DELETE_LOCAL, HoldKind.DELETE_REMOTE]


@pytest.mark.parametrize(
    ("deleted", "size", "held"),
    [
        # at least ten and more than 20 %
        (9, 40, False),
        (10, 40, True),
        (11, 40, True),
        (10, 50, False),  # 20 %
        (10, 49, True),  # 20.4 %
        (20, 100, False),
        (21, 100, True),
        # at least five and more than 50 %
        (4, 4, False),  # an emptied side of four: each is in the history
        (5, 5, True),  # an emptied side
        (5, 10, False),  # 50 %
        (5, 9, True),
        (50, 100, True),
        (51, 100, True),
        (4, 7, False),
        (6, 12, False),
        (0, 0, False),
        (7, 0, False),
    ],
)
def test_too_many(deleted, size, held):
    assert too_many(deleted, size, BRAKES) is held


@pytest.mark.parametrize("kind", DELETIONS)
@pytest.mark.parametrize(("count", "size", "held"), [(9, 40, False), (10, 40, True), (5, 5, True)])
def test_mass_deletion_waits_in_both_directions(kind, count, size, held):
    actions = deletions(kind, count)
    rest = action(M, U, row=99)
    guarded = guard([*actions, rest], Recent(size), BRAKES, {}, {})
    if held:
        assert guarded == Guarded((rest,), {kind: tuple(actions)})
    else:
        assert guarded == Guarded((rest, *actions), {})


def test_the_two_directions_are_counted_apart():
    both = [*deletions(HoldKind.DELETE_LOCAL, 9), *deletions(HoldKind.DELETE_REMOTE, 9)]
    assert guard(both, Recent(40), BRAKES, {}, {}).held == {}


@pytest.mark.parametrize(
    ("before", "now", "held"), [(0, 9, False), (1, 9, True), (8, 1, False), (9, 1, True)]
)
def test_the_deletions_of_the_last_day_count(before, now, held):
    kind = HoldKind.DELETE_LOCAL
    # 40 there at the start of the day
    recent = Recent(40 - before, {kind: before, HoldKind.DELETE_REMOTE: 100})
    guarded = guard(deletions(kind, now), recent, BRAKES, {}, {})
    assert bool(guarded.held) is held


@pytest.mark.parametrize("kind", DELETIONS)
def test_approved_deletions_go_and_are_not_counted(kind):
    actions = deletions(kind, 19)
    answers = said(Answer.APPROVED, *actions[:10], kind=kind)
    guarded = guard(actions, Recent(60), BRAKES, answers, {})
    # nine are left to count, and nine may go
    assert guarded.held == {}
    assert sorted(map(id, guarded.go)) == sorted(map(id, actions))


def test_an_answer_for_one_direction_says_nothing_about_the_other():
    actions = deletions(HoldKind.DELETE_LOCAL, 10)
    answers = said(Answer.APPROVED, *actions, kind=HoldKind.DELETE_REMOTE)
    assert guard(actions, Recent(10), BRAKES, answers, {}).held != {}


@pytest.mark.parametrize("kind", DELETIONS)
def test_moves_are_exempt(kind):
    actions = [replace(a, moved=True) for a in deletions(kind, 30)]
    assert guard(actions, Recent(30), BRAKES, {}, {}) == Guarded(tuple(actions), {})


def test_a_collection_of_one_has_limits_too():
    assert too_many(1, 1, Brakes(percent=50.0, count=1))
    assert not too_many(1, 0, Brakes(percent=50.0, count=1))


def test_the_share_is_of_what_was_there_a_day_ago():
    kind = HoldKind.DELETE_LOCAL
    # ten of fifty, nine of them earlier: 20 % and no more
    recent = Recent(41, {kind: 9})
    assert guard(deletions(kind, 1), recent, BRAKES, {}, {}).held == {}
    assert guard(deletions(kind, 1), Recent(40, {kind: 9}), BRAKES, {}, {}).held != {}


def test_a_rejection_that_restores_the_file_does_so_where_nothing_may_be_written():
    (one,) = deletions(HoldKind.DELETE_REMOTE, 1)
    guarded = guard([one], FEW, BRAKES, said(Answer.REJECTED, one), {}, writable=False)
    assert guarded.go == (Action(Verb.CREATE_LOCAL, one.subject),)


def test_own_limits():
    strict = Brakes(percent=0.0, count=1)
    assert guard(deletions(HoldKind.DELETE_LOCAL, 1), FEW, strict, {}, {}).held


def test_a_rejected_remote_deletion_goes_up_as_a_creation():
    (one,) = deletions(HoldKind.DELETE_LOCAL, 1)
    answers = said(Answer.REJECTED, one)
    guarded = guard([one], FEW, BRAKES, answers, {})
    assert guarded.held == {}
    assert guarded.go == (Action(Verb.CREATE_REMOTE, one.subject, (), Verdict.EDIT_DELETE),)


def test_a_rejected_local_deletion_restores_the_file():
    (one,) = deletions(HoldKind.DELETE_REMOTE, 1)
    answers = said(Answer.REJECTED, one)
    assert guard([one], FEW, BRAKES, answers, {}).go == (Action(Verb.CREATE_LOCAL, one.subject),)


# re-creation of what has guests (loss class L11)


def test_L11_an_edit_that_would_bring_a_meeting_back_waits():
    meeting, plain = action(M, D, 1, attendees=True), action(M, D, 2)
    guarded = guard([meeting, plain], FEW, BRAKES, {}, {})
    assert guarded == Guarded((plain,), {HoldKind.RECREATION: (meeting,)})


def test_L11_so_it_does_where_the_collection_is_push_only():
    # there the verdict is an upload, no conflict
    one = subject(M, D, attendees=True)
    again = act(one, Verdict.UPLOAD, Policy.BOTH)
    assert guard([again], FEW, BRAKES, {}, {}).held == {HoldKind.RECREATION: (again,)}


def test_L11_a_meeting_that_was_deleted_before_and_comes_back_as_a_file_waits():
    new = action(P, A, attendees=True)
    assert guard([new], FEW, BRAKES, {}, {}).held == {}
    restored = replace(new, recreation=True)
    assert guard([restored], FEW, BRAKES, {}, {}).held == {HoldKind.RECREATION: (restored,)}
    without_guests = replace(action(P, A), recreation=True)
    assert guard([without_guests], FEW, BRAKES, {}, {}).held == {}


def test_L11_a_rejected_deletion_of_a_meeting_asks_once_more():
    one = action(U, D, attendees=True)
    answers = said(Answer.REJECTED, one)
    again = turn_round(one, HoldKind.DELETE_LOCAL)
    guarded = guard([one], FEW, BRAKES, answers, {})
    assert guarded == Guarded((), {HoldKind.RECREATION: (again,)})
    yes = answers | said(Answer.APPROVED, one, kind=HoldKind.RECREATION)
    assert guard([one], FEW, BRAKES, yes, {}) == Guarded((again,), {})
    # neither to be deleted here nor to be made again there: the server has the word
    no = answers | said(Answer.REJECTED, one, kind=HoldKind.RECREATION)
    gone = replace(delete_local(one.subject), losers=_lost_here(one.subject))
    assert guard([one], FEW, BRAKES, no, {}) == Guarded((gone,), {})


def test_L11_approved_and_rejected():
    one = action(M, D, attendees=True)
    assert guard([one], FEW, BRAKES, said(Answer.APPROVED, one), {}).go == (one,)
    (gone,) = guard([one], FEW, BRAKES, said(Answer.REJECTED, one), {}).go
    assert gone == Action(Verb.DELETE_LOCAL, one.subject, _lost_here(one.subject))


def said(answer, *actions, kind=None):
    """What a person said to actions, as they were shown."""
    return {
        (kind or kind_of(a), a.subject.key): Asked(
            answer, a.subject.local.content, a.subject.remote.content
        )
        for a in actions
    }


def _lost_here(one):
    return (Loser("local", one.local.content, Reason.DELETED),)


# restored backups and servers that were rolled back (loss class L15)

ROLLED = {
    HoldKind.ROLLED_BACK_LOCAL: (M, U, Verb.REPLACE_REMOTE, Verb.REPLACE_LOCAL),
    HoldKind.ROLLED_BACK_REMOTE: (U, M, Verb.REPLACE_LOCAL, Verb.REPLACE_REMOTE),
}


@pytest.mark.parametrize("kind", ROLLED)
@pytest.mark.parametrize(("count", "held"), [(9, False), (10, True), (11, True)])
def test_L15_ten_that_go_back_to_old_versions_wait(kind, count, held):
    local, remote, verb, _ = ROLLED[kind]
    actions = [action(local, remote, row) for row in range(1, count + 1)]
    assert {a.verb for a in actions} == {verb}
    fresh = action(local, remote, row=50)
    rows = {kind: frozenset(range(1, count + 1))}
    guarded = guard([*actions, fresh], FEW, BRAKES, {}, rows)
    assert guarded.held == ({kind: tuple(actions)} if held else {})
    assert fresh in guarded.go


@pytest.mark.parametrize("kind", ROLLED)
def test_L15_the_answer_decides_which_side_is_right(kind):
    local, remote, _, other = ROLLED[kind]
    actions = [action(local, remote, row) for row in range(1, 11)]
    rows = {kind: frozenset(range(1, 11))}
    yes = said(Answer.APPROVED, *actions, kind=kind)
    assert guard(actions, FEW, BRAKES, yes, rows).go == tuple(actions)
    no = said(Answer.REJECTED, *actions, kind=kind)
    turned = guard(actions, FEW, BRAKES, no, rows)
    assert turned.held == {}
    assert [a.verb for a in turned.go] == [other] * 10
    assert all(len(a.losers) == 1 for a in turned.go)


def test_a_rejection_does_not_write_where_nothing_may_be_written():
    (gone,) = deletions(HoldKind.DELETE_LOCAL, 1)
    guarded = guard([gone], FEW, BRAKES, said(Answer.REJECTED, gone), {}, writable=False)
    assert guarded.go == (Action(Verb.DETACH, gone.subject),)
    actions = [action(U, M, row) for row in range(1, 11)]
    rows = {HoldKind.ROLLED_BACK_REMOTE: frozenset(range(1, 11))}
    no = said(Answer.REJECTED, *actions, kind=HoldKind.ROLLED_BACK_REMOTE)
    guarded = guard(actions, FEW, BRAKES, no, rows, writable=False)
    assert guarded.go == tuple(Action(Verb.LEAVE, a.subject) for a in actions)


def test_L15_only_the_same_direction_is_looked_at():
    actions = [action(U, M, row) for row in range(1, 11)]
    rows = {HoldKind.ROLLED_BACK_LOCAL: frozenset(range(1, 11))}
    assert guard(actions, FEW, BRAKES, {}, rows).held == {}


def test_what_has_no_base_is_no_old_version():
    rows = {kind: frozenset({1}) for kind in ROLLED}
    assert guard([action(A, P)], FEW, replace(BRAKES, rolled_back=1), {}, rows).held == {}


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (delete_local(subject(U, D)), HoldKind.DELETE_LOCAL),
        (delete_remote(subject(D, U)), HoldKind.DELETE_REMOTE),
        (upload(subject(M, D, attendees=True)), HoldKind.RECREATION),
        (upload(subject(M, D)), None),
        (upload(subject(M, U, attendees=True)), None),
        (download(subject(U, M)), None),
        (replace(delete_local(subject(U, D)), moved=True), None),
    ],
)
def test_kind_of(one, kind):
    assert kind_of(one) is kind


# what was shown is what is answered


@pytest.mark.parametrize("kind", DELETIONS)
def test_what_waits_goes_on_waiting_however_the_numbers_move(kind):
    actions = deletions(kind, 12)
    asked = said(None, *actions, kind=kind)
    # the collection has grown: twelve would be few now
    guarded = guard(actions, Recent(1000), BRAKES, asked, {})
    assert guarded == Guarded((), {kind: tuple(actions)})


@pytest.mark.parametrize("kind", DELETIONS)
def test_a_few_new_deletions_go_while_others_wait(kind):
    actions = deletions(kind, 12)
    asked = said(None, *actions[:9], kind=kind)
    guarded = guard(actions, Recent(1000), BRAKES, asked, {})
    assert guarded == Guarded(tuple(actions[9:]), {kind: tuple(actions[:9])})


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_void_for_another_text(answer):
    one = action(M, D, attendees=True)
    shown = {(HoldKind.RECREATION, one.subject.key): Asked(answer, "an earlier edit", None)}
    guarded = guard([one], FEW, BRAKES, shown, {})
    assert guarded == Guarded((), {HoldKind.RECREATION: (one,)})


def test_an_open_question_is_no_answer():
    one = action(M, D, attendees=True)
    guarded = guard([one], FEW, BRAKES, said(None, one), {})
    assert guarded.held == {HoldKind.RECREATION: (one,)}


def aged(count, *, time_passed=True):
    return [let_go(subject(U, U, row=row), aged=time_passed) for row in range(1, count + 1)]


def test_L7_what_time_puts_out_of_scope_at_once_waits():
    guarded = guard(aged(10), Recent(40), BRAKES, {}, {})
    assert (guarded.go, len(guarded.held[HoldKind.PAST_LIMIT])) == ((), 10)
    assert len(guard(aged(9), Recent(40), BRAKES, {}, {}).go) == 9


def test_what_is_let_go_is_no_deletion():
    narrowed = aged(10, time_passed=False)
    many = {HoldKind.DELETE_LOCAL: 100, HoldKind.DELETE_REMOTE: 100}
    assert guard(narrowed, Recent(10, many), BRAKES, {}, {}).go == tuple(narrowed)
    deleted = deletions(HoldKind.DELETE_LOCAL, 4)
    assert guard([*deleted, *narrowed], Recent(40), BRAKES, {}, {}).held == {}


@pytest.mark.parametrize("answer", Answer)
def test_what_is_not_let_go_stays(answer):
    actions = aged(10)
    asked = {
        (HoldKind.PAST_LIMIT, a.subject.key): Asked(
            answer, a.subject.local.content, a.subject.remote.content
        )
        for a in actions
    }
    guarded = guard(actions, Recent(10), BRAKES, asked, {})
    wanted = Verb.LET_GO if answer is Answer.APPROVED else Verb.LEAVE
    assert {a.verb for a in guarded.go} == {wanted}
    assert guarded.held == {}
