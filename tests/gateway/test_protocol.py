"""What programs ask, against the real process."""

import re
import shutil
import time

import pytest

from ksync.composition import FOLDERS
from ksync.gateway.index import FILE, Index, erase_replaced
from sync_engine.core.collection import Kind
from sync_engine.dav.rfc4918 import parse_multistatus
from tests.gateway.profile import addressbook, calendar, serving
from tests.programs.texts import card, event

WORK, PEOPLE = "calendars/home.work/", "contacts/home.people/"
NS = (
    'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
    'xmlns:R="urn:ietf:params:xml:ns:carddav"'
)


def folder(profile, kind=Kind.CALENDAR, name="work"):
    return profile.paths.data / "home" / FOLDERS[kind] / name


def propfind(gateway, path, *props, depth="0", **more):
    inner = "".join(f"<{prop}/>" for prop in props)
    body = f'<D:propfind {NS} xmlns:A="http://apple.com/ns/ical/"><D:prop>{inner}</D:prop></D:propfind>'
    return rows(gateway.ask("PROPFIND", path, body, depth=depth, **more))


def report(gateway, path, body):
    return gateway.ask("REPORT", path, body)


def rows(answer):
    """Href below the prefix -> row."""
    assert answer.status == 207, answer.body
    found, _ = parse_multistatus([answer.body])
    return {re.sub(r"^/[^/]*/", "", row.href): row for row in found}


def sync(gateway, path, token="", more=""):
    """Names there, names gone, new token."""
    answer = report(
        gateway,
        path,
        f"<D:sync-collection {NS}><D:sync-token>{token}</D:sync-token>"
        f"<D:sync-level>1</D:sync-level>{more}<D:prop><D:getetag/></D:prop></D:sync-collection>",
    )
    found = rows(answer)
    new = re.search(rb"<D:sync-token>(.*?)</D:sync-token>", answer.body)
    assert new
    here = {name.removeprefix(path): row for name, row in found.items() if row.status is None}
    gone = {name.removeprefix(path) for name, row in found.items() if row.status == 404}
    return here, gone, new[1].decode()


@pytest.fixture
def own(profile):
    """A gateway of its own, over home/work (3 events) and home/people (2 cards)."""
    calendar(profile)
    addressbook(profile)
    with serving(profile) as running:
        yield profile, running


def text_of(row, name):
    return row.ok()[name].text


def test_discovery_leads_to_every_collection_with_its_name_and_colour(profile):
    calendar(profile, "Wörk & <Co>", 1, color="#ff8800", description="Über", read_only=True)
    addressbook(profile, "People", 1)
    with serving(profile) as gateway:
        root = propfind(gateway, "", "D:current-user-principal")[""]
        principal = root.ok()["{DAV:}current-user-principal"].children[0].text
        assert principal == f"/{gateway.token}/principal/"
        homes = propfind(gateway, "principal/", "C:calendar-home-set", "R:addressbook-home-set")
        assert len(homes["principal/"].ok()) == 2
        found = propfind(
            gateway, "calendars/", "D:displayname", "A:calendar-color", "D:resourcetype",
            "C:supported-calendar-component-set", "C:calendar-description", "D:sync-token",
            "D:current-user-privilege-set", "D:quota-used-bytes", depth="1",
        )  # fmt: skip
        (path,) = set(found) - {"calendars/"}
        row = found[path]
        assert text_of(row, "{DAV:}displayname") == "Wörk & <Co>"
        assert text_of(row, "{http://apple.com/ns/ical/}calendar-color") == "#ff8800FF"
        assert text_of(row, "{urn:ietf:params:xml:ns:caldav}calendar-description") == "Über"
        kinds = {child.name for child in row.ok()["{DAV:}resourcetype"].children}
        assert kinds == {"{DAV:}collection", "{urn:ietf:params:xml:ns:caldav}calendar"}
        rights = row.ok()["{DAV:}current-user-privilege-set"].children
        granted = {one.children[0].name for one in rights}
        assert "{DAV:}read" in granted and "{DAV:}bind" not in granted
        assert "{DAV:}quota-used-bytes" not in row.ok()
        # what it may not do, it does not
        assert gateway.ask("PUT", f"{path}x.ics", event("x", "X")).status == 403
        assert gateway.ask("DELETE", f"{path}event-0.ics").status == 403


