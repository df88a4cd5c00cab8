"""The verbs: what is sent, and what answers become."""

from __future__ import annotations

import pytest

from sync_engine.cancellation import CancelToken
from sync_engine.client.client import DavClient
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ETag, IfMatch, IfNoneMatch, StrongETag, SyncToken
from sync_engine.errors import (
    AuthenticationRejected,
    Cancelled,
    Forbidden,
    HoldOff,
    HttpError,
    Locked,
    MalformedXml,
    NotDav,
    NotFound,
    PreconditionFailed,
    ServerFailure,
    Unreachable,
)
from sync_engine.transport.port import Meter
from tests.client.scripted import (
    HOST,
    Answer,
    Script,
    done,
    error,
    etag,
    multistatus,
    page,
    resource,
    row,
)

URL = HOST + "/cal/"


def test_propfind_sends_the_properties_and_the_depth() -> None:
    script = Script(multistatus(row("/cal/", etag("a")), row("/cal/b.ics", etag("b"))))
    rows = DavClient(script).propfind(URL, ["{DAV:}getetag"], depth=1)
    assert [found.href for found in rows] == ["/cal/", "/cal/b.ics"]
    assert script.sent(0, "Depth") == "1"
    assert b"getetag" in script.requests[0].body
    assert script.requests[0].idempotent
    assert script.answers[0].closed


@pytest.mark.parametrize("chunk", [1, 7, 100_000])
def test_rows_and_token_come_in_pieces_of_any_size(chunk: int) -> None:
    script = Script(multistatus(row("/cal/b.ics", etag("b")), token="t:1", chunk=chunk))
    reply = DavClient(script).sync_collection(URL, SyncToken("t:0"))
    assert [found.href for found in reply] == ["/cal/b.ics"]
    assert reply.sync_token == "t:1"
    assert script.sent(0, "Depth") == "0"
    assert b">t:0<" in script.requests[0].body
    assert b"limit" not in script.requests[0].body


def test_a_cut_multistatus_raises_after_its_rows() -> None:
    whole = multistatus(row("/cal/b.ics", etag("b")))
    script = Script(Answer(207, whole.body[:-20], whole.headers))
    with pytest.raises(MalformedXml):
        list(DavClient(script).propfind(URL, ["{DAV:}getetag"], depth=1))


def test_multiget_names_the_hrefs_as_listed() -> None:
    script = Script(multistatus())
    hrefs = ["/cal/a%2Fb.ics", "/cal/x&y.ics"]
    list(DavClient(script).multiget(URL, Kind.CALENDAR, hrefs))
    assert b">/cal/a%2Fb.ics<" in script.requests[0].body
    assert b">/cal/x&amp;y.ics<" in script.requests[0].body


@pytest.mark.parametrize("answer", [page(), page(207), Answer(200, b"ok"), Answer(204)])
def test_anything_but_a_multistatus_is_not_dav(answer: Answer) -> None:
    script = Script(answer)
    with pytest.raises(NotDav):
        DavClient(script).propfind(URL, ["{DAV:}getetag"], depth=0)
    assert answer.closed


def test_a_page_in_a_207_without_a_content_type_is_not_dav() -> None:
    script = Script(Answer(207, page().body))
    with pytest.raises(NotDav):
        list(DavClient(script).propfind(URL, ["{DAV:}getetag"], depth=0))


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, NotDav),
        (400, HttpError),
        (401, AuthenticationRejected),
        (403, Forbidden),
        (404, NotFound),
        (410, NotFound),
        (412, PreconditionFailed),
        (423, Locked),
        (429, HoldOff),
        (500, ServerFailure),
        (503, HoldOff),
        (507, ServerFailure),
    ],
)
def test_statuses_become_errors(status: int, kind: type[Exception]) -> None:
    answer = error(status)
    with pytest.raises(kind) as caught:
        DavClient(Script(answer)).put(URL, b"x", "text/calendar", IfNoneMatch())
    assert type(caught.value) is kind
    assert answer.closed


def test_the_elements_of_an_error_are_kept() -> None:
    script = Script(error(403, "C:no-uid-conflict"))
    with pytest.raises(Forbidden) as caught:
        DavClient(script).put(URL, b"x", "text/calendar", IfNoneMatch())
    assert caught.value.preconditions == ("{urn:ietf:params:xml:ns:caldav}no-uid-conflict",)
    assert caught.value.where == URL


def test_an_error_body_is_read_with_a_bound() -> None:
    read = []

    class Endless(Answer):
        def chunks(self):
            while True:
                read.append(1)
                yield b"x" * 10_000

    with pytest.raises(ServerFailure) as caught:
        DavClient(Script(Endless(500))).delete(URL, None)
    assert len(read) < 10
    assert len(caught.value.detail) < 300


