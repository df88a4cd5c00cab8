"""What replies mean, and what they never mean."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import SyncToken
from sync_engine.core.observation import Delta, Observation, Seen, Snapshot
from sync_engine.errors import (
    AuthenticationRejected,
    Forbidden,
    HoldOff,
    IdentityMismatch,
    InvalidSyncToken,
    MalformedXml,
    NameNotResolved,
    NotDav,
    ProtocolError,
    ReplicaUnavailable,
    ReplyTooLarge,
    ServerFailure,
    Unreachable,
)
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.traits import Traits
from tests.client.scripted import (
    ADDRESSBOOK,
    CALENDAR,
    FOLDER,
    UNAUTHENTICATED,
    Answer,
    card,
    error,
    etag,
    event,
    length,
    multistatus,
    page,
    principal,
    row,
)
from tests.replicas.remote.scripts import BODY, ME, TEXT, collection, identity

OLD = SyncToken("t:0")
NO_DATA = "<C:calendar-data/>"
A = row("/cal/a.ics", etag("a") + event(TEXT))
B = row("/cal/b.ics", etag("b") + event(TEXT))


def keys(seen: Observation) -> list[str]:
    return sorted(seen.items if isinstance(seen, Snapshot) else seen.changed)


def test_a_first_report_is_a_snapshot_with_bodies() -> None:
    remote, script = collection(multistatus(row("/cal/", CALENDAR), A, B, token="t:1"))
    seen = remote.observe(None)
    assert seen == Snapshot(
        {"/cal/a.ics": Seen('"a"', BODY), "/cal/b.ics": Seen('"b"', BODY)}, {}, "t:1"
    )
    assert remote.traits.data_in_report is True
    assert remote.traits.sync_report is True
    assert script.done == [("REPORT", "/cal/")]


def test_a_report_with_a_token_is_a_delta() -> None:
    gone = row("/cal/gone.ics", status=404)
    refused = row("/cal/secret.ics", status=403)
    remote, _ = collection(multistatus(A, gone, refused, token="t:1"), verified=True)
    seen = remote.observe(OLD)
    assert isinstance(seen, Delta)
    assert list(seen.changed) == ["/cal/a.ics"]
    assert seen.removed == {"/cal/gone.ics"}
    assert seen.failed["/cal/secret.ics"].reference == "http.forbidden"
    assert seen.token == "t:1"


def test_the_dummy_propstat_beside_a_404_is_noise() -> None:
    dummy = (
        "<D:response><D:status>HTTP/1.1 404 Not Found</D:status><D:href>/cal/x.ics</D:href>"
        "<D:propstat><D:prop/><D:status>HTTP/1.1 418 I'm a teapot</D:status></D:propstat>"
        "</D:response>"
    )
    remote, _ = collection(multistatus(dummy, token="t:1"), verified=True)
    seen = remote.observe(OLD)
    assert isinstance(seen, Delta)
    assert seen.removed == {"/cal/x.ics"}


def test_removals_are_believed_after_the_identity_check_only() -> None:
    gone = multistatus(row("/cal/x.ics", status=404), token="t:1")
    remote, script = collection(gone, identity())
    seen = remote.observe(OLD)
    assert isinstance(seen, Delta)
    assert seen.removed == {"/cal/x.ics"}
    assert [method for method, _ in script.done] == ["REPORT", "PROPFIND"]
    remote, _ = collection(gone, identity(who="/principals/other/"))
    with pytest.raises(IdentityMismatch):
        remote.observe(OLD)


def test_pages_are_followed_to_the_end() -> None:
    more = row("/cal/", status=507)
    remote, script = collection(
        multistatus(A, more, token="t:1"), multistatus(B, token="t:2"), verified=True
    )
    seen = remote.observe(None)
    assert keys(seen) == ["/cal/a.ics", "/cal/b.ics"]
    assert seen.token == "t:2"
    assert b">t:1<" in script.requests[1].body


@pytest.mark.parametrize(
    "second",
    [
        multistatus(row("/cal/", status=507), token="t:2"),
        multistatus(B, row("/cal/", status=507), token="t:1"),
    ],
)
def test_paging_without_progress_is_an_error(second: Answer) -> None:
    remote, _ = collection(multistatus(A, row("/cal/", status=507), token="t:1"), second)
    with pytest.raises(ProtocolError):
        remote.observe(None)


def test_an_href_that_comes_twice_leaves_it_to_a_fetch() -> None:
    changed = row("/cal/a.ics", etag("other"))
    both = [row("/cal/b.ics", status=404), B]
    remote, _ = collection(multistatus(A, changed, *both, token="t:1"), verified=True)
    seen = remote.observe(OLD)
    assert isinstance(seen, Delta)
    assert seen.changed == {"/cal/a.ics": Seen(None), "/cal/b.ics": Seen(None)}
    assert not seen.removed


def test_gone_on_one_page_and_there_on_the_next_is_there() -> None:
    remote, _ = collection(
        multistatus(row("/cal/a.ics", status=404), row("/cal/", status=507), token="t:1"),
        multistatus(A, token="t:2"),
        verified=True,
    )
    seen = remote.observe(OLD)
    assert isinstance(seen, Delta)
    assert keys(seen) == ["/cal/a.ics"]
    assert not seen.removed


def test_an_etag_that_is_missing_or_weak() -> None:
    weak = row("/cal/w.ics", '<D:getetag>W/"w"</D:getetag>')
    none = row("/cal/n.ics", missing="<D:getetag/>" + NO_DATA)
    remote, _ = collection(multistatus(weak, none, token="t:1"))
    seen = remote.observe(None)
    assert isinstance(seen, Snapshot)
    assert seen.items == {"/cal/w.ics": Seen('W/"w"'), "/cal/n.ics": Seen(None)}


def test_hrefs_elsewhere_and_folders_are_no_members() -> None:
    rows = [
        row("https://evil.example/cal/a.ics", etag("a")),
        row("https://p01.example.org/cal/b.ics", etag("b")),
        row("https://dav.example.org/cal/c.ics", etag("c")),
        row("/cal/sub/", etag("d")),
    ]
    remote, _ = collection(multistatus(*rows, token="t:1"), hosts=["p01.example.org"])
    assert keys(remote.observe(None)) == ["/cal/c.ics", "https://p01.example.org/cal/b.ics"]


def test_data_that_is_not_given_is_learned_and_not_asked_again() -> None:
    bare = multistatus(row("/cal/a.ics", etag("a"), missing=NO_DATA), token="t:1")
    remote, script = collection(bare, multistatus(token="t:2"), verified=True)
    seen = remote.observe(None)
    assert isinstance(seen, Snapshot)
    assert seen.items == {"/cal/a.ics": Seen('"a"')}
    assert remote.traits.data_in_report is False
    remote.observe(OLD)
    assert b"calendar-data" in script.requests[0].body
    assert b"calendar-data" not in script.requests[1].body


@pytest.mark.parametrize(
    "failure",
    [
        Unreachable("timed out"),
        ReplyTooLarge("too much"),
        error(500),
        Answer(207, b"<D:multistatus xmlns:D='DAV:'><D:resp"),
    ],
)
def test_a_report_that_breaks_with_data_is_asked_without(failure: Answer | Exception) -> None:
    remote, script = collection(failure, multistatus(row("/cal/a.ics", etag("a")), token="t:1"))
    assert keys(remote.observe(OLD)) == ["/cal/a.ics"]
    assert b"calendar-data" not in script.requests[1].body
    assert remote.traits.data_in_report is (False if isinstance(failure, ReplyTooLarge) else None)


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (NameNotResolved("offline"), NameNotResolved),
        (error(503), HoldOff),
        (error(401), AuthenticationRejected),
        (page(), NotDav),
    ],
)
def test_what_is_no_refusal_keeps_the_token(failure: Answer, raised: type[Exception]) -> None:
    remote, _ = collection(failure, failure, traits=Traits(data_in_report=False))
    with pytest.raises(raised):
        remote.observe(OLD)
    assert remote.traits.sync_report is None


@pytest.mark.parametrize("status", [400, 403, 404, 409, 412, 507])
def test_a_token_is_refused_by_the_element_at_any_status(status: int) -> None:
    remote, _ = collection(error(status, "D:valid-sync-token"))
    with pytest.raises(InvalidSyncToken):
        remote.observe(OLD)


@pytest.mark.parametrize("status", [403, 412, 500])
def test_a_bare_refusal_of_a_token_is_one_too(status: int) -> None:
    remote, _ = collection(error(status), error(status))
    with pytest.raises(InvalidSyncToken):
        remote.observe(OLD)


def test_a_bad_gateway_is_no_refusal() -> None:
    remote, _ = collection(error(502), error(502))
    with pytest.raises(ServerFailure):
        remote.observe(OLD)


def test_an_empty_207_is_checked_before_it_means_empty() -> None:
    remote, script = collection(multistatus(token="t:1"), identity())
    assert remote.observe(None) == Snapshot({}, {}, "t:1")
    assert script.done == [("REPORT", "/cal/"), ("PROPFIND", "/cal/")]


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        (identity(type_=ADDRESSBOOK), ReplicaUnavailable),
        (identity(type_=FOLDER), ReplicaUnavailable),
        (identity(who="/principals/other/"), IdentityMismatch),
        (multistatus(row("/cal/", CALENDAR + UNAUTHENTICATED)), IdentityMismatch),
        (multistatus(), ReplicaUnavailable),
        (error(404), ReplicaUnavailable),
        (error(410), ReplicaUnavailable),
        (page(), NotDav),
        (error(403), Forbidden),
    ],
)
def test_an_empty_207_of_something_else_is_an_error(
    answer: Answer, raised: type[Exception]
) -> None:
    # SabreDAV 4.3 answers a report on any URL with an empty multistatus.
    remote, _ = collection(multistatus(token="t:1"), answer)
    with pytest.raises(raised):
        remote.observe(None)


def test_an_empty_207_without_a_token_leads_to_a_listing() -> None:
    listed = multistatus(row("/cal/", CALENDAR), row("/cal/a.ics", etag("a")))
    remote, script = collection(multistatus(), listed)
    assert keys(remote.observe(None)) == ["/cal/a.ics"]
    assert [method for method, _ in script.done] == ["REPORT", "PROPFIND"]
    assert remote.traits.sync_report is False
    assert not remote.capabilities.deltas


def test_a_collection_that_is_gone_is_unavailable() -> None:
    for answer in (error(404), multistatus(row("/cal/", status=404), token="t:1")):
        remote, _ = collection(answer)
        with pytest.raises(ReplicaUnavailable):
            remote.observe(None)


LISTED = multistatus(
    row("/cal/", CALENDAR),
    row("/cal/a.ics", etag("a") + "<D:resourcetype/>"),
    row("/cal/odd", etag("o") + "<D:getcontenttype>text/x-vcalendar</D:getcontenttype>"),
    row("/cal/none", etag("n")),
    row("/cal/index.html", etag("h") + "<D:getcontenttype>text/html</D:getcontenttype>"),
    row("/cal/sub", FOLDER),
    row("/cal/broken.ics", status=500),
)


def test_a_listing_where_there_is_no_report() -> None:
    remote, script = collection(LISTED, reports=frozenset())
    seen = remote.observe(None)
    assert isinstance(seen, Snapshot)
    assert keys(seen) == ["/cal/a.ics", "/cal/none", "/cal/odd"]
    assert seen.failed["/cal/broken.ics"].reference == "http.server_failure"
    assert seen.token is None
    assert script.done == [("PROPFIND", "/cal/")]
    assert script.sent(0, "Depth") == "1"


@pytest.mark.parametrize("status", [400, 403, 405, 415, 501])
def test_a_report_that_is_not_known_leads_to_a_listing(status: int) -> None:
    steps = [error(status)] * (2 if status >= 500 else 1)
    remote, _ = collection(*steps, LISTED, reports=None)
    assert isinstance(remote.observe(None), Snapshot)
    assert remote.traits.sync_report is (False if status in (405, 415, 501) else None)


def test_a_report_that_is_refused_by_element_is_not_asked_again() -> None:
    remote, _ = collection(error(403, "D:supported-report"), LISTED, LISTED)
    remote.observe(None)
    remote.observe(None)
    with pytest.raises(InvalidSyncToken):
        remote.observe(OLD)


def own(type_: str) -> Answer:
    return multistatus(row("/cal/", type_ + principal(ME)), row("/cal/a.ics", etag("a")))


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        ([own(FOLDER)], ReplicaUnavailable),
        ([own(ADDRESSBOOK)], ReplicaUnavailable),
        ([error(404)], ReplicaUnavailable),
        ([multistatus(row("/cal/", CALENDAR), row("/cal/", status=507))], ProtocolError),
        ([multistatus(row("/cal/a.ics", etag("a"))), error(404)], ReplicaUnavailable),
        ([multistatus(row("/cal/", CALENDAR)), identity(who="/other/")], IdentityMismatch),
        ([Answer(207, LISTED.body[:-30])], MalformedXml),
    ],
)
def test_a_listing_that_is_not_whole_is_no_snapshot(
    answers: list[Answer], raised: type[Exception]
) -> None:
    remote, _ = collection(*answers)
    with pytest.raises(raised):
        remote.listing()


def contacts(*steps: Answer, traits: Traits | None = None) -> RemoteCollection:
    remote, _ = collection(
        *steps,
        kind=Kind.ADDRESSBOOK,
        data_types=("text/vcard;version=3.0", "text/vcard; version=4.0"),
        traits=traits,
        verified=True,
    )
    return remote


CARD = "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"


@pytest.mark.parametrize(("size", "taken"), [(len(CARD), True), (len(CARD) + 3, True), (99, False)])
def test_a_converted_card_is_left_to_a_fetch(size: int, taken: bool) -> None:
    told = row("/cal/a.vcf", etag("a") + length(size) + card(CARD))
    remote = contacts(multistatus(told, token="t:1"))
    seen = remote.observe(None)
    assert isinstance(seen, Snapshot)
    assert (seen.items["/cal/a.vcf"].body is not None) is taken
    assert remote.traits.data_in_report is True


def test_lengths_that_mean_nothing_are_not_looked_at() -> None:
    told = row("/cal/a.vcf", etag("a") + length(99) + card(CARD))
    remote = contacts(multistatus(told, token="t:1"), traits=Traits(stored_length=False))
    seen = remote.observe(None)
    assert isinstance(seen, Snapshot)
    assert seen.items["/cal/a.vcf"].body is not None