def test_a_listing_has_an_etag_for_each(gateway):
    found = propfind(gateway, WORK, "D:getetag", "D:getcontenttype", "D:resourcetype", depth="1")
    assert len(found) == 4
    for name in ("event-0.ics", "event-1.ics", "event-2.ics"):
        etag = text_of(found[WORK + name], "{DAV:}getetag")
        assert gateway.ask("GET", WORK + name).etag == etag
    everything = rows(gateway.ask("PROPFIND", WORK, depth="1"))
    assert "{DAV:}getlastmodified" in everything[f"{WORK}event-0.ics"].ok()
    assert propfind(gateway, f"{WORK}event-0.ics", "D:getetag")
    assert gateway.ask("PROPFIND", f"{WORK}none.ics", depth="0").status == 404
    assert gateway.ask("PROPFIND", WORK, depth="infinity").status == 403


def test_a_token_tells_what_changed_since_and_lasts(profile):
    work = calendar(profile)
    with serving(profile) as gateway:
        here, gone, first = sync(gateway, WORK)
        assert (set(here), gone) == ({"event-0.ics", "event-1.ics", "event-2.ics"}, set())
        assert sync(gateway, WORK, first) == ({}, set(), first)
        (work / "event-0.ics").unlink()
        (work / "new.ics").write_bytes(event("new", "New"))
        assert gateway.ask("PUT", f"{WORK}put.ics", event("put", "Put")).status == 201
        here, gone, second = sync(gateway, WORK, first)
        assert (set(here), gone) == ({"new.ics", "put.ics"}, {"event-0.ics"})
        assert second != first
        assert sync(gateway, WORK, second) == ({}, set(), second)
        # the same octets written again are no change
        (work / "new.ics").write_bytes(event("new", "New"))
        assert sync(gateway, WORK, second) == ({}, set(), second)
    with serving(profile) as gateway:
        assert sync(gateway, WORK, second) == ({}, set(), second)
        here, gone, _ = sync(gateway, WORK, first)
        assert (set(here), gone) == ({"new.ics", "put.ics"}, {"event-0.ics"})
    # without the index every token of before is refused
    for file in profile.state_file.parent.glob("gateway*"):
        file.unlink()
    with serving(profile) as gateway:
        for token in (second, "urn:x", "urn:ksync:sync:0:99"):
            body = (
                f"<D:sync-collection {NS}><D:sync-token>{token}</D:sync-token>"
                "<D:sync-level>1</D:sync-level><D:prop/></D:sync-collection>"
            )
            refused = report(gateway, WORK, body)
            assert refused.status == 403 and b"valid-sync-token" in refused.body
        assert len(sync(gateway, WORK)[0]) == 4


def test_a_truncated_answer_goes_on_where_it_ended(gateway):
    limit = "<D:limit><D:nresults>2</D:nresults></D:limit>"
    found = []
    before, token = None, ""
    while token != before:
        before = token
        here, gone, token = sync(gateway, WORK, token, limit)
        assert len(here) + len(gone) <= 2
        found += here
    assert sorted(found) == ["event-0.ics", "event-1.ics", "event-2.ics"]


def test_multiget_gives_the_octets_of_the_file(profile, gateway):
    text = event("odd", "a\\, b & <c>").replace(b"END:VEVENT", b"X-TAB:a\tb\r\nEND:VEVENT")
    (folder(profile) / "odd name ü.ics").write_bytes(text)
    (folder(profile) / "lf.ics").write_bytes(event("lf", "LF").replace(b"\r\n", b"\n"))
    (folder(profile) / "control.ics").write_bytes(event("control", "a\x0bb"))
    hrefs = {
        name: f"/{gateway.token}/{WORK}{name}"
        for name in ("odd%20name%20%C3%BC.ics", "lf.ics", "control.ics", "none.ics", "../x.ics")
    }
    hrefs["elsewhere"] = f"/{gateway.token}/{PEOPLE}card-0.vcf"
    wanted = "".join(f"<D:href>{href}</D:href>" for href in hrefs.values())
    answer = report(
        gateway,
        WORK,
        f"<C:calendar-multiget {NS}><D:prop><D:getetag/><C:calendar-data/></D:prop>{wanted}"
        "</C:calendar-multiget>",
    )
    found = {row.href: row for row in parse_multistatus([answer.body])[0]}
    data = "{urn:ietf:params:xml:ns:caldav}calendar-data"
    assert text_of(found[hrefs["odd%20name%20%C3%BC.ics"]], data).encode() == text
    assert b"\r" not in text_of(found[hrefs["lf.ics"]], data).encode()
    # what XML cannot carry is there by a GET
    assert data not in found[hrefs["control.ics"]].ok()
    assert gateway.ask("GET", f"{WORK}control.ics").body == event("control", "a\x0bb")
    for missing in ("none.ics", "../x.ics", "elsewhere"):
        assert found[hrefs[missing]].status == 404


