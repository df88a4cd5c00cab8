"""What lies in a collection beside ordinary resources: odd names, duplicates, broken files."""

from __future__ import annotations

import os

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, Written, crlf, retitled, uid_of, with_uid
from tests.servers import Account, samples
from tests.servers.oracle import content_type

ODD_NAMES = (
    "me@home", "with%20space", "%C3%BCml%C3%A4ut", "%E6%9D%B1%E4%BA%AC", "a%2Fb", "100%25", "a+b&c",
    "semi;colon=1", "(round)!~'", "%23hash", "UPPER", "upper", "CON", "-dash", "dot.ics",
    "L" + "o" * 190 + "ng", "V" + "e" * 230 + "ry",
)  # fmt: skip
"""Last segments on the server as they stand in a URL, without the suffix."""
USUAL = {"me@home", "with%20space", "UPPER", "-dash", "a+b&c"}
"""What every server of the tests takes."""


def started(account: Account, client: Client, *, book: bool = False) -> Pair:
    """An empty calendar (or address book) of an account that was added, synced once."""
    href = (
        account.make_addressbook("people", title="People")
        if book
        else account.make_calendar("work", ("VEVENT",), title="Work")
    )
    client.add(account)
    return Pair(account, client, href)


def test_odd_names_on_the_server(server, client):
    """Whatever name a server takes: it comes down, is edited on both sides, and goes."""
    pair = started(server, client)
    bodies = iter(samples.events(4 * len(ODD_NAMES), 9))
    taken = []
    for name in ODD_NAMES:
        body = next(body for body in bodies if b"ATTENDEE" not in body)
        path = f"{pair.href}{name}.ics"
        headers = {"Content-Type": content_type(path)}
        if server.client.request("PUT", path, body, headers).status in (200, 201, 204):
            taken.append(name)
            pair.ledger[uid_of(body)] = Written(body, False)
    assert set(taken) >= USUAL
    assert client.sync().counts() == {"downloaded": len(taken)}
    pair.check()
    names = [path.name for path in pair.folder.glob("*.ics")]
    assert len({name.casefold() for name in names}) == len(taken)
    assert all(name.isascii() and len(name) <= 200 and name[0] not in ".-" for name in names)
    hrefs = sorted(pair.server())
    for number, path in enumerate(sorted(pair.folder.glob("*.ics"))):
        pair.edit_local(path, f"Edited here {number}")
    assert client.sync().counts() == {"uploaded": len(taken)}
    assert sorted(pair.server()) == hrefs
    pair.check()
    for href in hrefs[::2]:
        pair.edit_remote(href, "Edited there")
    gone = {uid_of(pair.server()[href]) for href in hrefs[1::2][:4]}
    for uid in gone:
        pair.delete_local(pair.path_of(uid))
    assert client.sync().counts() == {"downloaded": len(hrefs[::2]), "deleted_remote": len(gone)}
    pair.check()
    assert client.sync().counts() == {}


