"""A whole life of an account on each server: first sync, work on both sides, uploads.

One seeded account walks through all steps, because seeding is what takes time.
Cyrus has the full size, the others a tenth of it.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest

from sync_engine.core.content.equality import same_but_for_server
from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, uid_of
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

EVENTS = {"cyrus": 2000}
CONTACTS = {"cyrus": 1000}
TASKS = 40
MOST_REQUESTS = 12
"""For a first sync of four collections, discovery apart."""
WRITES = {"PUT", "DELETE", "MOVE", "MKCOL", "MKCALENDAR", "PROPPATCH", "POST"}


@dataclass
class Life:
    """An account, its client, and the collections that are looked at."""

    account: Account
    client: Client
    proxy: CountingProxy
    pairs: dict[str, Pair]

    def settled(self, *, dry_run: bool = False) -> None:
        """Both sides are as the ledger says, and there is nothing left to do.

        :param dry_run: let a dry run say so, too.
        """
        for pair in self.pairs.values():
            pair.check()
        before = self._files()
        if dry_run:
            done = self.client.sync("--dry-run")
            assert done.counts() == {}
            assert not any(one["plan"] for one in done.collections.values())
        self.proxy.reset()
        again = self.client.sync()
        assert again.counts() == {}
        assert again.errors == []
        # over TLS the proxy sees no methods, and this holds for want of any
        assert not WRITES & self.proxy.methods().keys()
        assert self._files() == before

    def _files(self) -> dict[str, tuple[int, int]]:
        return {
            str(path): (path.stat().st_ino, path.stat().st_mtime_ns)
            for pair in self.pairs.values()
            for path in pair.folder.iterdir()
        }


@pytest.mark.timeout(300)
def test_an_account_lives(server, client, watched):
    life = moved_in(server, client, watched(server))
    first_sync(life)
    both_sides_at_once(life)
    ten_changes_on_each_side(life)
    first_upload(life)
    full_audit(life)
    state_lost(life)


def moved_in(account: Account, client: Client, proxy: CountingProxy) -> Life:
    """The collections are seeded on the server, the account is added."""
    kind = account.kind
    hrefs = {
        "events": account.make_calendar("work", ("VEVENT",), title="Work"),
        "tasks": account.make_calendar("chores", ("VTODO",), title="Chores"),
        "people": account.make_addressbook("people", title="People"),
        "inbox": account.make_calendar("inbox-x", ("VEVENT", "VTODO"), title="To fill"),
    }
    added = client.add(account, url=proxy.rebase(account.url))
    found = {
        row["href"].removeprefix(proxy.rebase(account.url).rstrip("/")): row["id"]
        for row in added.data["collections"]
    }
    assert set(hrefs.values()) | set(account.permanent) == set(found)
    life = Life(account, client, proxy, {n: Pair(account, client, h) for n, h in hrefs.items()})
    writers = 3 if kind == "cyrus" else 1
    life.pairs["events"].seed(samples.events(EVENTS.get(kind, 200), 1), writers=writers)
    life.pairs["tasks"].seed(samples.tasks(TASKS, 1))
    life.pairs["people"].seed(samples.contacts(CONTACTS.get(kind, 100), 1), writers=writers)
    return life


def first_sync(life: Life) -> None:
    """Seen before it runs, then run: everything comes down, byte for byte."""
    sizes = {name: len(pair.ledger) for name, pair in life.pairs.items() if pair.ledger}
    seen = life.client.sync("--dry-run")
    assert seen.data["dry_run"] is True
    assert seen.counts() == {"downloaded": sum(sizes.values())}
    assert all(row["path"] is None for row in life.client.listed().values())
    life.proxy.reset()
    done = life.client.sync()
    for name, size in sizes.items():
        assert done.counts(life.pairs[name].id) == {"downloaded": size}
    assert done.counts() == {"downloaded": sum(sizes.values())}
    assert done.requests <= MOST_REQUESTS
    if not life.account.traits.tls:
        assert done.requests == len(life.proxy.requests)
    life.settled()


@dataclass(frozen=True)
class Share:
    """How much of each kind of work a collection gets, on each side."""

    edits: int
    creations: int
    deletions: int
    renames: int


def both_sides_at_once(life: Life) -> None:
    """Edits, creations, deletions on both sides and renamed files, all in one sync."""
    shares = {"events": Share(5, 5, 4, 3), "tasks": Share(3, 2, 2, 2), "people": Share(4, 4, 3, 2)}
    fresh = {
        "events": samples.events(20, 7),
        "tasks": samples.tasks(20, 7),
        "people": samples.contacts(20, 7),
    }
    for name, share in shares.items():
        _work(life.pairs[name], share, fresh[name])
    done = life.client.sync()
    for name, share in shares.items():
        assert done.counts(life.pairs[name].id) == {
            "downloaded": share.edits + share.creations,
            "uploaded": share.edits + share.creations,
            "deleted_local": share.deletions,
            "deleted_remote": share.deletions,
        }
    life.settled(dry_run=True)
    versions = life.client.versions()
    for name, share in shares.items():
        pair = life.pairs[name]
        _in_history(pair, share, [v for v in versions if v["collection"] == pair.id])
    name, body = next(iter(life.pairs["events"].deleted.items()))
    (identifier,) = (v["id"] for v in versions if name in (v["file"], urlsplit(v["href"]).path))
    assert same_but_for_server(body, life.client.version(identifier))


def _in_history(pair: Pair, share: Share, versions: list[dict[str, Any]]) -> None:
    """Every version that this sync took off a side is there."""
    assert Counter((v["side"], v["reason"]) for v in versions) == {
        ("local", "overwritten"): share.edits,
        ("remote", "overwritten"): share.edits,
        ("local", "deleted"): share.deletions,
        ("remote", "deleted"): share.deletions,
    }
    gone = [v for v in versions if v["reason"] == "deleted"]
    names = {v["file"] for v in gone} | {urlsplit(v["href"]).path for v in gone}
    assert pair.deleted.keys() <= names


def ten_changes_on_each_side(life: Life) -> None:
    """The cost depends on the changes: the home sets, the report, three reads, the writes."""
    pair = life.pairs["events"]
    there = pair.server()
    plain = iter(sorted(href for href, body in there.items() if b"ATTENDEE" not in body))
    files = {uid_of(body): pair.folder / name for name, body in pair.files().items()}
    for number in range(10):
        pair.edit_remote(next(plain), f"Ten there {number}")
        pair.edit_local(files[uid_of(there[next(plain)])], f"Ten here {number}")
    life.proxy.reset()
    done = life.client.sync()
    assert done.counts() == {"downloaded": 10, "uploaded": 10}
    traits = life.account.traits
    homes = (1 if traits.one_home else 2) + traits.digest
    assert done.requests <= homes + 1 + 3 + 10
    if not traits.tls:
        assert done.requests == len(life.proxy.requests)
        assert life.proxy.methods()["PUT"] == 10
    pair.check()


def first_upload(life: Life) -> None:
    """A folder is filled, with events and tasks side by side."""
    pair = life.pairs["inbox"]
    bodies = samples.events(20, 3) + samples.tasks(10, 3)
    for number, body in enumerate(bodies):
        pair.create_local(body, f"Neu {number}")
    done = life.client.sync()
    assert done.counts() == {"uploaded": len(bodies)}
    for other in life.pairs.values():
        other.check()


def full_audit(life: Life) -> None:
    """A complete comparison finds nothing to do."""
    assert life.client.sync("--full").counts() == {}


def state_lost(life: Life) -> None:
    """Without its state a sync unites both sides: nothing goes, nothing is doubled."""
    pair = life.pairs["tasks"]
    pair.create_remote(samples.tasks(1, 11)[0], "after-the-loss")
    pair.create_local(samples.tasks(2, 12)[1], "also after the loss")
    shutil.rmtree(life.client.home / "state")
    done = life.client.sync()
    assert done.counts() == {"downloaded": 1, "uploaded": 1}
    life.settled()


def _work(pair: Pair, share: Share, fresh: list[bytes]) -> None:
    # An event with guests is left alone: what may be done to it is another subject.
    plain = sorted(
        (href for href, body in pair.server().items() if b"ATTENDEE" not in body),
    )
    files = {uid_of(body): pair.folder / name for name, body in pair.files().items()}
    steps = iter(plain)
    uids = {href: uid_of(body) for href, body in pair.server().items()}
    spare = iter(body for body in fresh if b"ATTENDEE" not in body)
    for number in range(share.edits):
        pair.edit_remote(next(steps), f"There {number} é")
        pair.edit_local(files[uids[next(steps)]], f"Here {number} ü")
    for number in range(share.creations):
        pair.create_remote(next(spare), f"made-there-{number}")
        pair.create_local(next(spare), f"made here {number}")
    for _ in range(share.deletions):
        pair.delete_remote(next(steps))
        pair.delete_local(files[uids[next(steps)]])
    for number in range(share.renames):
        path = files[uids[next(steps)]]
        path.rename(path.with_name(f"renamed {number} ñ{pair.suffix}"))
