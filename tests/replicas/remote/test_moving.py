"""MOVE between collections, and the proof that something is gone."""

from __future__ import annotations

import pytest

from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.errors import (
    AuthenticationRejected,
    IdentityMismatch,
    OutcomeUnknown,
    ReplicaUnavailable,
)
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Moved,
    MoveOutcome,
    Rejected,
    Unsupported,
    Unsure,
)
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.traits import Traits
from tests.client.scripted import (
    CALENDAR,
    HOST,
    Answer,
    Script,
    done,
    error,
    etag,
    event,
    multistatus,
    principal,
    row,
)
from tests.replicas.remote.scripts import BODY, ME, TEXT, collection, identity

ID, NEW = ResourceId("/cal/a.ics"), ResourceId("/work/n.ics")
V1 = Fingerprint('"v1"')


def at(id_: str, tag: str = "v1") -> Answer:
    return multistatus(row(id_, etag(tag) + event(TEXT)))


def gone(id_: str) -> Answer:
    return multistatus(row(id_, status=404))


def move(
    *steps: Answer | Exception, traits: Traits | None = None, expected: Fingerprint | None = V1
) -> tuple[MoveOutcome, RemoteCollection, Script]:
    source, script = collection(*steps, traits=traits)
    target, _ = collection(path="/work/")
    target._scope.client = source._scope.client
    return source.move(ID, expected, target, NEW), source, script


def test_a_move_is_confirmed_at_both_ends() -> None:
    outcome, source, script = move(at(ID), done(201), at(NEW, "v1"), gone(ID))
    assert outcome == Moved(NEW, V1, BODY)
    assert source.traits.move is True
    assert script.done[1] == ("MOVE", ID)
    assert script.sent(1, "Destination") == HOST + NEW
    assert script.sent(1, "If-Match") == '"v1"'
    assert script.sent(1, "Overwrite") == "F"


@pytest.mark.parametrize("ends", [(at(NEW), at(ID)), (gone(NEW), gone(ID)), (gone(NEW), at(ID))])
def test_a_move_that_did_something_else_is_unsure(ends: tuple[Answer, Answer]) -> None:
    outcome, source, _ = move(at(ID), done(201), *ends)
    assert isinstance(outcome, Unsure)
    assert source.traits.move is False


@pytest.mark.parametrize("status", [405, 501])
def test_a_server_without_move_is_not_asked_again(status: int) -> None:
    outcome, source, _ = move(at(ID), error(status))
    assert isinstance(outcome, Unsupported)
    assert source.traits.move is False
    outcome, _, script = move(traits=source.traits)
    assert isinstance(outcome, Unsupported)
    assert not script.requests


@pytest.mark.parametrize("expected", [None, Fingerprint('W/"v1"')])
def test_no_move_without_a_strong_validator(expected: Fingerprint | None) -> None:
    outcome, _, script = move(expected=expected)
    assert isinstance(outcome, Unsupported)
    assert not script.requests
    outcome, _, script = move(traits=Traits(honours_if_match=False))
    assert isinstance(outcome, Unsupported)
    assert not script.requests


def test_no_move_inside_a_collection_or_to_another_host() -> None:
    source, script = collection()
    assert isinstance(source.move(ID, V1, source, ResourceId("/cal/n.ics")), Unsupported)
    target, _ = collection(path="/work/", hosts=["far.example"])
    far = ResourceId("https://far.example/work/n.ics")
    assert isinstance(source.move(ID, V1, target, far), Unsupported)
    assert not script.requests


@pytest.mark.parametrize("steps", [[at(ID, "v2")], [at(ID), error(412), at(ID, "v2")]])
def test_a_stale_move_is_a_conflict(steps: list[Answer]) -> None:
    outcome, _, script = move(*steps)
    assert outcome == Conflict(ID, ConflictReason.CHANGED, Fingerprint('"v2"'), BODY)
    assert not script.steps


@pytest.mark.parametrize(
    "steps",
    [[gone(ID)], [at(ID), error(412), gone(ID)], [at(ID), error(404), identity(), gone(ID)]],
)
def test_a_move_of_what_is_gone_is_a_conflict(steps: list[Answer]) -> None:
    outcome, _, _ = move(*steps)
    assert outcome == Conflict(ID, ConflictReason.MISSING)


