"""Writes: their preconditions, and what refusals become."""

from __future__ import annotations

import pytest

from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.errors import (
    AuthenticationRejected,
    Cancelled,
    HoldOff,
    IdentityMismatch,
    OutcomeUnknown,
    ReplicaUnavailable,
    Unreachable,
)
from sync_engine.replicas.port import (
    Conflict,
    ConflictReason,
    Create,
    Delete,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
    Unsure,
)
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.scope import Scope
from sync_engine.replicas.remote.traits import Traits
from tests.client.scripted import (
    ADDRESSBOOK,
    Answer,
    done,
    error,
    etag,
    event,
    multistatus,
    row,
)
from tests.replicas.remote.scripts import BODY, TEXT, collection, identity

ID = ResourceId("/cal/a.ics")
NEW = b"BEGIN:VCALENDAR\r\nX-NEW:1\r\nEND:VCALENDAR\r\n"
V1, WEAK = Fingerprint('"v1"'), Fingerprint('W/"v1"')
CREATE = Create(ID, NEW)
REPLACE = Replace(ID, V1, BODY, NEW)
DELETE = Delete(ID, V1, BODY)
NO_UID = "C:no-uid-conflict"


def there(tag: str = "v2", text: str = TEXT) -> Answer:
    return multistatus(row(ID, etag(tag) + event(text)))


GONE = multistatus(row(ID, status=404))
CHANGED = Conflict(ID, ConflictReason.CHANGED, Fingerprint('"v2"'), BODY)


def one(remote: RemoteCollection, operation: Operation) -> Outcome:
    (outcome,) = remote.apply([operation])
    return outcome


def rejected(outcome: Outcome) -> tuple[str, bool]:
    assert isinstance(outcome, Rejected), outcome
    return outcome.reference, outcome.permanent


def test_L4_each_write_has_its_precondition() -> None:
    remote, script = collection(done(201, '"n"'), done(204, '"m"'), done(204))
    assert list(remote.apply([CREATE, REPLACE, DELETE])) == [
        Stored(ID, Fingerprint('"n"')),
        Stored(ID, Fingerprint('"m"')),
        Removed(ID),
    ]
    assert script.sent(0, "If-None-Match") == "*"
    assert script.sent(1, "If-Match") == script.sent(2, "If-Match") == '"v1"'
    assert script.requests[0].body == NEW
    assert script.sent(0, "Content-Type") == "text/calendar; charset=utf-8"


def test_cards_are_sent_as_cards() -> None:
    remote, script = collection(done(201), kind=Kind.ADDRESSBOOK)
    one(remote, CREATE)
    assert script.sent(0, "Content-Type") == "text/vcard; charset=utf-8"


@pytest.mark.parametrize("tag", ['W/"n"', None, ""])
def test_L4_an_etag_that_is_weak_or_missing_stands_for_nothing(tag: str | None) -> None:
    remote, _ = collection(done(201, tag))
    assert one(remote, CREATE) == Stored(ID, None)


def test_a_server_that_keeps_bytes_needs_no_read_back() -> None:
    remote, _ = collection(done(201, '"n"'), done(201), traits=Traits(trusts_put_etag=True))
    assert remote.capabilities.keeps_bytes
    assert one(remote, CREATE) == Stored(ID, Fingerprint('"n"'), NEW)
    assert one(remote, CREATE) == Stored(ID, None)


def test_writes_are_lazy() -> None:
    remote, script = collection(done(), done())
    outcomes = remote.apply([REPLACE, DELETE])
    assert not script.requests
    next(outcomes)
    assert len(script.requests) == 1


def test_a_cancellation_stops_between_two_writes() -> None:
    remote, script = collection(done(), done())
    cancel = CancelToken()
    remote._scope.client = remote._scope.client.scoped(None, cancel)
    outcomes = remote.apply([REPLACE, DELETE])
    next(outcomes)
    cancel.cancel()
    with pytest.raises(Cancelled):
        next(outcomes)
    assert len(script.requests) == 1


def test_a_creation_over_something_is_a_conflict() -> None:
    remote, _ = collection(error(412), there())
    expected = Conflict(ID, ConflictReason.EXISTS, Fingerprint('"v2"'), BODY)
    assert one(remote, CREATE) == expected


def test_a_creation_that_is_refused_where_nothing_is_was_bad_data() -> None:
    remote, _ = collection(error(412), GONE)
    assert rejected(one(remote, CREATE)) == ("resource.invalid", True)


