"""Collections made, renamed, coloured, deleted and made again, on every server."""

from __future__ import annotations

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, read_server, uid_of
from tests.servers import samples

PLAIN = [body for body in samples.events(20, 3) if b"ATTENDEE" not in body][:8]


def path_of(row: dict[str, str]) -> str:
    """A collection's path on its server."""
    return "/" + row["href"].split("/", 3)[3]


def made(client: Client, *words: str, name: str = "Büro & Co") -> dict[str, str]:
    done = client.run("collection", "create", "acc", name, *words)
    assert done.data["shown"], done.data
    return done.data["collection"]


def test_a_calendar_from_its_making_to_its_end(server, client, other_client):
    client.add(server)
    other_client.add(server)
    row = made(client, "--for", "events", "--color", "#FF8800")
    assert (row["id"], row["display_name"], row["color"]) == ("acc/buro-co", "Büro & Co", "#ff8800")
    assert row["components"] == ["VEVENT"]
    # the folder comes with the next sync, and what is put there goes up
    assert client.sync().counts() == {}
    pair = Pair(server, client, path_of(row))
    for number, body in enumerate(PLAIN):
        pair.create_local(body, f"event-{number}")
    assert client.sync().counts() == {"uploaded": len(PLAIN)}
    pair.check()
    # another computer sees it as it was made, and as it is called later
    other_client.run("collection", "refresh")
    assert other_client.row(pair.href)["display_name"] == "Büro & Co"
    client.run("collection", "rename", pair.id, "Zu Hause")
    client.run("collection", "recolor", pair.id, "#00AA11")
    assert client.sync().counts() == {}
    assert (pair.folder / "displayname").read_text() == "Zu Hause"
    assert (pair.folder / "color").read_text() == "#00aa11"
    other_client.run("collection", "refresh")
    other_client._rows = {}
    seen = other_client.row(pair.href)
    assert (seen["display_name"], seen["color"]) == ("Zu Hause", "#00aa11")
    # its end: both sides are empty, and the history has all of it
    there, here = pair.server(), pair.files()
    done = client.run("collection", "delete", pair.id, "--yes")
    assert (done.data["kept"], done.data["left"]) == (len(PLAIN), [])
    assert not pair.folder.exists()
    assert pair.href not in {found.href for found in server.collections()}
    kept = {client.version(v["id"]) for v in client.versions(pair.id)}
    assert kept >= {*here.values(), *there.values()}
    assert pair.id not in client.listed()
    assert client.sync().counts() == {}
    assert client.run("status").data["accounts"][0]["problems"] == []


def test_an_address_book(server, client):
    client.add(server)
    row = made(client, "--address-book", name="Freunde")
    assert row["kind"] == "addressbook"
    assert client.sync().counts() == {}
    pair = Pair(server, client, path_of(row))
    body = samples.contacts(1, 4)[0]
    pair.create_local(body, "card")
    assert client.sync().counts() == {"uploaded": 1}
    pair.check()
    client.run("collection", "rename", pair.id, "Familie")
    assert client.listed()[pair.id]["display_name"] == "Familie"
    client.run("collection", "delete", pair.id, "--yes")
    assert pair.href not in {found.href for found in server.collections()}
    assert client.sync().counts() == {}


@pytest.mark.parametrize("server", ["radicale", "cyrus"], indirect=True)
def test_a_deleted_calendar_is_made_again(server, client):
    client.add(server)
    row = made(client, "--for", "events", "--color", "#123456")
    client.sync()
    pair = Pair(server, client, path_of(row))
    guests = next(b for b in samples.events(40, 3) if b"ATTENDEE" in b and b"ORGANIZER" in b)
    bodies = {uid_of(body): body for body in [*PLAIN, guests]}
    for number, body in enumerate(bodies.values()):
        pair.create_local(body, f"event-{number}")
    client.sync()
    files = pair.files()
    client.run("collection", "delete", pair.id, "--yes")
    client.run("history", "restore", client.versions(pair.id)[0]["id"], expect=4)
    again = client.run("collection", "restore", pair.id)
    assert (again.data["items"], again.data["guests"]) == (len(files), 1)
    row = again.data["collection"]
    assert (row["display_name"], row["color"]) == ("Büro & Co", "#123456")
    assert row["href"] != pair.href
    # what has guests waits: the server would write to them
    done = client.sync(expect=5)
    assert done.counts() == {"uploaded": len(PLAIN), "held": 1}
    fresh = Pair(server, client, path_of(row))
    assert {uid_of(body): body for body in fresh.files().values()} == bodies
    there = {uid_of(body) for body in read_server(server, fresh.href).values()}
    assert there == {uid_of(body) for body in PLAIN}
    # it is no longer deleted, and a collection that lives is not made again
    client.run("collection", "restore", row["id"], expect=2)


@pytest.mark.parametrize("server", ["radicale", "sabre"], indirect=True)
def test_unsynced_changes_and_what_others_wrote_meanwhile(server, client):
    client.add(server)
    row = made(client)
    client.sync()
    pair = Pair(server, client, path_of(row))
    for number, body in enumerate(PLAIN[:3]):
        pair.create_local(body, f"event-{number}")
    client.sync()
    first, second, _ = sorted(pair.server())
    pair.edit_remote(first, "Changed there, and nobody synced")
    pair.create_remote(PLAIN[3], "from-another-client")
    here = pair.path_of(uid_of(pair.server()[second]))
    pair.edit_local(here, "Changed here, and nobody synced")
    (pair.folder / "note.txt").write_text("not kSync's")
    there, files = pair.server(), pair.files()
    refused = client.run("collection", "delete", pair.id, expect=2)  # nobody says yes
    assert refused.problem["reference"] == "usage.answer_needed"
    assert pair.server() == there
    assert pair.files() == files
    done = client.run("collection", "delete", pair.id, "--yes")
    assert done.data["kept"] == 4
    assert done.data["left"] == [str(pair.folder / "note.txt")]
    kept = {client.version(v["id"]) for v in client.versions(pair.id)}
    assert kept >= {*there.values(), *files.values()}
    again = client.run("collection", "restore", pair.id)
    assert again.data["items"] == 4
    back = set(Pair(server, client, path_of(again.data["collection"])).files().values())
    assert {files[here.name], there[first]} <= back


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        (("create", "acc", "\n"), "usage.invalid"),
        (("create", "acc", "x", "--color", "red"), "usage.invalid"),
        (("create", "acc", "x", "--address-book", "--for", "events"), "usage.invalid"),
        (("create", "nobody", "x"), "account.unknown"),
        (("rename", "acc/nothing", "x"), "collection.unknown"),
        (("delete", "acc/nothing", "--yes"), "collection.unknown"),
        (("restore", "acc/nothing"), "collection.unknown"),
    ],
)
def test_what_cannot_be_asked_for(radicale, client, words, reference):
    client.add(radicale)
    before = radicale.collections()
    done = client.run("collection", *words, expect=2)
    assert done.problem["reference"] == reference
    assert radicale.collections() == before


def test_a_server_that_refuses_is_told(sabre, client):
    """SabreDAV has no colour for address books: nothing changes, and it says so."""
    client.add(sabre)
    row = made(client, "--address-book")
    done = client.run("collection", "recolor", row["id"], "#ff0000", expect=4)
    assert done.problem["reference"] == "collection.refused"
    assert client.listed()[row["id"]]["color"] is None
    with client.state() as database:
        ops = database.execute("SELECT what, color FROM operation WHERE color IS NOT NULL")
        assert ops.fetchall() == []