def test_a_rate_limit_of_google_is_a_hold_off() -> None:
    script = Script(Answer(403, b'{"domain": "usageLimits"}'))
    with pytest.raises(HoldOff):
        DavClient(script).delete(URL, None)


def test_retry_after_is_kept() -> None:
    with pytest.raises(HoldOff) as caught:
        DavClient(Script(Answer(503, b"", {"Retry-After": "120"}))).delete(URL, None)
    assert caught.value.retry_after == 120.0


def test_get_asks_for_identity_and_gives_the_etag() -> None:
    script = Script(resource(b"BEGIN", 'W/"x"'))
    fetched = DavClient(script).get(URL + "b.ics")
    assert fetched.body == b"BEGIN"
    assert fetched.etag == ETag('"x"', weak=True)
    assert script.sent(0, "Accept-Encoding") == "identity"


def test_a_page_is_no_resource() -> None:
    with pytest.raises(NotDav):
        DavClient(Script(page())).get(URL + "b.ics")


def test_writes_carry_their_precondition_and_are_not_repeated() -> None:
    script = Script(done(201, '"n"'), done(), done(), done(201))
    client = DavClient(script)
    match = IfMatch(StrongETag('"e"'))
    assert client.put(URL + "n", b"x", "text/calendar", IfNoneMatch()).etag == ETag('"n"')
    client.put(URL + "n", b"x", "text/calendar", match)
    client.delete(URL + "n", match)
    client.move(URL + "n", URL + "m", match)
    assert script.sent(0, "If-None-Match") == "*"
    assert script.sent(1, "If-Match") == '"e"'
    assert script.sent(2, "If-Match") == '"e"'
    assert script.sent(3, "Overwrite") == "F"
    assert script.sent(3, "Destination") == URL + "m"
    assert script.sent(3, "If-Match") == '"e"'
    assert not any(request.idempotent for request in script.requests)


def test_a_207_to_a_write_tells_what_went_wrong() -> None:
    client = DavClient(Script(multistatus(row("/cal/n", status=423))))
    with pytest.raises(Locked):
        client.delete(URL + "n", None)


def test_a_207_to_a_put_may_be_a_success() -> None:
    client = DavClient(Script(multistatus(row("/cal/n", etag("n")))))
    assert client.put(URL + "n", b"x", "text/calendar", None).status == 207


def test_a_page_in_answer_to_a_write_is_not_a_success() -> None:
    with pytest.raises(NotDav):
        DavClient(Script(page())).delete(URL + "n", None)


def test_options_tells_the_classes() -> None:
    script = Script(Answer(200, b"", {"DAV": "1, 3, Calendar-Access"}))
    assert DavClient(script).options(URL) == {"1", "3", "calendar-access"}


def test_scoped_counts_and_cancels_apart() -> None:
    script = Script(done(), done())
    meter, cancel = Meter(), CancelToken()
    client = DavClient(script)
    scoped = client.scoped(meter, cancel)
    scoped.delete(URL, None)
    assert meter.requests == 1
    cancel.cancel()
    with pytest.raises(Cancelled):
        scoped.delete(URL, None)
    with pytest.raises(Cancelled):
        scoped.check()
    client.delete(URL, None)
    assert meter.requests == 1


def test_collections_are_made_and_changed() -> None:
    script = Script(done(201), done(201), multistatus(row("/new/", "<D:displayname/>")))
    client = DavClient(script)
    assert client.mkcalendar(HOST + "/new/", b"<a/>").status == 201
    assert client.mkcol(HOST + "/new/", b"<b/>").status == 201
    (answer,) = client.proppatch(HOST + "/new/", b"<c/>")
    assert "{DAV:}displayname" in answer.ok()
    assert [method for method, _ in script.done] == ["MKCALENDAR", "MKCOL", "PROPPATCH"]
    assert {script.sent(n, "Content-Type") for n in range(3)} == {"application/xml; charset=utf-8"}
    assert not any(request.idempotent for request in script.requests)


def test_an_error_body_that_breaks_off_is_no_error_of_its_own() -> None:
    class Broken(Answer):
        def chunks(self):
            yield b"half"
            raise Unreachable("reset")

    with pytest.raises(NotFound) as caught:
        DavClient(Script(Broken(404))).delete(URL, None)
    assert caught.value.detail == "HTTP 404: half"


def test_a_page_with_an_error_status_is_told_as_one() -> None:
    with pytest.raises(Forbidden) as caught:
        DavClient(Script(page(403))).delete(URL, None)
    assert caught.value.detail == "HTTP 403 (a web page)"


def test_php_calls_an_empty_answer_a_page() -> None:
    script = Script(Answer(201, b"", {"Content-Type": "text/html", "ETag": '"n"'}))
    assert DavClient(script).put(URL, b"x", "text/calendar", None).etag == ETag('"n"')
