"""Every server of the tests: starts, asks for the login, stops, and is as its traits say."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.servers import KINDS, Account, DavClient, ServerFailed, TestServer, samples
from tests.servers.oracle import CALDAV, CARDDAV, DAV, XML_HEADERS, propfind_body, responses
from tests.servers.process import Daemon, PortTaken, fresh_folder, remove_folder
from tests.servers.radicale import RadicaleServer

_REPORTS = propfind_body((DAV, "supported-report-set"))
_GETETAG = propfind_body((DAV, "getetag"))


def _status(account: Account, username: str | None, password: str) -> int:
    with DavClient(account.url, username, password, ca_file=account.ca_file) as client:
        headers = {**XML_HEADERS, "Depth": "0"}
        return client.request("PROPFIND", account.calendar_home, _GETETAG, headers).status


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_starts_answers_and_stops_without_a_trace(kind: str) -> None:
    server = KINDS[kind]()
    server.start()
    daemon, folder, port = server.daemon, server.folder, server.port
    assert daemon is not None
    assert folder is not None
    try:
        alice = server.alice
        assert _status(alice, alice.username, alice.password) == 207
        assert daemon.leftovers()
    finally:
        server.stop()
    assert daemon.leftovers() == []
    assert not folder.exists()
    with (
        pytest.raises(ConnectionRefusedError),
        DavClient(f"http://127.0.0.1:{port}/", None) as client,
    ):
        client.request("GET", "/")


def test_refuses_a_wrong_login(server: Account) -> None:
    outcomes = {
        _status(server, server.username, "wrong"),
        _status(server, "nobody-of-that-name", server.password),
        _status(server, None, ""),
    }
    # Xandikos has no login without TLS; then every request is alice's.
    assert outcomes == ({401} if server.traits.authenticates else {207})


def test_a_fresh_account_is_empty(server: Account) -> None:
    assert [found.href for found in server.collections()] == list(server.permanent)


def test_collections_are_those_that_were_made(server: Account) -> None:
    made = {
        server.make_calendar("plain"),
        server.make_calendar("with space", ("VEVENT", "VTODO"), title="Büro & <Haus>"),
        server.make_addressbook("people", title="Gens d'ici"),
    }
    found = {collection.href: collection for collection in server.collections()}
    assert set(found) - set(server.permanent) == made
    kinds = sorted(found[href].kind for href in made)
    assert kinds == ["addressbook", "calendar", "calendar"]
    assert {found[href].name for href in made} == {"plain", "Büro & <Haus>", "Gens d'ici"}


def test_the_account_of_the_next_test_knows_nothing_of_this_one(server: Account) -> None:
    calendar = server.make_calendar("mine")
    server.put(f"{calendar}a.ics", samples.events(1)[0])
    with closing(server.other()) as other:
        assert [found.href for found in other.collections()] == list(other.permanent)
        assert (other.username != server.username) is server.traits.several_users


def test_users_do_not_see_each_other(server: Account) -> None:
    if not server.traits.several_users:
        assert server.other().username == server.username
        return
    path = f"{server.make_calendar('private')}a.ics"
    server.put(path, samples.events(1)[0])
    with closing(server.other()) as other:
        seen = other.client.request("GET", path)
        assert b"BEGIN:VEVENT" not in seen.body
        assert seen.status >= 300
        changed = other.client.request("PUT", path, samples.events(1)[0])
        assert changed.status >= 300
    assert server.get(path).status == 200


def test_put_get_delete_and_listing(server: Account) -> None:
    book = server.make_addressbook("book")
    one, two = samples.contacts(2, 11)
    created = server.put(f"{book}one.vcf", one)
    assert created.status == 201
    server.put(f"{book}two.vcf", two)
    assert set(server.listing(book)) == {f"{book}one.vcf", f"{book}two.vcf"}
    etag = server.etags(book)[f"{book}one.vcf"]
    assert server.get(f"{book}one.vcf").etag == etag
    changed = one.replace(b"END:VCARD", b"X-CHANGED:1\r\nEND:VCARD")
    server.put(f"{book}one.vcf", changed, if_match=etag)
    assert server.etags(book)[f"{book}one.vcf"] != etag
    assert b"X-CHANGED:1" in server.get(f"{book}one.vcf").body
    server.delete(f"{book}one.vcf")
    assert not server.exists(f"{book}one.vcf")
    assert set(server.etags(book)) == {f"{book}two.vcf"}


def test_seeding_is_quick(server: Account) -> None:
    calendar, book = server.make_calendar("many"), server.make_addressbook("many-people")
    begun = time.monotonic()
    server.seed(calendar, samples.events(30, 21))
    server.seed(book, samples.contacts(20, 21))
    assert len(server.etags(calendar)) == 30
    assert len(server.etags(book)) == 20
    # A bound against a mistake (a lookup, a delay), not a benchmark.
    assert time.monotonic() - begun < 60


# -- traits -------------------------------------------------------------------------


def test_traits_digest(server: Account) -> None:
    with DavClient(server.url, None, ca_file=server.ca_file) as client:
        headers = {**XML_HEADERS, "Depth": "0"}
        reply = client.request("PROPFIND", server.calendar_home, _GETETAG, headers)
    challenge = reply.headers.get("www-authenticate", "")
    assert challenge.lower().startswith("digest") is server.traits.digest
    assert bool(challenge) is server.traits.authenticates


def test_traits_sync_report(server: Account) -> None:
    for path in (server.make_calendar("c"), server.make_addressbook("b")):
        headers = {**XML_HEADERS, "Depth": "0"}
        reply = server.client.request("PROPFIND", path, _REPORTS, headers, expect=(207,))
        names = {element.tag for _, row in responses(reply.body) for element in row.iter()}
        assert (f"{{{DAV}}}sync-collection" in names) is server.traits.sync_report


def test_traits_data_in_sync(server: Account) -> None:
    calendar, book = server.make_calendar("c"), server.make_addressbook("b")
    server.put(f"{calendar}a.ics", samples.events(1)[0])
    server.put(f"{book}a.vcf", samples.contacts(1)[0])
    for path, name in (
        (calendar, f"{{{CALDAV}}}calendar-data"),
        (book, f"{{{CARDDAV}}}address-data"),
    ):
        space, local = name[1:].split("}")
        body = (
            '<d:sync-collection xmlns:d="DAV:"><d:sync-token/><d:sync-level>1</d:sync-level>'
            f'<d:prop><d:getetag/><x:{local} xmlns:x="{space}"/></d:prop></d:sync-collection>'
        )
        reply = server.client.request("REPORT", path, body.encode(), XML_HEADERS)
        given = reply.status == 207 and any(
            (row.findtext(f".//{name}") or "").strip() for _, row in responses(reply.body)
        )
        assert given is server.traits.data_in_sync


def test_traits_rewrites(server: Account) -> None:
    calendar, sent = server.make_calendar("c"), samples.events(9, 31)
    paths = server.seed(calendar, sent)
    same = [server.get(path).body == body for path, body in zip(paths, sent, strict=True)]
    assert all(same) is not server.traits.rewrites


def test_traits_keep_alive(server: Account) -> None:
    headers = {**XML_HEADERS, "Depth": "0"}
    server.client.request("PROPFIND", server.calendar_home, _GETETAG, headers)
    assert server.client.connected is server.traits.keep_alive


def test_traits_vcard4(server: Account) -> None:
    book = server.make_addressbook("b")
    server.put(f"{book}a.vcf", samples.contacts4(1)[0])
    plain = server.client.request("GET", f"{book}a.vcf", expect=(200,))
    assert (b"VERSION:4.0" in plain.body) is server.traits.vcard4
    assert b"VERSION:4.0" in server.get(f"{book}a.vcf", vcard="4.0").body


def test_traits_one_home(server: Account) -> None:
    assert (server.calendar_home == server.addressbook_home) is server.traits.one_home


def test_traits_schedule_tag(server: Account) -> None:
    calendar = server.make_calendar("c")
    server.put(f"{calendar}a.ics", samples.events(6)[5])
    tag = server.get(f"{calendar}a.ics").headers.get("schedule-tag")
    assert bool(tag) is server.traits.schedule_tag


def test_traits_unique_uid(server: Account) -> None:
    calendar, body = server.make_calendar("c"), samples.events(1)[0]
    server.put(f"{calendar}a.ics", body)
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    second = server.client.request("PUT", f"{calendar}b.ics", body, headers)
    assert (second.status >= 400) is server.traits.unique_uid


def test_traits_permanent(server: Account) -> None:
    for href in server.permanent:
        server.client.request("DELETE", href)
    assert [found.href for found in server.collections()] == list(server.permanent)


def test_traits_tls(server: Account) -> None:
    assert server.url.startswith("https://") is server.traits.tls
    assert (server.ca_file is not None) is server.traits.tls


# -- the machinery ------------------------------------------------------------------


def test_goes_down_and_comes_back_with_its_data(fresh_server: TestServer) -> None:
    calendar = fresh_server.make_calendar("kept")
    fresh_server.put(f"{calendar}a.ics", samples.events(1)[0])
    before = fresh_server.listing(calendar)
    fresh_server.halt()
    with pytest.raises(ConnectionRefusedError):
        fresh_server.get(f"{calendar}a.ics")
    fresh_server.come_back()
    assert fresh_server.listing(calendar) == before


def test_two_servers_of_a_kind_do_not_meet(fresh_server: TestServer) -> None:
    with type(fresh_server)() as second:
        assert second.port != fresh_server.port
        calendar = fresh_server.make_calendar("only-here")
        assert calendar not in {found.href for found in second.alice.collections()}


def _daemon(folder: Path, script: str) -> Daemon:
    return Daemon(["sh", "-c", script], folder)


@pytest.fixture
def folder():
    made = fresh_folder("daemon")
    yield made
    remove_folder(made)


def test_a_failed_start_shows_the_log(folder: Path) -> None:
    daemon = _daemon(folder, "echo cannot find my shoes; exit 3")
    daemon.start()
    with pytest.raises(ServerFailed, match=r"ended with 3[^$]*cannot find my shoes"):
        daemon.wait_until(lambda: False)
    daemon.stop()


def test_a_taken_port_is_known_as_such(folder: Path) -> None:
    daemon = _daemon(folder, "echo Address already in use; exit 1")
    daemon.start()
    with pytest.raises(PortTaken):
        daemon.wait_until(lambda: False)
    daemon.stop()


def test_stop_ends_children_that_left_the_group_and_ignore_signals(folder: Path) -> None:
    stubborn = "trap '' TERM; touch up; while :; do sleep 0.05; done"
    daemon = _daemon(folder, f'setsid sh -c "{stubborn}" & exec sleep 60')
    daemon.start()
    daemon.wait_until((folder / "up").exists)
    assert len(daemon.leftovers()) >= 2
    daemon.stop(patience=0.3)
    assert daemon.leftovers() == []


def test_a_port_lost_to_another_is_chosen_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with RadicaleServer() as first:
        ports = iter([first.port, 0])
        from tests.servers import base

        real = base.free_port
        monkeypatch.setattr(base, "free_port", lambda: next(ports) or real())
        with RadicaleServer() as second:
            assert second.port != first.port
