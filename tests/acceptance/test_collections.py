"""What happens to whole collections: a dead token, one made again, a folder that is gone."""

from __future__ import annotations

import shutil

import pytest

from sync_engine.core.content.equality import same_but_for_server
from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, uid_of
from tests.servers import Account, samples

SIZE = 18


def paired(account: Account, client: Client, *, url: str | None = None, guests: bool = True) -> Pair:
    """A calendar of ``SIZE`` events, synced once.

    :param guests: two of the events have guests.
    """
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account, url=url)
    pair = Pair(account, client, href)
    bodies = samples.events(2 * SIZE, 5)
    pair.seed([b for b in bodies if guests or b"ATTENDEE" not in b][:SIZE])
    assert client.sync().counts() == {"downloaded": SIZE}
    pair.check()
    return pair


def settled(pair: Pair) -> None:
    """Both sides are as the ledger says, and there is nothing left to do."""
    pair.check()
    assert pair.client.sync("--dry-run").counts() == {}
    assert pair.client.sync().counts() == {}
    pair.check()


@pytest.mark.parametrize("token", ["", "another", "opaque:but-never-given"])
def test_a_dead_token(server, client, token):
    """Both sides changed, and the server does not know the last state any more."""
    pair = paired(server, client)
    hrefs = sorted(pair.server())
    pair.delete_remote(hrefs[0])
    pair.edit_remote(hrefs[1], "Changed there")
    pair.create_remote(samples.events(1, 6)[0], "fresh")
    pair.edit_local(pair.path_of(uid_of(pair.server()[hrefs[2]])), "Changed here")
    with client.state() as database:
        database.execute(
            "UPDATE collection SET token = CASE WHEN token IS NULL OR ? = '' THEN NULL "
            "WHEN ? = 'another' THEN replace(replace(token, '1', '7'), 'a', 'f') ELSE ? END",
            (token, token, token),
        )
    done = client.sync()
    assert done.counts() == {"downloaded": 2, "uploaded": 1, "deleted_local": 1}
    settled(pair)


def test_the_server_forgot_its_tokens(radicale, client):
    """The server's own means: Radicale loses its tokens with its cache."""
    pair = paired(radicale, client)
    folder = radicale.server.folder / "collections" / "collection-root" / radicale.username
    caches = list(folder.glob("**/.Radicale.cache/sync-token"))
    assert caches
    pair.delete_remote(sorted(pair.server())[0])
    for cache in caches:
        shutil.rmtree(cache)
    assert client.sync().counts() == {"deleted_local": 1}
    settled(pair)


def made_again(account: Account, client: Client, *, guests: bool) -> tuple[Pair, dict[str, bytes]]:
    """The calendar was deleted and made again at its URL; the sync after it held.

    Returns what was in the folder.
    """
    pair = paired(account, client, guests=guests)
    files = pair.files()
    account.delete(pair.href)
    assert account.make_calendar("work", ("VEVENT",), title="Work") == pair.href
    done = client.sync(expect=5)
    assert done.counts() == {"held": SIZE}
    assert done.collections[pair.id]["outcome"] == "held"
    assert pair.files() == files
    (hold,) = client.holds()
    assert hold["collection"] == pair.id
    assert hold["kind"] == "mass-deletion-local"
    assert hold["size"] == SIZE
    # it stays so until somebody decides
    assert client.sync(expect=5).counts() == {"held": SIZE}
    assert [again["id"] for again in client.holds()] == [hold["id"]]
    assert pair.files() == files
    return pair, files


def test_a_collection_made_again_and_approved(server, client):
    pair, files = made_again(server, client, guests=True)
    (hold,) = client.holds()
    client.run("hold", "approve", hold["id"])
    assert client.sync().counts() == {"deleted_local": SIZE}
    assert pair.files() == {}
    assert client.holds() == []
    versions = client.versions(pair.id)
    assert {v["file"] for v in versions if v["reason"] == "deleted"} == set(files)
    one = versions[0]
    assert client.version(one["id"]) == files[one["file"]]
    client.run("history", "restore", one["id"])
    body = files[one["file"]]
    assert {uid_of(b) for b in pair.files().values()} == {uid_of(body)}
    pair.ledger.clear()
    if b"ATTENDEE" not in body:
        assert client.sync().counts() == {"uploaded": 1}
        assert [uid_of(b) for b in pair.server().values()] == [uid_of(body)]


def test_a_collection_made_again_and_rejected(server, client):
    pair, files = made_again(server, client, guests=False)
    (hold,) = client.holds()
    client.run("hold", "reject", hold["id"])
    assert client.sync().counts()["uploaded"] == SIZE
    assert pair.files() == files
    assert client.holds() == []
    settled(pair)


def test_rejected_with_guests_waits_once_more(server, client):
    """Going up again may send invitations again: those wait for another word."""
    pair, files = made_again(server, client, guests=True)
    guests = sum(b"ATTENDEE" in body for body in files.values())
    assert guests
    (hold,) = client.holds()
    client.run("hold", "reject", hold["id"])
    done = client.sync(expect=5)
    assert done.counts()["uploaded"] == SIZE - guests
    assert done.counts()["held"] == guests
    assert pair.files() == files
    (second,) = client.holds()
    assert second["kind"] == "recreation-with-attendees"
    client.run("hold", "approve", second["id"])
    assert client.sync().counts()["uploaded"] == guests
    assert client.holds() == []
    settled(pair)


def test_a_folder_that_is_gone_deletes_nothing(server, client):
    pair = paired(server, client)
    before = pair.server()
    aside = client.home / "aside"
    pair.folder.rename(aside)
    done = client.sync(expect=4)
    assert done.collections[pair.id]["outcome"] == "failed"
    assert pair.server() == before
    # an empty folder in its place is not it: an unmounted disk looks like this
    pair.folder.mkdir()
    assert client.sync(expect=4).collections[pair.id]["outcome"] == "failed"
    assert pair.server() == before
    assert list(pair.folder.iterdir()) == []
    pair.folder.rmdir()
    aside.rename(pair.folder)
    assert client.sync().counts() == {}
    settled(pair)


def test_deleting_most_of_a_folder_waits(server, client):
    """The brake in the other direction; a rejection brings the files back."""
    pair = paired(server, client)
    files = pair.files()
    before = pair.server()
    for name in sorted(files)[:11]:
        (pair.folder / name).unlink()
    assert client.sync(expect=5).counts() == {"held": 11}
    assert pair.server() == before
    (hold,) = client.holds()
    client.run("hold", "reject", hold["id"])
    assert client.sync().counts() == {"downloaded": 11}
    assert {uid_of(b) for b in pair.files().values()} == pair.ledger.keys()
    assert all(
        any(same_but_for_server(body, again) for again in pair.files().values())
        for body in files.values()
    )
    settled(pair)