@pytest.mark.parametrize("operation", [REPLACE, DELETE])
def test_a_stale_write_is_a_conflict_with_what_is_there(operation: Operation) -> None:
    remote, _ = collection(error(412), there())
    assert one(remote, operation) == CHANGED
    assert remote.traits.honours_if_match is True


def test_a_refusal_over_the_expected_version_is_about_the_data() -> None:
    remote, _ = collection(error(412), there("v1"))
    assert rejected(one(remote, REPLACE)) == ("http.precondition_failed", False)
    assert remote.traits.honours_if_match is None


def test_a_replacement_of_what_is_gone_is_a_conflict() -> None:
    remote, _ = collection(error(412), GONE)
    assert one(remote, REPLACE) == Conflict(ID, ConflictReason.MISSING)


@pytest.mark.parametrize("status", [400, 403, 409, 412, 415, 500, 507])
@pytest.mark.parametrize(
    ("element", "meaning"),
    [
        (NO_UID, ("resource.duplicate_uid", True)),
        ("CR:no-uid-conflict", ("resource.duplicate_uid", True)),
        ("C:unique-scheduling-object-resource", ("resource.duplicate_uid", True)),
        ("C:valid-calendar-data", ("resource.invalid", True)),
        ("CR:valid-address-data", ("resource.invalid", True)),
        ("C:supported-calendar-component", ("resource.invalid", True)),
        ("C:max-resource-size", ("resource.too_large", True)),
        ("D:quota-not-exceeded", ("resource.quota", False)),
        ("D:need-privileges", ("http.forbidden", True)),
    ],
)
def test_the_element_decides_at_any_status(
    status: int, element: str, meaning: tuple[str, bool]
) -> None:
    for operation in (CREATE, REPLACE):
        remote, script = collection(error(status, element))
        assert rejected(one(remote, operation)) == meaning
        assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("status", "meaning"),
    [
        (400, ("resource.invalid", True)),
        (403, ("http.forbidden", True)),
        (405, ("http.forbidden", True)),
        (409, ("http.error", False)),
        (413, ("resource.too_large", True)),
        (415, ("resource.invalid", True)),
        (422, ("resource.invalid", True)),
        (423, ("http.locked", False)),
        (500, ("http.server_failure", False)),
        (507, ("resource.quota", False)),
    ],
)
def test_a_bare_status(status: int, meaning: tuple[str, bool]) -> None:
    for operation in (CREATE, REPLACE, DELETE):
        remote, _ = collection(error(status))
        assert rejected(one(remote, operation)) == meaning


def test_a_refusal_does_not_stop_the_next() -> None:
    remote, _ = collection(error(403), done(201))
    outcomes = list(remote.apply([CREATE, CREATE]))
    assert [type(outcome) for outcome in outcomes] == [Rejected, Stored]


@pytest.mark.parametrize("lost", [OutcomeUnknown("lost"), error(502), error(504)])
@pytest.mark.parametrize("operation", [CREATE, REPLACE, DELETE])
def test_a_lost_reply_is_unsure(lost: Answer | Exception, operation: Operation) -> None:
    remote, _ = collection(lost)
    assert isinstance(one(remote, operation), Unsure)


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (error(401), AuthenticationRejected),
        (error(429), HoldOff),
        (error(503), HoldOff),
        (Unreachable("refused"), Unreachable),
    ],
)
@pytest.mark.parametrize("operation", [CREATE, REPLACE, DELETE])
def test_what_is_about_the_account_ends_the_writing(
    answer: Answer | Exception, raised: type[Exception], operation: Operation
) -> None:
    remote, _ = collection(answer)
    with pytest.raises(raised):
        one(remote, operation)


@pytest.mark.parametrize("status", [404, 410])
def test_a_deletion_of_what_is_gone_is_done_after_the_identity_check(status: int) -> None:
    remote, script = collection(error(status), identity())
    assert one(remote, DELETE) == Removed(ID, already=True)
    assert [method for method, _ in script.done] == ["DELETE", "PROPFIND"]
    remote, _ = collection(error(status), error(404))
    with pytest.raises(ReplicaUnavailable):
        one(remote, DELETE)
    remote, _ = collection(error(status), identity(who="/principals/other/"))
    with pytest.raises(IdentityMismatch):
        one(remote, DELETE)


def test_a_412_to_the_deletion_of_what_is_gone() -> None:
    remote, _ = collection(error(412), GONE, identity())
    assert one(remote, DELETE) == Removed(ID, already=True)
    remote, _ = collection(error(412), GONE, identity(type_=ADDRESSBOOK))
    with pytest.raises(ReplicaUnavailable):
        one(remote, DELETE)