def query(gateway, path, kind, filters, prop="<D:getetag/>"):
    name = "C:calendar" if kind is Kind.CALENDAR else "R:addressbook"
    prefix = name[0]
    body = (
        f"<{name}-query {NS}><D:prop>{prop}</D:prop>"
        f"<{prefix}:filter>{filters}</{prefix}:filter></{name}-query>"
    )
    answer = report(gateway, path, body)
    if answer.status != 207:
        return answer
    return {name.removeprefix(path) for name in rows(answer)}


def test_queries(profile, gateway):
    work, people = folder(profile), folder(profile, Kind.ADDRESSBOOK, "people")
    for file in [*work.glob("*.ics"), *people.glob("*.vcf")]:
        file.unlink()
    (work / "a.ics").write_bytes(event("a", "Lunch"))
    old = event("b", "Old").replace(b"20261201", b"20161201")
    (work / "b.ics").write_bytes(old)
    (work / "t.ics").write_bytes(
        event("t", "Task").replace(b"VEVENT", b"VTODO").replace(b"DTEND", b"DUE")
    )
    (people / "a.vcf").write_bytes(card("a", "Ada"))
    (people / "g.vcf").write_bytes(card("g", "Grace").replace(b"\nN:", b"\nEMAIL:g@x.org\r\nN:"))

    def events(inner, component="VEVENT"):
        return query(
            gateway, WORK, Kind.CALENDAR,
            f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="{component}">{inner}'
            "</C:comp-filter></C:comp-filter>",
        )  # fmt: skip

    assert events("") == {"a.ics", "b.ics"}
    assert events("", "VTODO") == {"t.ics"}
    assert events('<C:time-range start="20260101T000000Z"/>') == {"a.ics"}
    assert events('<C:time-range end="20200101T000000Z"/>') == {"b.ics"}
    assert events(
        '<C:prop-filter name="UID"><C:text-match collation="i;octet">a</C:text-match>'
        "</C:prop-filter>"
    ) == {"a.ics"}
    assert events('<C:prop-filter name="LOCATION"><C:is-not-defined/></C:prop-filter>') == {
        "a.ics",
        "b.ics",
    }
    assert events('<C:prop-filter name="LOCATION"/>') == set()
    refused = events("<C:unheard-of/>")
    assert refused.status == 403 and b"supported-filter" in refused.body

    def cards(inner):
        return query(gateway, PEOPLE, Kind.ADDRESSBOOK, inner)

    assert cards("") == {"a.vcf", "g.vcf"}
    named = (
        '<R:prop-filter name="FN"><R:text-match match-type="{}">{}</R:text-match></R:prop-filter>'
    )
    assert cards(named.format("contains", "AC")) == {"g.vcf"}
    assert cards(named.format("starts-with", "ad")) == {"a.vcf"}
    assert cards('<R:prop-filter name="EMAIL"><R:is-not-defined/></R:prop-filter>') == {"a.vcf"}