def test_a_move_onto_something_is_a_conflict() -> None:
    outcome, _, _ = move(at(ID), error(412), at(ID), at(NEW, "x"))
    assert outcome == Conflict(NEW, ConflictReason.EXISTS, Fingerprint('"x"'), BODY)
    outcome, _, _ = move(at(ID), error(412), at(ID), gone(NEW))
    assert isinstance(outcome, Unsupported)


def test_other_refusals_of_a_move() -> None:
    outcome, _, _ = move(at(ID), error(403, "C:unique-scheduling-object-resource"))
    assert isinstance(outcome, Rejected)
    assert outcome.reference == "resource.duplicate_uid"
    outcome, _, _ = move(at(ID), error(412, "C:no-uid-conflict"))
    assert isinstance(outcome, Rejected)
    outcome, source, _ = move(at(ID), error(403))
    assert isinstance(outcome, Unsupported)
    assert source.traits.move is None
    for lost in (OutcomeUnknown("lost"), error(502)):
        outcome, _, _ = move(at(ID), lost)
        assert isinstance(outcome, Unsure)
    outcome, _, _ = move(multistatus(row(ID, status=403)))
    assert isinstance(outcome, Rejected)
    with pytest.raises(AuthenticationRejected):
        move(at(ID), error(401))


# Proof of absence --------------------------------------------------------------------

A, B, C = (ResourceId(f"/cal/{name}.ics") for name in "abc")


def tag(id_: str) -> str:
    return row(id_, etag("x"))


def whole(*rows: str) -> Answer:
    return multistatus(row("/cal/", CALENDAR + principal(ME)), *rows)


def test_a_404_or_nothing_beside_a_living_canary_is_proof() -> None:
    remote, script = collection(multistatus(tag(C), row(A, status=404)))
    assert remote.confirm_gone([A, B], C) == {A, B}
    assert len(script.requests) == 1
    assert b"calendar-data" not in script.requests[0].body
    assert all(id_.encode() in script.requests[0].body for id_ in (A, B, C))


@pytest.mark.parametrize("answer", [tag(A), row(A, status=403), row(A, status=500)])
def test_what_answers_in_whatever_way_is_not_gone(answer: str) -> None:
    remote, _ = collection(multistatus(tag(C), answer))
    assert remote.confirm_gone([A, B], C) == {B}


@pytest.mark.parametrize(
    "answer",
    [
        multistatus(),
        multistatus(row(A, status=404), row(B, status=404)),
        multistatus(row(C, status=404)),
        multistatus(row(C, status=500)),
        multistatus(row(C, missing="<D:getetag/>")),
        error(404),
        error(500),
    ],
)
def test_without_the_canary_a_second_listing_decides(answer: Answer) -> None:
    remote, script = collection(answer, identity(), whole(tag(A)))
    assert remote.confirm_gone([A, B], C) == {B}
    assert [method for method, _ in script.done] == ["REPORT", "PROPFIND", "PROPFIND"]


def test_no_canary_is_a_second_listing_at_once() -> None:
    remote, script = collection(identity(), whole(row(A, status=500)))
    assert remote.confirm_gone([A, B], None) == {B}
    assert [method for method, _ in script.done] == ["PROPFIND", "PROPFIND"]


def test_nothing_is_proven_by_a_collection_that_is_another() -> None:
    remote, _ = collection(error(404), error(404))
    with pytest.raises(ReplicaUnavailable):
        remote.confirm_gone([A], C)
    remote, _ = collection(identity(who="/other/"))
    with pytest.raises(IdentityMismatch):
        remote.confirm_gone([A], None)
    remote, _ = collection(error(401))
    with pytest.raises(AuthenticationRejected):
        remote.confirm_gone([A], C)


def test_many_are_asked_in_batches_each_with_the_canary() -> None:
    ids = [ResourceId(f"/cal/{n}.ics") for n in range(700)]
    remote, script = collection(multistatus(tag(C)), multistatus(tag(C)))
    assert remote.confirm_gone([*ids, ids[0]], C) == set(ids)
    assert [request.body.count(b"href>") // 2 for request in script.requests] == [501, 201]


def test_nothing_to_prove_costs_nothing() -> None:
    remote, script = collection()
    assert remote.confirm_gone([], C) == frozenset()
    assert remote.confirm_gone([C], C) == frozenset()
    assert not script.requests