def test_a_put_that_gets_404_is_refused_for_now() -> None:
    # Infomaniak, for some seconds after MKCALENDAR.
    remote, _ = collection(error(404), identity())
    assert rejected(one(remote, CREATE)) == ("http.not_found", False)
    remote, _ = collection(error(404), error(404))
    with pytest.raises(ReplicaUnavailable):
        one(remote, CREATE)


def test_a_replacement_that_gets_404_is_read_first() -> None:
    remote, _ = collection(error(404), identity(), GONE)
    assert one(remote, REPLACE) == Conflict(ID, ConflictReason.MISSING)
    remote, _ = collection(error(404), identity(), there("v1"))
    assert rejected(one(remote, REPLACE)) == ("http.not_found", False)
    assert remote.traits.honours_if_match is None


# Without a strong validator (L4) ---------------------------------------------------


def weakly(operation: Operation) -> Operation:
    if isinstance(operation, Replace):
        return Replace(ID, WEAK, BODY, NEW)
    return Delete(ID, None, BODY)


@pytest.mark.parametrize("operation", [REPLACE, DELETE])
def test_without_a_validator_the_body_is_compared(operation: Operation) -> None:
    remote, script = collection(there("now"), done())
    assert isinstance(one(remote, weakly(operation)), Stored | Removed)
    assert script.sent(1, "If-Match") == '"now"'
    remote, script = collection(there("v2", TEXT + "X"))
    outcome = one(remote, weakly(operation))
    assert isinstance(outcome, Conflict)
    assert outcome.reason is ConflictReason.CHANGED
    assert len(script.requests) == 1


@pytest.mark.parametrize("operation", [REPLACE, DELETE])
def test_a_weak_tag_is_never_sent_back(operation: Operation) -> None:
    weak = multistatus(row(ID, f'<D:getetag>W/"v1"</D:getetag>{event(TEXT)}'))
    remote, script = collection(weak, done())
    assert isinstance(one(remote, weakly(operation)), Stored | Removed)
    assert script.sent(1, "If-Match") is None


@pytest.mark.parametrize("operation", [REPLACE, DELETE])
def test_a_server_that_ignores_if_match_is_read_before(operation: Operation) -> None:
    remote, script = collection(there("v2"), done(), traits=Traits(honours_if_match=False))
    assert isinstance(one(remote, operation), Stored | Removed)
    assert script.done[0][0] == "REPORT"
    assert script.sent(1, "If-Match") == '"v2"'


def test_without_a_validator_what_is_gone() -> None:
    remote, _ = collection(GONE)
    assert one(remote, weakly(REPLACE)) == Conflict(ID, ConflictReason.MISSING)
    remote, _ = collection(GONE, identity())
    assert one(remote, weakly(DELETE)) == Removed(ID, already=True)


@pytest.mark.parametrize("operation", [REPLACE, DELETE])
def test_what_cannot_be_read_is_not_written(operation: Operation) -> None:
    secret = multistatus(row(ID, status=403))
    remote, script = collection(secret)
    assert rejected(one(remote, weakly(operation))) == ("http.forbidden", False)
    assert len(script.requests) == 1
    remote, _ = collection(error(412), secret)
    assert rejected(one(remote, operation)) == ("http.forbidden", False)


def test_a_creation_whose_place_cannot_be_read() -> None:
    remote, _ = collection(error(412), multistatus(row(ID, status=500)))
    assert rejected(one(remote, CREATE)) == ("http.server_failure", False)


# Names -------------------------------------------------------------------------------


def test_new_ids_are_fresh_names_in_the_collection() -> None:
    remote, _ = collection()
    taken: set[ResourceId] = set()
    for _ in range(50):
        id_ = remote.new_id("../evil uid@host", taken.__contains__)
        name = id_.removeprefix("/cal/").removesuffix(".ics")
        assert name.replace("-", "").isalnum()
        assert name.isascii()
        assert id_ not in taken
        taken.add(id_)


def test_new_ids_skip_what_is_taken() -> None:
    remote, _ = collection(kind=Kind.ADDRESSBOOK)
    names = iter(["a", "b", "c"])
    scope: Scope = remote._scope
    remote = RemoteCollection(scope, lambda: next(names))
    assert remote.new_id("", lambda id_: id_ != "/cal/c.vcf") == "/cal/c.vcf"