def test_what_a_collection_refuses(profile, gateway):
    before = {f.name: f.read_bytes() for f in folder(profile).iterdir()}
    assert gateway.ask("PUT", f"{WORK}x.txt", event("x", "X")).status == 403
    assert gateway.ask("PUT", f"{WORK}x.ics", card("x", "X")).status == 403
    broken = gateway.ask("PUT", f"{WORK}x.ics", b"BEGIN:VCALENDAR\r\n")
    assert broken.status == 403 and b"valid-calendar-data" in broken.body
    taken = (folder(profile) / "event-0.ics").read_bytes()
    twice = gateway.ask("PUT", f"{WORK}x.ics", taken)
    assert twice.status == 403
    assert b"no-uid-conflict" in twice.body and b"event-0.ics" in twice.body
    other = gateway.ask("PUT", f"{WORK}event-0.ics", event("another", "X"))
    assert other.status == 403 and b"no-uid-conflict" in other.body
    for method in ("MKCALENDAR", "MKCOL"):
        made = gateway.ask(method, "calendars/home.new/")
        assert made.status == 403 and b"ksync collection create" in made.body
    assert gateway.ask("DELETE", WORK).status == 403
    assert gateway.ask("PUT", "calendars/nowhere/x.ics", event("x", "X")).status == 409
    patched = gateway.ask(
        "PROPPATCH", WORK,
        f"<D:propertyupdate {NS}><D:set><D:prop><D:displayname>x</D:displayname></D:prop></D:set>"
        "</D:propertyupdate>",
    )  # fmt: skip
    assert patched.status == 207 and b"403" in patched.body
    assert gateway.ask("LOCK", WORK).status == 405
    assert gateway.ask("PROPFIND", WORK, "<not xml", depth="0").status == 400
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><D:propfind xmlns:D="DAV:"/>'
    assert gateway.ask("PROPFIND", WORK, bomb, depth="0").status == 400
    assert {f.name: f.read_bytes() for f in folder(profile).iterdir()} == before


def test_a_name_that_no_file_can_have_is_one_resource_all_the_same(gateway):
    path = f"{WORK}a%2Fb%5C.ics"
    made = gateway.ask("PUT", path, event("a/b\\\\", "X"), if_none_match="*")
    assert made.status == 201
    assert gateway.ask("GET", path).etag == made.etag
    assert path in propfind(gateway, WORK, "D:getetag", depth="1")
    assert gateway.ask("DELETE", path, if_match=made.etag).status == 204


def test_a_resource_moves_to_another_collection(profile):
    work, home = calendar(profile), calendar(profile, "Home", 0)
    with serving(profile) as gateway:
        there = f"http://127.0.0.1:{gateway.port}/{gateway.token}/calendars/home.home/event-0.ics"
        text = (work / "event-0.ics").read_bytes()
        assert gateway.ask("MOVE", f"{WORK}event-0.ics", destination=there).status == 201
        assert (home / "event-0.ics").read_bytes() == text
        assert not (work / "event-0.ics").exists()
        away = there.replace("127.0.0.1", "example.org")
        assert gateway.ask("MOVE", f"{WORK}event-1.ics", destination=away).status == 403
        assert (work / "event-1.ics").exists()


def test_an_older_version_is_merged_after_a_restart_too(profile):
    work = calendar(profile)
    first = (work / "event-0.ics").read_bytes()
    summary = re.search(rb"SUMMARY:[^\r\n]*", first)
    assert summary
    with serving(profile) as gateway:
        got = gateway.ask("GET", f"{WORK}event-0.ics")
        second = first.replace(summary[0], b"SUMMARY:Other")
        put = gateway.ask("PUT", f"{WORK}event-0.ics", second, if_match=got.etag)
        assert put.status == 204 and put.etag != got.etag
    with serving(profile) as gateway:
        third = first.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nLOCATION:There\r\n", 1)
        merged = gateway.ask("PUT", f"{WORK}event-0.ics", third, if_match=got.etag)
        # what is stored is not what was sent: no ETag (RFC 4791 §5.3.4)
        assert merged.status == 204 and "etag" not in merged.headers
        text = (work / "event-0.ics").read_bytes()
        assert b"SUMMARY:Other" in text and b"LOCATION:There" in text
        clash = first.replace(summary[0], b"SUMMARY:Third")
        assert gateway.ask("PUT", f"{WORK}event-0.ics", clash, if_match=got.etag).status == 412
        assert (work / "event-0.ics").read_bytes() == text


