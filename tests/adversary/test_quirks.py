"""The table of servers: each quirk at the wire, and a client that lives with it.

A row is (profile, what it does, a function that shows it with plain requests). Every
profile is then lived with: two clients and another program edit, create, move and delete
on all sides, nothing is lost (``tests.properties.realm`` looks at every write), and all
converge.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync_engine.core.identifiers import ResourceId
from tests.adversary.asking import HOME, ask, gone, hrefs, multiget, propfind, rows, sync, token
from tests.adversary.handler import ADDRESSBOOK, LOGIN, Adversary
from tests.adversary.quirks import PROFILES, Quirks
from tests.cycle.twin import event
from tests.properties.http_world import HttpWorld
from tests.properties.realm import plain
from tests.properties.rules.ending import Ending

Show = Callable[[Adversary], None]
TABLE: list[tuple[str, str, Show]] = []
CARD4 = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:c\r\nFN:C\r\nN:C;;;;\r\nKIND:individual\r\nEND:VCARD\r\n"
)


def shows(profile: str, what: str) -> Callable[[Show], Show]:
    def enter(show: Show) -> Show:
        TABLE.append((profile, what, show))
        return show

    return enter


def filled(server: Adversary, count: int = 3, name: str = "work") -> str:
    """A calendar with events; its path."""
    calendar = server.add(name)
    for number in range(count):
        calendar.put(f"{number}.ics", event(f"u{number}"))
    return calendar.path


# Infomaniak


@shows("infomaniak", "an e-mail address as a login is refused")
def _(server):
    assert ask(server, "PROPFIND", "/", authorization="Basic YUBiLmNoOng=").status == 401


@shows("infomaniak", ".well-known leads to the root, which tells no calendar-access")
def _(server):
    assert ask(server, "PROPFIND", "/.well-known/caldav").header("Location") == "/"
    assert "calendar-access" not in (ask(server, "OPTIONS", "/").header("DAV") or "")
    found = propfind(server, "/", "{DAV:}current-user-principal", depth="0")
    assert f"/principals/users/{LOGIN}/".encode() in found.body


@shows("infomaniak", "of a removed member the 404 stands before the href, and a 418 after it")
def _(server):
    path = filled(server)
    before = token(sync(server, path))
    server.collections[path].drop("1.ics")
    ((_, row),) = rows(sync(server, path, before))
    assert [child.tag for child in row] == [f"{{DAV:}}{n}" for n in ("status", "href", "propstat")]
    assert "404" in (row[0].text or "") and "418" in (row[2].findtext("{DAV:}status") or "")


@shows("infomaniak", "a REPORT on what is no calendar is an empty 207")
def _(server):
    assert rows(sync(server, HOME)) == []
    assert rows(sync(server, f"{HOME}nowhere/")) == []


@shows("infomaniak", "a query gives everything, whatever its filter")
def _(server):
    path = filled(server)
    body = b'<c:calendar-query xmlns:c="urn:ietf:params:xml:ns:caldav" xmlns:d="DAV:"><d:prop>'
    body += b'<d:getetag/></d:prop><c:filter><c:comp-filter name="VTODO"/></c:filter>'
    assert len(hrefs(ask(server, "REPORT", path, body + b"</c:calendar-query>"))) == 3


@shows("infomaniak", "a new calendar is there after 8 seconds; a PUT before that is 404")
def _(server):
    path = f"{HOME}new/"
    assert ask(server, "MKCALENDAR", path).status == 201
    assert ask(server, "PUT", f"{path}a.ics", event("a")).status == 404
    assert "new" not in hrefs(propfind(server, HOME, "{DAV:}resourcetype"))
    server.clock.jump(8)
    assert "new" in hrefs(propfind(server, HOME, "{DAV:}resourcetype"))
    assert ask(server, "PUT", f"{path}a.ics", event("a")).status == 201


@shows("infomaniak", "a deleted collection is listed for 20 seconds more")
def _(server):
    path = filled(server)
    assert ask(server, "DELETE", path).status == 204
    assert "work" in hrefs(propfind(server, HOME, "{DAV:}resourcetype"))
    server.clock.jump(20)
    assert "work" not in hrefs(propfind(server, HOME, "{DAV:}resourcetype"))


@shows("infomaniak", "changed properties read stale for 10 seconds, and a colour loses its alpha")
def _(server):
    path = filled(server)
    body = (
        b'<d:propertyupdate xmlns:d="DAV:" xmlns:x="http://apple.com/ns/ical/"><d:set><d:prop>'
        b"<d:displayname>Other</d:displayname><x:calendar-color>#FF0000FF</x:calendar-color>"
        b"</d:prop></d:set></d:propertyupdate>"
    )
    assert ask(server, "PROPPATCH", path, body).status == 207
    asked = ("{DAV:}displayname", "{http://apple.com/ns/ical/}calendar-color")
    assert b">work<" in propfind(server, path, *asked, depth="0").body
    server.clock.jump(10)
    found = propfind(server, path, *asked, depth="0").body
    assert b">Other<" in found and b">#ff0000<" in found


@shows("infomaniak", "a second resource with the same UID is taken; VJOURNAL is not")
def _(server):
    path = filled(server)
    assert ask(server, "PUT", f"{path}b.ics", event("u0")).status == 201
    journal = event("j").replace(b"VEVENT", b"VJOURNAL")
    assert ask(server, "PUT", f"{path}j.ics", journal).status == 403


@shows("infomaniak", "DAV:limit is ignored")
def _(server):
    assert len(hrefs(sync(server, filled(server), limit=1))) == 3


@shows("infomaniak", "vCards come as 3.0 unless 4.0 is asked for, and lose data")
def _(server):
    book = server.add("cards", ADDRESSBOOK)
    book.put("c.vcf", CARD4)
    path = f"{book.path}c.vcf"
    assert b"KIND" not in ask(server, "GET", path).body
    assert ask(server, "GET", path, accept="text/vcard; version=4.0").body == CARD4


@shows("infomaniak", "a PUT that was repaired is answered without an ETag")
def _(server):
    path = filled(server)
    assert ask(server, "PUT", f"{path}a.ics", event("a")).header("ETag")
    bare = event("b").replace(b"PRODID:-//test//EN\r\n", b"")
    assert ask(server, "PUT", f"{path}b.ics", bare).header("ETag") is None


@shows("infomaniak", "the directory of the organisation is read-only")
def _(server):
    book = server.add("directory", ADDRESSBOOK, read_only=True)
    found = propfind(server, book.path, "{DAV:}current-user-privilege-set", depth="0").body
    assert b"<d:read/>" in found and b"write" not in found
    assert ask(server, "PUT", f"{book.path}c.vcf", CARD4).status == 403


@shows("infomaniak", "there are no home sets before the calendar was opened once")
def _(server):
    server.accounts[LOGIN].initialised = False
    asked = "{urn:ietf:params:xml:ns:caldav}calendar-home-set"
    principal = propfind(server, f"/principals/users/{LOGIN}/", asked, depth="0")
    assert b"404 Not Found" in principal.body and b"/calendars/" not in principal.body


# the family


@shows("sabre", "a token from the future is answered well, with nothing")
def _(server):
    path = filled(server)
    reply = sync(server, path, "http://sabre.io/ns/sync/99")
    assert hrefs(reply) == [] and token(reply).endswith("/4")


@shows("sabre", "a collection made again takes an old token, and tells nothing")
def _(server):
    path = filled(server)
    old = token(sync(server, path))
    server.collections[path].made_again()
    server.collections[path].put("new.ics", event("new"))
    assert hrefs(sync(server, path, old)) == []


@shows("sabre", "an unknown token is refused by its element")
def _(server):
    reply = sync(server, filled(server), "urn:unknown")
    assert reply.status == 403 and b"<d:valid-sync-token/>" in reply.body


@shows("sabre", "missing hrefs are left out of a multiget")
def _(server):
    path = filled(server)
    assert hrefs(multiget(server, path, f"{path}0.ics", f"{path}nothing.ics")) == ["0.ics"]


@shows("sabre", "DELETE with If-Match of what is gone is 412, else 404")
def _(server):
    path = filled(server)
    assert ask(server, "DELETE", f"{path}x.ics", if_match='"1"').status == 412
    assert ask(server, "DELETE", f"{path}x.ics").status == 404


@shows("sabre", "equal texts have equal ETags, also after a deletion")
def _(server):
    path = filled(server)
    first = ask(server, "GET", f"{path}0.ics").header("ETag")
    ask(server, "DELETE", f"{path}0.ics")
    ask(server, "PUT", f"{path}0.ics", event("u0"))
    assert ask(server, "GET", f"{path}0.ics").header("ETag") == first


@shows("sabre", "chunked and compressed bodies are refused")
def _(server):
    path = f"{filled(server)}a.ics"
    assert ask(server, "PUT", path, event("a"), transfer_encoding="chunked").status == 501
    assert ask(server, "PUT", path, event("a"), content_encoding="gzip").status == 415


@shows("sabre-1.8", "one missing href makes the whole multiget a 404, and there are no tokens")
def _(server):
    path = filled(server)
    assert multiget(server, path, f"{path}0.ics", f"{path}x.ics").status == 404
    assert sync(server, path).status == 403


@shows("nextcloud", "DAV:limit cuts without a word, and the token skips the rest")
def _(server):
    reply = sync(server, filled(server), limit=1)
    assert len(hrefs(reply)) == 1 and b"507" not in reply.body
    assert hrefs(sync(server, f"{HOME}work/", token(reply))) == []


@shows("nextcloud", "429 on many new calendars")
def _(server):
    statuses = [ask(server, "MKCALENDAR", f"{HOME}{n}/").status for n in range(3)]
    assert statuses == [201, 201, 429]


# others


@shows("radicale", "an ETag though something else was stored, and a duplicate UID is 409")
def _(server):
    path = filled(server)
    reply = ask(server, "PUT", f"{path}a.ics", event("a"))
    assert reply.header("ETag") == ask(server, "GET", f"{path}a.ics").header("ETag")
    assert ask(server, "GET", f"{path}a.ics").body != event("a")
    assert ask(server, "PUT", f"{path}b.ics", event("a")).status == 409


@shows("radicale", "a first report lists removed members, and If-Match: * never matches")
def _(server):
    path = filled(server)
    server.collections[path].drop("1.ics")
    assert gone(sync(server, path)) == ["1.ics"]
    assert ask(server, "PUT", f"{path}0.ics", event("u0", "b"), if_match="*").status == 412


@shows("posteo", "If-Match: * is ignored")
def _(server):
    path = filled(server)
    assert ask(server, "PUT", f"{path}new.ics", event("new"), if_match="*").status == 201


@shows("xandikos", "a refused token is a bare 412, a PUT is answered with a multistatus")
def _(server):
    path = filled(server)
    reply = sync(server, path, "urn:unknown")
    assert reply.status == 412 and b"valid-sync-token" not in reply.body
    assert ask(server, "PUT", f"{path}a.ics", event("a")).status == 207


@shows("xandikos", "no data in a report, and no word of what came and went in between")
def _(server):
    path = filled(server)
    before = sync(server, path)
    assert b"BEGIN:VCALENDAR" not in before.body
    server.collections[path].put("short.ics", event("short"))
    server.collections[path].drop("short.ics")
    assert hrefs(sync(server, path, token(before))) == []


@shows("cyrus", "a UID is unique over all calendars")
def _(server):
    filled(server)
    other = server.add("home").path
    reply = ask(server, "PUT", f"{other}a.ics", event("u0"))
    assert reply.status == 403 and b"no-uid-conflict" in reply.body


@shows("cyrus", "long reports come in pages, each but the last with a 507 row")
def _(server):
    path = filled(server, 7)
    seen, at, pages = [], "", 0
    while True:
        reply = sync(server, path, at)
        seen += [href for href in hrefs(reply) if href.endswith(".ics")]
        at, pages = token(reply), pages + 1
        if b"507" not in reply.body:
            break
    assert len(set(seen)) == 7 and pages == 3


@shows("cyrus", "so do the rows since a token")
def _(server):
    path = filled(server, 7)
    at, seen = f"http://sabre.io/ns/sync/{server.collections[path].token}", []
    for number in range(5):
        server.collections[path].drop(f"{number}.ics")
    for _ in range(2):
        reply = sync(server, path, at)
        at = token(reply)
        seen += gone(reply)
    assert seen == [f"{number}.ics" for number in range(5)]


@shows("davical", "a dead token is answered with a full list; .in and .out are typed as calendars")
def _(server):
    assert len(hrefs(sync(server, filled(server), "urn:unknown"))) == 3
    assert {".in", ".out"} <= set(hrefs(propfind(server, HOME, "{DAV:}resourcetype")))


@shows("sogo", "If-None-Match is ignored, and so is If-Match on DELETE")
def _(server):
    path = filled(server)
    reply = ask(server, "PUT", f"{path}0.ics", event("u0", "other"), if_none_match="*")
    assert reply.status == 200
    assert ask(server, "DELETE", f"{path}0.ics", if_match='"stale"').status == 204


@shows("sogo", "a gone href is made anew by If-Match, and ETags come again")
def _(server):
    path = filled(server)
    tag = ask(server, "GET", f"{path}0.ics").header("ETag")
    ask(server, "DELETE", f"{path}0.ics")
    assert ask(server, "PUT", f"{path}0.ics", event("u0", "b"), if_match=tag).status == 201
    assert ask(server, "GET", f"{path}0.ics").header("ETag") == tag


@shows("sogo", "a dead token is answered with nothing, and the hint moves in steps of a second")
def _(server):
    path = filled(server)
    assert hrefs(sync(server, path, "urn:unknown")) == []
    one = propfind(server, path, "{DAV:}sync-token", depth="0").body
    server.clock.jump(1)
    assert one != propfind(server, path, "{DAV:}sync-token", depth="0").body


@shows("zimbra", "a member is listed twice, a PUT is sent elsewhere")
def _(server):
    path = filled(server, 1)
    assert hrefs(sync(server, path)) == ["0.ics", "0.ics"]
    reply = ask(server, "PUT", f"{path}a.ics", event("a"))
    assert reply.status == 301 and reply.header("Location")


@shows("zimbra", "a new display name is a new URL")
def _(server):
    path = filled(server)
    body = b'<d:propertyupdate xmlns:d="DAV:"><d:set><d:prop><d:displayname>New</d:displayname>'
    ask(server, "PROPPATCH", path, body + b"</d:prop></d:set></d:propertyupdate>")
    listed = hrefs(propfind(server, HOME, "{DAV:}resourcetype"))
    assert "New" in listed and "work" not in listed


@shows("gmx", "the ETag of a PUT is weak, that of a GET strong")
def _(server):
    path = f"{filled(server)}a.ics"
    server.clock.jump(2)
    assert (ask(server, "PUT", path, event("a")).header("ETag") or "").startswith("W/")
    server.clock.jump(2)
    assert (ask(server, "GET", path).header("ETag") or "").startswith('"')


@shows("gmx", "one request in two seconds")
def _(server):
    path = filled(server)
    ask(server, "GET", f"{path}0.ics")
    reply = ask(server, "GET", f"{path}0.ics")
    assert reply.status == 429 and reply.header("Retry-After") == "2"


@shows("google", "no MKCALENDAR, and 403 usageLimits means 429")
def _(server):
    server.quirks = Quirks(no_mkcalendar=True, quota_words=True, seconds_between=1.0)
    server.clock.jump(5)
    assert ask(server, "MKCALENDAR", f"{HOME}new/").status == 405
    reply = ask(server, "GET", "/")
    assert reply.status == 403 and b"usageLimits" in reply.body


@shows("icloud", "hrefs are on another host, and the collection is among its members")
def _(server):
    reply = sync(server, filled(server))
    first = rows(reply)[0][0]
    assert first == f"https://p07-caldav.adversary.example{HOME}work/"


@shows("stalwart", "one href is both removed and changed; a first report is cut in silence")
def _(server):
    path = filled(server, 6)
    reply = sync(server, path)
    assert len(hrefs(reply)) == 4 and b"507" not in reply.body
    server.collections[path].put("0.ics", event("u0", "b"))
    reply = sync(server, path, token(reply))
    assert hrefs(reply) == ["0.ics", "0.ics"] and gone(reply) == ["0.ics"]


@shows("stalwart", "@ and %40 are two resources")
def _(server):
    path = filled(server)
    ask(server, "PUT", f"{path}a@b.ics", event("a"))
    ask(server, "PUT", f"{path}a%40b.ics", event("b"))
    assert {"a@b.ics", "a%40b.ics"} <= set(hrefs(propfind(server, path, "{DAV:}getetag")))


@shows("no-etags", "no ETag anywhere")
def _(server):
    path = filled(server)
    assert b"<d:getetag>" not in sync(server, path).body
    assert ask(server, "GET", f"{path}0.ics").header("ETag") is None


@shows("hrefs", "other percent-escapes than the client's")
def _(server):
    path = filled(server)
    server.collections[path].put("a-b.ics", event("a"))
    assert "a%2db.ics" in hrefs(sync(server, path))


@shows("relative-hrefs", "hrefs without a path")
def _(server):
    assert rows(sync(server, filled(server)))[0][0] == "0.ics"


@shows("no-multiget", "neither multiget nor data in reports")
def _(server):
    path = filled(server)
    assert multiget(server, path, f"{path}0.ics").status == 405
    assert b"BEGIN:VCALENDAR" not in sync(server, path).body


@shows("odd-types", "content types of all sorts, and a 207 without an octet")
def _(server):
    path = filled(server)
    assert ask(server, "GET", f"{path}0.ics").header("Content-Type") == "text/directory"
    assert sync(server, f"{HOME}nowhere/").body == b""


@shows("no-move", "no MOVE")
def _(server):
    path, other = filled(server), server.add("home").path
    reply = ask(server, "MOVE", f"{path}0.ics", destination=f"{other}0.ics", overwrite="F")
    assert reply.status == 501


@shows("copying-move", "a MOVE that copies")
def _(server):
    path, other = filled(server), server.add("home").path
    assert ask(server, "MOVE", f"{path}0.ics", destination=f"{other}0.ics").status == 201
    assert "0.ics" in server.collections[path].resources
    assert "0.ics" in server.collections[other].resources


@shows("losing-move", "a MOVE that loses the resource")
def _(server):
    path, other = filled(server), server.add("home").path
    assert ask(server, "MOVE", f"{path}0.ics", destination=f"{other}0.ics").status == 201
    assert not server.collections[other].resources


@pytest.mark.parametrize(
    ("profile", "show"),
    [(profile, show) for profile, _, show in TABLE],
    ids=[f"{profile}: {what}" for profile, what, _ in TABLE],
)
def test_at_the_wire(profile, show):
    show(Adversary(PROFILES[profile]))


def test_every_profile_has_a_row():
    assert {profile for profile, _, _ in TABLE} == set(PROFILES)


# A client lives with it


class Life(Ending):
    """Two clients with folders, and another program; see ``tests/properties``."""

    def __init__(self, profile: str) -> None:
        super().__init__()
        self.world = HttpWorld(PROFILES[profile])
        self.work, self.home = (self.world.add_collection(name) for name in ("work", "home"))
        self.populate(2, strict=False, filled=4)

    def here(self, name: str, body: bytes | None) -> None:
        self._do(self.world.people[0].folder("work"), ResourceId(name), body)

    def there(self, name: str, body: bytes | None) -> None:
        self._do(self.work, self.world.href(self.work, name), body)

    def _do(self, place, name, body) -> None:
        if body is None:
            self.world.remove(place, name)
        else:
            self.world.write(place, name, body)

    def happens(self) -> None:
        """Everything that there is, on all sides."""
        one, two = self.world.people
        names = sorted(one.folder("work").bodies())
        self.here(names[0], event("u0", "mine"))
        self.there("p1.ics", event("u1", "theirs"))
        self.here("new.ics", event("new-here"))
        self.there("new.ics", event("new-there"))
        self.world.sync(one)
        self.world.sync(two)
        self.here(names[0], event("u0", "mine again"))
        self.there("p0.ics", event("u0", "theirs meanwhile"))
        self.here(names[2], None)
        self.there("p1.ics", None)
        moved = one.folder("work").bodies()[ResourceId("new.ics")]
        self.here("new.ics", None)
        self.world.write(one.folder("home"), ResourceId("moved.ics"), moved)
        for person in (one, two, one):
            self.world.sync(person)


def live(profile: str) -> Life:
    life = Life(profile)
    life.happens()
    return life


UNHEALED = {
    "stalwart": "a first report that is cut in silence hides the rest from every client",
}
"""Where no client can see everything: nothing is lost, but the sides stay apart."""


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_a_client_lives_with(profile):
    """``Realm`` looks at every write for what it takes away."""
    life = live(profile)
    try:
        if profile in UNHEALED:
            before = set(life.world.texts())
            for person in life.world.people:
                life.world.sync(person, full=True)
            assert before == set(life.world.texts())
        else:
            life.end()
        assert plain(event("new-there")) in map(plain, life.world.texts())
    finally:
        life.world.close()


CARDS = {
    "3.vcf": CARD4.replace(b"4.0", b"3.0").replace(b"KIND:individual\r\n", b""),
    "4.vcf": CARD4.replace(b"UID:c", b"UID:d"),
}


def noted(card: bytes) -> bytes:
    return card.replace(b"N:C;;;;\r\n", b"N:C;;;;\r\nNOTE:mine\r\n")


def called(card: bytes) -> bytes:
    return card.replace(b"END:VCARD", b"TEL:+41 22 000 00 00\r\nEND:VCARD")


@pytest.mark.parametrize("profile", ["infomaniak", "no-multiget"])
def test_cards_of_both_versions_live_with_a_server_that_converts(profile):
    """What is here is what is stored there, not what a conversion makes of it."""
    world = HttpWorld(PROFILES[profile])
    try:
        book = world.add_collection("cards", kind=ADDRESSBOOK)
        for name, body in CARDS.items():
            world.write(book, world.href(book, name), body)
        one, two = world.add_person(), world.add_person()
        for person in (one, two, one, two):
            world.sync(person)
        folder = one.folder("cards")
        assert sorted(folder.bodies().values()) == sorted(CARDS.values())
        for name, body in list(folder.bodies().items()):
            world.write(folder, name, noted(body))
        href = world.href(book, "4.vcf")
        world.write(book, href, called(CARDS["4.vcf"]))
        for _ in range(2):
            for person in (one, two):
                world.sync(person, full=True)
        wanted = sorted([noted(CARDS["3.vcf"]), noted(called(CARDS["4.vcf"]))])
        for place in (book, folder, two.folder("cards")):
            found = place.bodies().values()
            assert sorted(sorted(card.splitlines()) for card in found) == sorted(
                sorted(card.splitlines()) for card in wanted
            )
    finally:
        world.close()
