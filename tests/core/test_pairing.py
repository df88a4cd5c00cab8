"""Who is who: renames, pairing without a base, duplicate UIDs, moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync_engine.core.changes import Side, Subject
from sync_engine.core.pairing import moves, pair
from sync_engine.core.planner import decide
from sync_engine.core.resolution import Action, Loser, Policy, Reason, Verb, act
from tests.core.making import A, D, M, P, U, base, newcomer, subject


def paired(touched=(), local=(), remote=(), bound=None, same=lambda a, b: a == b):
    bound = {uid: frozenset(rows) for uid, rows in (bound or {}).items()}
    return pair(1, touched, local, remote, bound, same)


def row(number, local, remote, *, uid="u", text="t"):
    """A base row whose base texts are ``L-text`` and ``R-text``."""
    known = base(number, uid, f"{number}.ics", f"/c/{number}.ics", text)
    sides = {
        U: lambda name, content: Side(U, name, "fp", content),
        M: lambda name, content: Side(M, name, "fp2", content + "-edited"),
        D: lambda name, content: Side(D),
    }
    return Subject(
        1,
        known,
        sides[local](known.local_id, known.local_content),
        sides[remote](known.href, known.remote_content),
        uid=uid,
    )


# renames


@pytest.mark.parametrize(("text", "state"), [("L-t", U), ("edited", M)])
def test_a_renamed_file_keeps_its_row(text, state):
    result = paired([row(1, D, U)], [newcomer("new.ics", "u", text)], bound={"u": [1]})
    (one,) = result.subjects
    assert one.row == 1
    assert one.local == Side(state, "new.ics", f"fp-{text}", text)
    assert one.remote.state is U
    assert one.renamed
    assert result.duplicates == ()


@pytest.mark.parametrize(("text", "state"), [("R-t", U), ("edited", M)])
def test_a_renamed_resource_on_the_server_keeps_its_row(text, state):
    result = paired([row(1, U, D)], [], [newcomer("/c/new.ics", "u", text)], {"u": [1]})
    (one,) = result.subjects
    assert one.remote == Side(state, "/c/new.ics", f"fp-{text}", text)
    assert one.renamed


def test_renamed_on_both_sides_at_once():
    result = paired(
        [row(1, D, D)],
        [newcomer("new.ics", "u", "L-t")],
        [newcomer("/c/new.ics", "u", "edited")],
        {"u": [1]},
    )
    (one,) = result.subjects
    assert (one.local.state, one.remote.state) == (U, M)


def test_the_one_with_the_same_text_is_the_renamed_one():
    new = [newcomer("a.ics", "u", "other"), newcomer("b.ics", "u", "L-t")]
    result = paired([row(1, D, U)], new, bound={"u": [1]})
    (one,) = result.subjects
    assert one.local.id == "b.ics"
    assert [n.id for n in result.duplicates] == ["a.ics"]


def test_of_several_edited_ones_the_first_is_the_renamed_one():
    new = [newcomer("b.ics", "u", "two"), newcomer("a.ics", "u", "one")]
    result = paired([row(1, D, U)], new, bound={"u": [1]})
    (one,) = result.subjects
    assert (one.row, one.local.id, one.local.state) == (1, "a.ics", M)
    assert [n.id for n in result.duplicates] == ["b.ics"]


def test_two_rows_with_one_uid_are_told_apart_by_their_texts():
    rows = [row(1, D, U, text="one"), row(2, D, U, text="two")]
    new = [newcomer("a.ics", "u", "L-two"), newcomer("b.ics", "u", "L-one")]
    result = paired(rows, new, bound={"u": [1, 2]})
    assert [(s.row, s.local.id) for s in result.subjects] == [(1, "b.ics"), (2, "a.ics")]


def test_an_edited_one_is_nobody_s_where_two_rows_could_claim_it():
    rows = [row(1, D, U, text="one"), row(2, D, U, text="two")]
    result = paired(rows, [newcomer("a.ics", "u", "edited")], bound={"u": [1, 2]})
    assert [s.local.state for s in result.subjects] == [D, D, P]


def test_an_edited_one_is_a_duplicate_where_another_row_with_its_uid_lives():
    result = paired([row(1, D, U)], [newcomer("a.ics", "u", "edited")], bound={"u": [1, 2]})
    assert [s.local.state for s in result.subjects] == [D]
    assert [n.id for n in result.duplicates] == ["a.ics"]


def test_a_row_without_uid_is_never_renamed():
    result = paired([row(1, D, U, uid=None)], [newcomer("a.ics", None, "L-t")])
    assert [s.local.state for s in result.subjects] == [D, P]


def test_a_row_that_is_there_is_not_renamed():
    result = paired([row(1, U, U)], [newcomer("a.ics", "u", "L-t")], bound={"u": [1]})
    assert [s.renamed for s in result.subjects] == [False]
    assert [n.id for n in result.duplicates] == ["a.ics"]


def test_another_uid_is_another_resource():
    result = paired([row(1, D, U)], [newcomer("a.ics", "v", "L-t")])
    assert [(s.row, s.local.state) for s in result.subjects] == [(1, D), (None, P)]


# both sides changed


def test_two_edits_are_compared_by_structure():
    asked = []

    def same(local, remote):
        asked.append((local, remote))
        return True

    rows = [row(1, M, M), row(2, M, U), row(3, U, M), row(4, M, D)]
    result = paired(rows, same=same)
    assert [s.same for s in result.subjects] == [True, False, False, False]
    assert asked == [("L-t-edited", "R-t-edited")]


# without a base


@pytest.mark.parametrize("same", [True, False])
def test_new_on_both_sides_with_one_uid_is_one(same):
    result = paired(
        local=[newcomer("a.ics", "u", "mine")],
        remote=[newcomer("/c/z.ics", "u", "theirs", attendees=True)],
        same=lambda *_: same,
    )
    (one,) = result.subjects
    assert (one.row, one.local.state, one.remote.state) == (None, P, P)
    assert (one.uid, one.same, one.attendees) == ("u", same, True)


def test_new_ones_with_different_uids_are_two():
    result = paired(local=[newcomer("a.ics", "u")], remote=[newcomer("/c/a.ics", "v", "x")])
    assert [(s.local.state, s.remote.state) for s in result.subjects] == [(P, A), (A, P)]


def test_a_resource_without_uid_comes_down_by_itself():
    result = paired(remote=[newcomer("/c/a.ics", None), newcomer("/c/b.ics", None, "x")])
    assert [s.remote.id for s in result.subjects] == ["/c/a.ics", "/c/b.ics"]


def test_without_uid_the_same_text_is_the_same():
    result = paired(local=[newcomer("a.ics", None, "x")], remote=[newcomer("/c/b.ics", None, "x")])
    (one,) = result.subjects
    assert (one.local.id, one.remote.id, one.same) == ("a.ics", "/c/b.ics", True)


def test_L14_duplicates_on_both_sides_are_paired_by_their_texts():
    result = paired(
        local=[newcomer("a.ics", "u", "1"), newcomer("b.ics", "u", "2")],
        remote=[newcomer("/c/x.ics", "u", "2"), newcomer("/c/y.ics", "u", "1")],
    )
    assert {(s.local.id, s.remote.id) for s in result.subjects} == {
        ("a.ics", "/c/y.ics"),
        ("b.ics", "/c/x.ics"),
    }
    assert result.duplicates == ()


# duplicate UIDs (loss class L9)


def test_L9_of_two_new_local_ones_only_the_first_goes_up():
    result = paired(local=[newcomer("b.ics", "u", "2"), newcomer("a.ics", "u", "1")])
    assert [s.local.id for s in result.subjects] == ["a.ics"]
    assert [n.id for n in result.duplicates] == ["b.ics"]


def test_L9_a_local_copy_of_a_known_one_does_not_go_up():
    result = paired(local=[newcomer("copy.ics", "u")], bound={"u": [1]})
    assert result.subjects == ()
    assert [n.id for n in result.duplicates] == ["copy.ics"]


def test_L9_duplicates_on_the_server_all_come_down():
    result = paired(remote=[newcomer("/c/a.ics", "u", "1"), newcomer("/c/b.ics", "u", "2")])
    assert [s.remote.id for s in result.subjects] == ["/c/a.ics", "/c/b.ics"]
    assert result.duplicates == ()


def test_L9_a_local_one_whose_uid_is_ambiguous_on_the_server_does_not_go_up():
    result = paired(
        local=[newcomer("a.ics", "u", "3")],
        remote=[newcomer("/c/a.ics", "u", "1"), newcomer("/c/b.ics", "u", "2")],
    )
    assert [s.remote.id for s in result.subjects] == ["/c/a.ics", "/c/b.ics"]
    assert [n.id for n in result.duplicates] == ["a.ics"]


def test_L9_a_second_one_on_the_server_comes_down_beside_the_known_one():
    result = paired(
        local=[newcomer("b.ics", "u", "mine")],
        remote=[newcomer("/c/b.ics", "u", "theirs")],
        bound={"u": [1]},
    )
    assert [s.remote.id for s in result.subjects] == ["/c/b.ics"]
    assert [n.id for n in result.duplicates] == ["b.ics"]


def test_a_uid_that_only_a_deleted_row_has_is_free():
    # the row is gone on this side; its deletion goes up, and so does the new one
    rows = [row(1, D, U, text="one"), row(2, D, U, text="two")]
    result = paired(rows, [newcomer("a.ics", "u", "x")], bound={"u": [1, 2]})
    assert result.duplicates == ()


# moves


def plan(*subjects):
    made = [act(one, decide(one), Policy.BOTH) for one in subjects]
    return [action for action in made if action is not None]


def everywhere(_source, _target):
    return True


def new_here(collection, uid="u"):
    return subject(P, A, uid=uid, collection=collection)


def new_there(collection, uid="u"):
    return subject(A, P, uid=uid, collection=collection)


@pytest.mark.parametrize("remote", [U, M])
def test_a_file_in_another_folder_is_a_move(remote):
    gone, new = subject(D, remote), new_here(2)
    assert moves(plan(gone, new), everywhere, {}) == [
        Action(Verb.MOVE_REMOTE, gone, target=new, moved=True)
    ]


def test_a_move_on_the_server_is_no_deletion_to_the_brakes():
    gone, new = subject(U, D), new_there(2)
    deletion, creation = plan(gone, new)
    assert moves([deletion, creation], everywhere, {}) == [
        replace(deletion, moved=True, target=new),
        creation,
    ]


def test_an_edited_file_follows_a_move_on_the_server():
    gone, new = subject(M, D), new_there(2)
    lost = Loser("local", "mine", Reason.DELETED)
    assert moves(plan(gone, new), everywhere, {}) == [
        Action(Verb.FOLLOW_MOVE, gone, (lost,), target=new, moved=True)
    ]


def test_an_edit_without_a_text_to_keep_follows_as_well():
    gone = subject(M, D)
    gone = gone.with_local(replace(gone.local, content=None))
    new = new_there(2)
    actions = [Action(Verb.CREATE_REMOTE, gone), *plan(new)]
    (follow,) = moves(actions, everywhere, {})
    assert (follow.verb, follow.losers) == (Verb.FOLLOW_MOVE, ())


def new_on_both(collection, *, same=False, mine="mine"):
    one = subject(P, P, collection=collection, same=same)
    return one.with_local(replace(one.local, content=mine))


@pytest.mark.parametrize("same", [True, False])
def test_what_both_sides_moved_is_carried_along(same):
    gone, new = subject(D, D), new_on_both(2, same=same)
    assert moves(plan(gone, new), everywhere, {}) == [
        Action(Verb.CARRY, gone, (), target=new, moved=True)
    ]


@pytest.mark.parametrize("local", [U, M])
def test_an_old_file_that_an_interrupted_move_left_goes(local):
    gone, new = subject(local, D), new_on_both(2)
    lost = Loser("local", "mine", Reason.DELETED)
    assert moves(plan(gone, new), everywhere, {}) == [
        Action(Verb.CARRY, gone, (lost,), target=new, moved=True)
    ]


def test_an_old_file_with_another_text_does_not():
    actions = plan(subject(M, D), new_on_both(2, mine="another"))
    assert moves(actions, everywhere, {}) == actions


def test_L11_what_was_moved_here_and_deleted_there_comes_back_as_a_re_creation():
    gone, new = subject(D, D), new_here(2)
    forget, creation = plan(gone, new)
    assert moves([forget, creation], everywhere, {}) == [
        forget,
        replace(creation, recreation=True),
    ]
    # not if the old file is there still: then it is a copy
    actions = plan(subject(U, D), new)
    assert moves(actions, everywhere, {}) == actions


def test_what_is_forgotten_on_both_sides_is_not_moved():
    actions = plan(subject(D, D), new_there(2))
    assert moves(actions, everywhere, {}) == actions


@pytest.mark.parametrize(
    "new",
    [
        [new_here(1)],  # the same collection
        [new_here(2, "v")],  # another UID
        [new_here(2), new_here(3)],  # no one destination
        [subject(P, P, collection=2)],  # there already
    ],
)
def test_no_move(new):
    actions = plan(subject(D, U), *new)
    assert moves(actions, everywhere, {}) == actions


def test_only_where_both_ends_may_be_written():
    actions = plan(subject(D, U), new_here(2))
    assert moves(actions, lambda source, target: (source, target) != (1, 2), {}) == actions


def test_a_row_without_uid_is_not_moved():
    actions = plan(subject(D, U, uid=None), subject(P, A, uid=None, collection=2))
    assert moves(actions, everywhere, {}) == actions


def test_two_that_were_deleted_do_not_move_to_one_place():
    one, two, new = subject(D, U), subject(D, U, row=2, collection=3), new_here(2)
    first, second = moves(plan(one, two, new), everywhere, {})
    assert first == Action(Verb.MOVE_REMOTE, one, target=new, moved=True)
    assert second.verb is Verb.DELETE_REMOTE


def test_two_edits_do_not_follow_one_move():
    one, two, new = subject(M, D), subject(M, D, row=2, collection=3), new_there(2)
    first, second = moves(plan(one, two, new), everywhere, {})
    assert first.verb is Verb.FOLLOW_MOVE
    assert second.verb is Verb.CREATE_REMOTE


def test_what_its_new_place_does_not_take_stays_on_the_server():
    actions = plan(subject(D, U))
    assert moves(actions, everywhere, {"u": frozenset({2})}) == []
    for stuck in ({"u": frozenset({1})}, {"v": frozenset({2})}):
        assert moves(actions, everywhere, stuck) == actions


@pytest.mark.parametrize("states", [(U, D), (M, D), (M, U), (U, M), (D, D)])
def test_what_is_nowhere_else_is_planned_as_ever(states):
    actions = plan(subject(*states))
    assert moves(actions, everywhere, {}) == actions


def test_a_conflict_is_not_kept_back():
    actions = plan(subject(D, M))
    assert moves(actions, everywhere, {"u": frozenset({2})}) == actions
    assert actions[0].verb is Verb.CREATE_LOCAL
