"""The sync-collection report."""

from __future__ import annotations

import pytest

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ETag, SyncToken
from sync_engine.dav import names, rfc6578
from sync_engine.dav.members import FailedMember, Member
from sync_engine.dav.rfc6578 import SyncPage, classify, refuses_token, sync_collection_body
from tests.dav.replies import CALENDAR, etag, plain, response, rows_of

OWN = "/calendars/alice/work/"
LIMIT = "<d:error><d:number-of-matches-within-limits/></d:error>"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def page(*rows: str) -> SyncPage:
    return classify(rows_of(*rows), CALENDAR, SyncToken("t2"))


def test_rows_are_sorted_into_changed_removed_and_failed():
    result = page(
        response(OWN, etag('"self"')),
        response(OWN + "new.ics", etag('"1"')),
        plain(OWN + "gone.ics", "404 Not Found"),
        plain(OWN + "secret.ics", "403 Forbidden"),
        plain(OWN + "broken.ics", "503 Service Unavailable"),
        response(OWN + "untagged.ics", "<d:x/>"),
    )
    assert result.changed == {
        OWN + "new.ics": Member(OWN + "new.ics", ETag('"1"')),
        OWN + "untagged.ics": Member(OWN + "untagged.ics", None),
    }
    assert result.removed == {OWN + "gone.ics"}
    assert result.failed == {
        OWN + "secret.ics": FailedMember(OWN + "secret.ics", 403),
        OWN + "broken.ics": FailedMember(OWN + "broken.ics", 503),
    }
    assert (result.truncated, result.token, result.own_status) == (False, "t2", None)


def test_removed_and_changed_is_changed_and_left_to_a_fetch():
    result = page(plain(OWN + "a.ics", "404 x"), response(OWN + "a.ics", etag('"2"')))
    assert result.changed == {OWN + "a.ics": Member(OWN + "a.ics", None)}
    assert not result.removed


@pytest.mark.parametrize(
    "row",
    [
        plain(OWN, "507 Insufficient Storage", LIMIT),
        plain(OWN, "507 Insufficient Storage"),
        plain(OWN.rstrip("/"), "507 x", "<d:error><s:other/></d:error>"),
        plain("https://internal.example:8080" + OWN, "507 x"),
        plain(OWN, "403 Forbidden", LIMIT),
        response(OWN, "<d:getetag/>", "HTTP/1.1 507 Insufficient Storage"),
    ],
)
def test_a_page_that_was_cut(row: str):
    result = page(response(OWN + "a.ics", etag('"1"')), row)
    assert result.truncated
    assert len(result.changed) == 1
    assert not result.failed
    assert result.own_status is None


def test_a_507_under_another_path_is_cut_too_and_deletes_nothing():
    result = page(plain("/internal/work.ics", "507 x"))
    assert result.truncated
    assert list(result.failed) == ["/internal/work.ics"]


@pytest.mark.parametrize(("status", "own"), [("404 x", 404), ("200 OK", None), ("x", 0)])
def test_the_collections_own_status_is_told(status: str, own: int | None):
    result = page(plain(OWN, status))
    assert result == SyncPage({}, frozenset(), {}, False, SyncToken("t2"), own)


def test_an_error_of_a_member_is_not_the_collections():
    assert page(plain(OWN + "a", "403 x")).own_status is None


def test_bodies():
    assert sync_collection_body(None).decode() == (
        XML + '<D:sync-collection xmlns:D="DAV:"><D:sync-token/><D:sync-level>1</D:sync-level>'
        "<D:prop><D:getetag/></D:prop></D:sync-collection>"
    )
    body = sync_collection_body(SyncToken("a&b"), Kind.CALENDAR).decode()
    assert "<D:sync-token>a&amp;b</D:sync-token>" in body
    assert "<D:prop><D:getetag/><C:calendar-data/></D:prop>" in body
    body = sync_collection_body(None, Kind.ADDRESSBOOK, "4.0").decode()
    assert '<D:getetag/><CR:address-data content-type="text/vcard" version="4.0"/>' in body
    props = (names.GETETAG, "{DAV:}getcontentlength", names.ADDRESS_DATA)
    body = sync_collection_body(None, Kind.ADDRESSBOOK, props=props).decode()
    assert "<D:getetag/><D:getcontentlength/><CR:address-data/></D:prop>" in body
    assert "limit" not in body


@pytest.mark.parametrize(
    ("errors", "refused"),
    [((names.VALID_SYNC_TOKEN,), True), (("{x}a", names.VALID_SYNC_TOKEN), True), ((), False)],
)
def test_a_refused_token_is_known_by_its_element(errors: tuple[str, ...], refused: bool):
    assert refuses_token(errors) is refused


def test_the_request_is_for_depth_0():
    assert rfc6578.DEPTH == ("Depth", "0")
