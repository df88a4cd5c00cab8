"""Short ways to build the planner's values."""

from __future__ import annotations

from sync_engine.core.changes import ABSENT, Base, Newcomer, Side, State, Subject

A, P = State.ABSENT, State.PRESENT
U, M, D, X = State.UNCHANGED, State.MODIFIED, State.DELETED, State.UNREADABLE
READABLE = (A, P, U, M)


def base(row=1, uid="u", local="a.ics", href="/c/a.ics", text="t"):
    return Base(row, href, local, uid, f"L-{text}", f"R-{text}", '"1"', "fp1")


def side(state, name, text):
    if state in (A, D):
        return ABSENT if state is A else Side(state)
    if state is X:
        return Side(state, name)
    return Side(state, name, f"fp-{text}", text)


def subject(local, remote, *, row=1, uid="u", same=False, attendees=False, collection=1):
    known = {local, remote} & {U, M, D} or {local, remote} == {X}
    return Subject(
        collection,
        base(row, uid, f"{row}.ics", f"/c/{row}.ics") if known else None,
        side(local, f"{row}.ics", "mine"),
        side(remote, f"/c/{row}.ics", "theirs"),
        uid=uid,
        same=same,
        attendees=attendees,
    )


def newcomer(name, uid="u", text="t", *, attendees=False):
    return Newcomer(name, f"fp-{text}", text, uid, attendees)