def test_files_that_are_no_resources(server, client):
    """Other programs' files stay where they are; broken ones are told and left alone."""
    pair = started(server, client)
    fine, spoilt, twin, fresh = samples.events(4, 10)
    pair.seed([fine, spoilt])
    client.sync()
    foreign = {
        "x.icsAbC123": fresh,
        "x.ics~": fresh,
        "x.tmp": fresh,
        ".hidden.ics": fresh,
        "x.sync-conflict-20260101-120000-ABCDEF7.ics": fresh,
        "readme.txt": b"for people",
    }
    for name, body in foreign.items():
        (pair.folder / name).write_bytes(body)
    (pair.folder / "archive").mkdir()
    (pair.folder / "archive" / "old.ics").write_bytes(fresh)
    assert client.sync().counts() == {}

    path, whole = pair.path_of(uid_of(spoilt)), pair.files()[pair.path_of(uid_of(spoilt)).name]
    path.write_bytes(whole[: len(whole) // 2])
    wrong = {
        "nonsense.ics": b"\0\xff not a calendar",
        "empty.ics": b"",
        "two.ics": fresh + twin,
        "nouid.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    }
    for name, body in wrong.items():
        (pair.folder / name).write_bytes(body)
    outside = client.home / "outside.ics"
    outside.write_bytes(fresh)
    (pair.folder / "link.ics").symlink_to(outside)
    os.mkfifo(pair.folder / "fifo.ics")
    for _ in range(2):
        done = client.sync(expect=4)
        assert {name for _, name in done.errors} == {*wrong, path.name, "link.ics", "fifo.ics"}
        assert done.counts() == {"failed": len(wrong) + 3}
        assert {uid_of(body) for body in pair.server().values()} == {uid_of(fine), uid_of(spoilt)}
    there = {uid_of(body): body for body in pair.server().values()}
    assert crlf(there[uid_of(spoilt)]) == whole
    for name, body in (foreign | wrong).items():
        assert (pair.folder / name).read_bytes() == body
    # mended and tidied up, everything is well again
    path.write_bytes(whole)
    for name in (*wrong, "link.ics", "fifo.ics"):
        (pair.folder / name).unlink()
    for name in foreign:
        (pair.folder / name).unlink()
    assert client.sync().counts() == {}
    pair.check()


def test_duplicate_uids(server, client):
    """Here: told, and never uploaded. On a server that takes them: both are kept."""
    pair = started(server, client)
    first, second, third = samples.events(3, 13)
    pair.seed([first])
    client.sync()
    copy = retitled(first, "The copy")
    (pair.folder / "copy.ics").write_bytes(copy)
    (pair.folder / "new-1.ics").write_bytes(second)
    (pair.folder / "new-2.ics").write_bytes(retitled(second, "Twin"))
    done = client.sync(expect=4)
    assert done.counts() == {"uploaded": 1, "failed": 2}
    assert sorted(done.errors) == [
        ("resource.duplicate_uid", "copy.ics"),
        ("resource.duplicate_uid", "new-2.ics"),
    ]
    assert len(pair.server()) == 2
    assert client.sync(expect=4).counts() == {"failed": 2}
    assert (pair.folder / "copy.ics").read_bytes() == copy
    assert len(pair.server()) == 2
    (pair.folder / "copy.ics").unlink()
    (pair.folder / "new-2.ics").write_bytes(with_uid(third, "another-uid@example.test"))
    assert client.sync().counts() == {"uploaded": 1}
    if not server.traits.unique_uid:
        _both_are_kept(pair, first)


def _both_are_kept(pair: Pair, first: bytes) -> None:
    twin = retitled(first, "The server's twin")
    pair.account.put(f"{pair.href}twin.ics", twin)
    assert pair.client.sync().counts() == {"downloaded": 1}
    ours = [path for path in pair.folder.glob("*.ics") if uid_of(path.read_bytes()) == uid_of(twin)]
    assert sorted(path.read_bytes() for path in ours) == sorted([first, twin])
    (path,) = (path for path in ours if path.read_bytes() == twin)
    path.write_bytes(retitled(twin, "The twin, edited"))
    assert pair.client.sync().counts() == {"uploaded": 1}
    assert pair.account.get(f"{pair.href}twin.ics").body == path.read_bytes()
    assert pair.client.sync().counts() == {}


PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
CARDS = {
    "3.0": "NICKNAME:Bob,Bobby\r\nPHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB\r\n",
    "4.0": f"NICKNAME:Bob,Bobby\r\nPHOTO:{PICTURE}\r\nKIND:individual\r\nLANG;PREF=1:fr\r\n",
}


def card(version: str, uid: str) -> bytes:
    """A card with what programs like to lose."""
    return (
        f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:{uid}\r\nFN:Bob Example\r\nN:Example;Bob;;;\r\n"
        f"{CARDS[version]}X-UNKNOWN;X-P=1:kept as it is\r\nitem1.URL:https://example.test\r\n"
        "item1.X-ABLabel:Home\r\nEND:VCARD\r\n"
    ).encode()


def test_cards_of_both_versions(server, client):
    """They stay as their writer left them; what a server makes of one is the server's."""
    pair = started(server, client, book=True)
    put = [server.put(f"{pair.href}{v[0]}.vcf", card(v, f"there-{v}")).status for v in CARDS]
    assert set(put) <= {200, 201, 204}
    client.sync()
    for version in CARDS:
        name = f"there-{version}"
        assert pair.path_of(name).read_bytes() == _stored(pair, version, name)
        (pair.folder / f"here-{version}.vcf").write_bytes(card(version, f"here-{version}"))
    assert client.sync().counts() == {"uploaded": 2}
    for version in CARDS:
        # what the server made of the same card when the oracle put it
        expected = _stored(pair, version, f"there-{version}")
        ours = _stored(pair, version, f"here-{version}")
        assert ours == expected.replace(b"there-", b"here-")
    for _ in range(2):
        assert client.sync().counts() == {}
        for version in CARDS:
            here = pair.folder / f"here-{version}.vcf"
            assert here.read_bytes() == card(version, f"here-{version}")
    path = pair.path_of("there-4.0")
    edited = retitled(path.read_bytes(), "Robert Example")
    path.write_bytes(edited)
    assert client.sync().counts() == {"uploaded": 1}
    assert b"Robert Example" in _stored(pair, "4.0", "there-4.0")
    assert client.sync().counts() == {}
    assert path.read_bytes() == edited


def _stored(pair: Pair, version: str, uid: str) -> bytes:
    """The card with this UID as the server gives it in its own version."""
    found = [
        crlf(body)
        for body in pair.account.listing(pair.href, vcard=version).values()
        if uid_of(body) == uid
    ]
    assert len(found) == 1
    return found[0]


def test_what_went_up_and_was_deleted_at_once(server, client):
    """A server need not mention what came and went between two looks: it is found out."""
    pair = started(server, client)
    bodies = [body for body in samples.events(9, 15) if b"ATTENDEE" not in body]
    pair.seed(bodies[:4])
    client.sync()
    for number, body in enumerate(bodies[4:7]):
        pair.create_local(body, f"new {number}")
    assert client.sync().counts() == {"uploaded": 3}
    there = {uid_of(body): href for href, body in pair.server().items()}
    pair.delete_remote(there[uid_of(bodies[5])])
    assert client.sync().counts() == {"deleted_local": 1}
    pair.check()
    assert client.sync().counts() == {}
