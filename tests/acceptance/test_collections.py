"""What happens to whole collections: a dead token, one made again, a folder that is gone."""

from __future__ import annotations

import shutil

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, uid_of
from tests.servers import Account, samples

SIZE = 18
DEAD_TOKENS = {
    "NULL": "it was lost",
    "replace(replace(token, '1', '7'), 'a', 'f')": "it looks like one, and was never given",
    "'opaque:but-of-somebody-else'": "it looks like none of this server",
}


def paired(account: Account, client: Client, *, guests: bool) -> Pair:
    """A calendar of ``SIZE`` events, synced once.

    :param guests: two of the events have guests.
    """
    href = account.make_calendar("work", ("VEVENT",), title="Work")
    client.add(account)
    pair = Pair(account, client, href)
    bodies = samples.events(2 * SIZE, 5)
    pair.seed([b for b in bodies if guests or b"ATTENDEE" not in b][:SIZE])
    assert client.sync().counts() == {"downloaded": SIZE}
    pair.check()
    return pair


def settled(pair: Pair) -> None:
    """Both sides are as the ledger says, and there is nothing left to do."""
    pair.check()
    assert pair.client.sync().counts() == {}
    pair.check()


def test_dead_tokens(server, client):
    """Both sides changed, and the server does not know the last state any more."""
    pair = paired(server, client, guests=True)
    for number, spoilt in enumerate(DEAD_TOKENS):
        files = {uid_of(body): pair.folder / name for name, body in pair.files().items()}
        there = {href: uid_of(body) for href, body in sorted(pair.server().items())}
        hrefs = iter(there)
        pair.delete_remote(next(hrefs))
        pair.edit_remote(next(hrefs), f"Changed there {number}")
        pair.create_remote(samples.events(1, 60 + number)[0], f"fresh-{number}")
        pair.edit_local(files[there[next(hrefs)]], f"Changed here {number}")
        with client.state() as database:
            database.execute(f"UPDATE collection SET token = {spoilt} WHERE token IS NOT NULL")
        assert client.sync().counts() == {"downloaded": 2, "uploaded": 1, "deleted_local": 1}
        pair.check()
    settled(pair)


def test_the_server_forgot_its_tokens(radicale, client):
    """The server's own means: Radicale loses its tokens with its cache."""
    pair = paired(radicale, client, guests=True)
    folder = radicale.server.folder / "collections" / "collection-root" / radicale.username
    caches = list(folder.glob("**/.Radicale.cache/sync-token"))
    assert caches
    pair.delete_remote(sorted(pair.server())[0])
    for cache in caches:
        shutil.rmtree(cache)
    assert client.sync().counts() == {"deleted_local": 1}
    settled(pair)


def made_again(pair: Pair) -> str:
    """The calendar is deleted and made again at its URL; the sync after it waits.

    Returns the hold.
    """
    account, client = pair.account, pair.client
    files = pair.files()
    account.delete(pair.href)
    assert account.make_calendar("work", ("VEVENT",), title="Work") == pair.href
    # it stays so until somebody decides
    for _ in range(2):
        done = client.sync(expect=5)
        assert done.counts() == {"held": len(files)}
        assert done.collections[pair.id]["outcome"] == "held"
        assert pair.files() == files
        assert pair.server() == {}
        (hold,) = client.holds()
        assert done.collections[pair.id]["holds"] == [hold["id"]]
    assert hold["collection"] == pair.id
    assert hold["kind"] == "mass-deletion-local"
    assert hold["size"] == len(files)
    return str(hold["id"])


def test_a_collection_made_again_and_approved(server, client):
    """The files go, and the history has them all."""
    pair = paired(server, client, guests=True)
    files = pair.files()
    client.run("hold", "approve", made_again(pair))
    assert client.sync().counts() == {"deleted_local": SIZE}
    assert pair.files() == {}
    assert client.holds() == []
    deleted = {v["file"]: v["id"] for v in client.versions() if v["reason"] == "deleted"}
    assert deleted.keys() == files.keys()
    name = next(name for name, body in files.items() if b"ATTENDEE" not in body)
    assert client.version(deleted[name]) == files[name]
    client.run("history", "restore", deleted[name])
    assert list(pair.files().values()) == [files[name]]
    assert client.sync().counts() == {"uploaded": 1}
    assert [uid_of(b) for b in pair.server().values()] == [uid_of(files[name])]


def test_a_collection_made_again_and_rejected(server, client):
    """Everything goes up again; with guests only after another word, for they get mail."""
    pair = paired(server, client, guests=True)
    files = pair.files()
    guests = sum(b"ATTENDEE" in body for body in files.values())
    assert guests
    client.run("hold", "reject", made_again(pair))
    done = client.sync(expect=5)
    assert done.counts()["uploaded"] == SIZE - guests
    assert done.counts()["held"] == guests
    assert pair.files() == files
    (hold,) = client.holds()
    assert hold["kind"] == "recreation-with-attendees"
    client.run("hold", "approve", hold["id"])
    assert client.sync().counts()["uploaded"] == guests
    assert pair.files() == files
    assert client.holds() == []
    settled(pair)


def test_a_folder_that_is_gone_and_one_that_is_emptied(server, client):
    """No marker: nothing is there, which is not "empty". Emptied: a person is asked."""
    pair = paired(server, client, guests=False)
    before, files = pair.server(), pair.files()
    aside = client.home / "aside"
    pair.folder.rename(aside)
    for _ in range(2):
        done = client.sync(expect=4)
        assert done.collections[pair.id]["outcome"] == "failed"
        assert [reference for reference, _ in done.errors] == ["store.unavailable"]
        assert pair.server() == before
        # an empty folder in its place is not it: an unmounted disk looks like this
        pair.folder.mkdir(exist_ok=True)
        assert list(pair.folder.iterdir()) == []
    pair.folder.rmdir()
    aside.rename(pair.folder)
    assert client.sync().counts() == {}
    for name in sorted(files)[:11]:
        (pair.folder / name).unlink()
    assert client.sync(expect=5).counts() == {"held": 11}
    assert pair.server() == before
    (hold,) = client.holds()
    assert hold["kind"] == "mass-deletion-remote"
    client.run("hold", "reject", hold["id"])
    assert client.sync().counts() == {"downloaded": 11}
    settled(pair)
