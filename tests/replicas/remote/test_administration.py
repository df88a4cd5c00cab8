"""Collections are made, changed and deleted: on every server, and where one refuses."""

from __future__ import annotations

import re

import pytest

from sync_engine.client.client import DavClient
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.errors import Forbidden, HttpError
from sync_engine.replicas.remote.administration import Administration, new_url
from tests.client.scripted import HOST, Script, done, error, multistatus

HOME = HOST + "/home/"
WORK = CollectionInfo(HOME + "x/", Kind.CALENDAR, "Work", components=frozenset({"VEVENT"}))


def home_of(connected, kind):
    return next(home.url for home in connected.found.home_sets if kind in home.kinds)


def found(connected, url):
    return next((i for i in connected.account.listing().collections if i.url == url), None)


@pytest.mark.parametrize("kind", [Kind.CALENDAR, Kind.ADDRESSBOOK])
def test_a_collection_is_made_changed_and_deleted(connected, kind):
    server = Administration(connected.client)
    url = new_url(home_of(connected, kind))
    calendar = kind is Kind.CALENDAR
    holds = frozenset({"VTODO"} if calendar else ())
    color = "#ff8800" if calendar else None
    server.make(CollectionInfo(url, kind, "Büro & <Heim>", None, holds, color))
    made = found(connected, url)
    assert (made.kind, made.display_name) == (kind, "Büro & <Heim>")
    if calendar:
        assert (made.components, made.color) == (holds, color)
        server.change(url, display_name=None, color="#00aa11")
        assert found(connected, url).color == "#00aa11"
    server.change(url, display_name="Zu Hause", color=None)
    assert found(connected, url).display_name == "Zu Hause"
    server.remove(url)
    assert found(connected, url) is None
    server.remove(url)


def test_addresses_are_new_and_plain():
    urls = {new_url(HOME) for _ in range(50)}
    assert len(urls) == 50
    assert all(re.fullmatch(re.escape(HOME) + r"[a-z0-9-]{36}/", url) for url in urls)


@pytest.mark.parametrize("status", [405, 501])
def test_a_server_without_mkcalendar_is_asked_by_extended_mkcol(status):
    script = Script(error(status), done(201))
    Administration(DavClient(script)).make(WORK)
    assert script.done == [("MKCALENDAR", "/home/x/"), ("MKCOL", "/home/x/")]
    body = script.requests[1].body.decode()
    assert re.search(r"<D:resourcetype>\s*<D:collection\s*/>\s*<C:calendar\s*/>", body)
    assert '<C:comp name="VEVENT"' in body
    assert "Work" in body


def test_a_refusal_to_make_is_not_asked_again():
    script = Script(error(403, "D:need-privileges"))
    with pytest.raises(Forbidden) as refusal:
        Administration(DavClient(script)).make(WORK)
    assert refusal.value.preconditions == ("{DAV:}need-privileges",)


def test_a_property_that_was_not_set_is_a_refusal():
    """RFC 4918 §9.2.1: 424 only says that another one failed."""
    row = (
        "<D:response><D:href>/home/x/</D:href>"
        "<D:propstat><D:prop><D:displayname/></D:prop>"
        "<D:status>HTTP/1.1 424 Failed Dependency</D:status></D:propstat>"
        "<D:propstat><D:prop><D:other/></D:prop>"
        "<D:status>HTTP/1.1 409 Conflict</D:status></D:propstat></D:response>"
    )
    with pytest.raises(HttpError) as refusal:
        Administration(DavClient(Script(multistatus(row)))).change(
            WORK.url, display_name="x", color=None
        )
    assert refusal.value.status == 409