def test_the_sync_state_knows_older_versions_too(profile):
    work = calendar(profile)
    first = (work / "event-0.ics").read_bytes()
    profile.synced(first)
    summary = re.search(rb"SUMMARY:[^\r\n]*", first)
    assert summary
    with serving(profile) as gateway:
        etag = gateway.ask("GET", f"{WORK}event-0.ics").etag
        (work / "event-0.ics").write_bytes(first.replace(summary[0], b"SUMMARY:Synced"))
        mine = first.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nLOCATION:There\r\n", 1)
        assert gateway.ask("PUT", f"{WORK}event-0.ics", mine, if_match=etag).status == 204
        text = (work / "event-0.ics").read_bytes()
        assert b"SUMMARY:Synced" in text and b"LOCATION:There" in text


def test_an_edit_that_nobody_has_seen_is_not_deleted(profile, gateway):
    file = folder(profile) / "event-0.ics"
    etag = gateway.ask("GET", f"{WORK}event-0.ics").etag
    file.write_bytes(file.read_bytes() + b"\r\n")
    assert gateway.ask("DELETE", f"{WORK}event-0.ics", if_match=etag).status == 412
    assert gateway.ask("DELETE", f"{WORK}event-0.ics").status == 412
    assert file.exists()
    gateway.ask("GET", f"{WORK}event-0.ics")
    assert gateway.ask("DELETE", f"{WORK}event-0.ics").status == 204


@pytest.mark.parametrize("how", ["moved", "marker gone"])
def test_a_folder_that_is_not_there_is_no_empty_calendar(own, how):
    profile, gateway = own
    here, _, token = sync(gateway, WORK)
    assert len(here) == 3
    work = folder(profile)
    if how == "moved":
        shutil.move(work, profile.home / "away")
    else:
        (work / ".ksync").unlink()
    body = (
        f"<D:sync-collection {NS}><D:sync-token>{token}</D:sync-token>"
        "<D:sync-level>1</D:sync-level><D:prop/></D:sync-collection>"
    )
    assert report(gateway, WORK, body).status == 503
    assert gateway.ask("PROPFIND", WORK, depth="1").status == 503
    assert gateway.ask("GET", f"{WORK}event-0.ics").status == 503
    assert gateway.ask("PUT", f"{WORK}n.ics", event("n", "N")).status == 503
    # the others are there still
    assert len(propfind(gateway, PEOPLE, "D:getetag", depth="1")) == 3
    assert propfind(gateway, "calendars/", "D:displayname", depth="1")


def test_a_new_collection_is_served_and_one_that_is_left_out_is_not(own):
    profile, gateway = own
    calendar(profile, "Later", 1)
    deadline = time.monotonic() + 60
    while gateway.ask("PROPFIND", "calendars/home.later/", depth="0").status != 207:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    profile.write_config(account='exclude_collections = ["work"]')
    while gateway.ask("PROPFIND", WORK, depth="0").status != 404:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_line_of_a_program_has_no_effect_on_others(gateway):
    """A conditional GET is cheap, HEAD has no body, OPTIONS tells what it is."""
    etag = gateway.ask("GET", f"{WORK}event-0.ics").etag
    assert gateway.ask("GET", f"{WORK}event-0.ics", if_none_match=etag).status == 304
    head = gateway.ask("HEAD", f"{WORK}event-0.ics")
    assert (head.status, head.body, head.etag) == (200, b"", etag)
    told = gateway.ask("OPTIONS", "")
    assert "calendar-access" in told.headers["dav"] and "addressbook" in told.headers["dav"]


def test_an_erased_history_has_no_replaced_texts_either(own):
    profile, gateway = own
    got = gateway.ask("GET", f"{WORK}event-0.ics")
    secret = got.body.replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\nCOMMENT:Sesame\r\n", 1)
    first = gateway.ask("PUT", f"{WORK}event-0.ics", secret, if_match=got.etag)
    assert gateway.ask("PUT", f"{WORK}event-0.ics", got.body, if_match=first.etag).status == 204
    rows = Index(profile.state_file.parent / FILE)
    assert rows.kept(first.etag.strip('"')) == secret
    rows.close()
    erase_replaced(profile.state_file.parent)
    rows = Index(profile.state_file.parent / FILE)
    assert rows.kept(first.etag.strip('"')) is None
    rows.close()
    assert gateway.ask("PROPFIND", WORK, depth="1").status == 207
