"""Two homes of one account: conflicts under each policy, and nothing that gets lost.

Every version that anybody ever wrote has a title of its own. In the end each is on
the server and in both folders, or in a history.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, read_server, retitled, uid_of
from tests.servers import Account, samples

POLICIES = ("server", "local", "both", "merge")
BOTH_EDIT, ONE_EDITS, OTHER_EDITS, EDIT_DELETE, DELETE_EDIT, SAME_EDIT = range(6)


def title_of(body: bytes) -> str:
    """SUMMARY, of sample data that was retitled here (short, so never folded)."""
    lines = [line for line in body.split(b"\r\n") if line.startswith(b"SUMMARY")]
    return lines[0].partition(b":")[2].decode()


class Desk:
    """One calendar under one policy, with both clients' views of it."""

    def __init__(self, account: Account, policy: str, one: Client, other: Client) -> None:
        self.account = account
        self.policy = policy
        href = f"{account.calendar_home}cal-{policy}/"
        self.href = href
        self.one, self.other = Pair(account, one, href), Pair(account, other, href)
        self.written: set[str] = set()

    def seed(self) -> list[str]:
        """The events that are quarrelled about; returns their UIDs."""
        bodies = [
            b for b in samples.events(20, POLICIES.index(self.policy)) if b"ATTENDEE" not in b
        ]
        bodies = [
            retitled(body, f"{self.policy} {number} first")
            for number, body in enumerate(bodies[:6])
        ]
        self.account.seed(self.href, bodies)
        self.written |= {title_of(body) for body in bodies}
        return [uid_of(body) for body in bodies]

    def edit(self, pair: Pair, uid: str, who: str) -> None:
        """Write a version that nobody else writes."""
        path = pair.path_of(uid)
        body = retitled(path.read_bytes(), f"{title_of(path.read_bytes())} {who}")
        path.write_bytes(body)
        self.written.add(title_of(body))

    def create(self, pair: Pair, body: bytes, who: str) -> None:
        """Make an event with a UID that the other one uses too."""
        mine = retitled(body, f"{self.policy} new {who}")
        (pair.folder / f"new {who}.ics").write_bytes(mine)
        self.written.add(title_of(mine))

    def titles(self) -> set[str]:
        """On the server; both folders have exactly these."""
        there = [title_of(body) for body in read_server(self.account, self.href).values()]
        assert len(set(there)) == len(there)
        for pair in (self.one, self.other):
            assert sorted(map(title_of, pair.files().values())) == sorted(there)
        return set(there)


def kept(clients: Iterable[Client]) -> set[str]:
    """Titles in the histories."""
    return {version["title"] for client in clients for version in client.versions()}


def test_the_same_resources_edited_by_two(server, client, other_client):
    for policy in POLICIES:
        server.make_calendar(f"cal-{policy}", ("VEVENT",), title=policy.title())
    for each in (client, other_client):
        each.add(server)
    desks = {policy: Desk(server, policy, client, other_client) for policy in POLICIES}
    uids = {policy: desk.seed() for policy, desk in desks.items()}
    client.sync()
    other_client.sync()
    for policy, desk in desks.items():
        other_client.run("collection", "set", desk.other.id, f"conflict={policy}")
        quarrel(desk, uids[policy])
    # the first one wins the race to the server; what follows is the other's policy
    assert set(client.sync().counts()) == {"uploaded", "deleted_remote"}
    done = other_client.sync()
    for policy, desk in desks.items():
        judged(desk, done.counts(desk.other.id), policy)
    client.sync()
    shown = {policy: desk.titles() for policy, desk in desks.items()}
    for one in (client, other_client):
        assert one.sync().counts() == {}
    history = kept((client, other_client))
    for policy, desk in desks.items():
        assert desk.titles() == shown[policy]
        assert desk.written <= shown[policy] | history, (policy, desk.written, shown, history)
        outcome(shown[policy], policy)


def quarrel(desk: Desk, uids: list[str]) -> None:
    """What both do to the calendar before either syncs."""
    one, other = desk.one, desk.other
    desk.edit(one, uids[BOTH_EDIT], "one")
    desk.edit(other, uids[BOTH_EDIT], "other")
    desk.edit(one, uids[ONE_EDITS], "one")
    desk.edit(other, uids[OTHER_EDITS], "other")
    desk.edit(other, uids[EDIT_DELETE], "other")
    one.path_of(uids[EDIT_DELETE]).unlink()
    desk.edit(one, uids[DELETE_EDIT], "one")
    other.path_of(uids[DELETE_EDIT]).unlink()
    desk.edit(one, uids[SAME_EDIT], "both")
    desk.edit(other, uids[SAME_EDIT], "both")
    fresh = samples.events(1, 70 + POLICIES.index(desk.policy))[0]
    desk.create(one, fresh, "one")
    desk.create(other, fresh, "other")


def judged(desk: Desk, counts: dict[str, int], policy: str) -> None:
    """What the second sync did: four conflicts, and the two edits of one side alone."""
    assert counts["conflicts"] == 4, (policy, counts)
    assert "failed" not in counts and "held" not in counts


def outcome(titles: set[str], policy: str) -> None:
    """What remains, by policy; ``N first`` is the version that the quarrel began with."""
    always = {"1 first one", "2 first other", "5 first both"}
    expected = {
        "server": {"0 first one", "4 first one", "new one"},
        "local": {"0 first other", "3 first other", "new other"},
        "merge": {"0 first one", "3 first other", "4 first one", "new one"},
        "both": {
            "0 first one", "0 first other", "3 first other", "4 first one", "new one", "new other",
        },
    }  # fmt: skip
    assert titles == {f"{policy} {rest}" for rest in always | expected[policy]}


EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VEVENT
UID:shared-event
DTSTAMP:20260101T000000Z
DTSTART:20260301T100000Z
DTEND:20260301T110000Z
SUMMARY:Lunch
LOCATION:Canteen
END:VEVENT
END:VCALENDAR
"""
TASK = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
BEGIN:VTODO
UID:shared-task
DTSTAMP:20260101T000000Z
SUMMARY:Tidy up
STATUS:NEEDS-ACTION
PRIORITY:5
END:VTODO
END:VCALENDAR
"""
CARD = """BEGIN:VCARD
VERSION:3.0
UID:shared-card
FN:Ann Example
N:Example;Ann;;;
TEL;TYPE=HOME:+41 22 000 00 00
NOTE:Old friend
END:VCARD
"""
EDITS = {
    "shared-event": (
        (b"SUMMARY:Lunch", b"SUMMARY:Dinner"),
        (b"LOCATION:Canteen", b"LOCATION:Boat"),
    ),
    "shared-task": ((b"SUMMARY:Tidy up", b"SUMMARY:Clean"), (b"PRIORITY:5", b"PRIORITY:1")),
    "shared-card": (
        (b"NOTE:Old friend", b"NOTE:Neighbour"),
        (b"+41 22 000 00 00", b"+41 22 111 11 11"),
    ),
}
"""UID -> what the one changes, what the other changes: two properties of one resource."""


def test_different_properties_of_one_resource_are_both_kept(server, client, other_client):
    """An event, a task and a contact, each edited by two at the same time."""
    events = server.make_calendar("events", ("VEVENT",), title="Events")
    tasks = server.make_calendar("tasks", ("VTODO",), title="Tasks")
    cards = server.make_addressbook("cards", title="Cards")
    for home, name, text in (
        (events, "e.ics", EVENT),
        (tasks, "t.ics", TASK),
        (cards, "c.vcf", CARD),
    ):
        server.put(f"{home}{name}", text.replace("\n", "\r\n").encode())
    for each in (client, other_client):
        each.add(server)
        each.sync()
    homes = (events, tasks, cards)
    for which, each in enumerate((client, other_client)):
        for home, uid in zip(homes, EDITS, strict=True):
            path = Pair(server, each, home).path_of(uid)
            before, after = EDITS[uid][which]
            assert before in path.read_bytes()
            path.write_bytes(path.read_bytes().replace(before, after))
    assert client.sync().counts() == {"uploaded": 3}
    assert other_client.sync().counts() == {"merged": 3}
    client.sync()
    for home, (uid, edits) in zip(homes, EDITS.items(), strict=True):
        (there,) = read_server(server, home).values()
        files = [
            Pair(server, each, home).path_of(uid).read_bytes() for each in (client, other_client)
        ]
        for text in (there, *files):
            assert all(after in text for _, after in edits), text
    for each in (client, other_client):
        assert each.sync().counts() == {}


def test_different_resources_of_one_calendar(server, client, other_client):
    """Both create, edit, delete and rename beside each other: no conflict, all arrives."""
    href = server.make_calendar("shared", ("VEVENT", "VTODO"), title="Shared")
    for each in (client, other_client):
        each.add(server)
    one, other = Pair(server, client, href), Pair(server, other_client, href)
    bodies = [b for b in samples.events(30, 21) if b"ATTENDEE" not in b][:20]
    one.seed(bodies)
    other.ledger = one.ledger
    client.sync()
    other_client.sync()
    uids = list(map(uid_of, bodies))
    for number, pair in enumerate((one, other)):
        mine = uids[number::2]
        paths = {
            uid: path for path in pair.folder.glob("*.ics") if (uid := uid_of(path.read_bytes()))
        }
        pair.edit_local(paths[mine[0]], f"Edited by {number}")
        pair.delete_local(paths[mine[1]])
        paths[mine[2]].rename(pair.folder / f"renamed by {number}.ics")
        pair.create_local(samples.tasks(2, 40 + number)[0], f"task of {number}")
    for each in (client, other_client, client):
        assert "conflicts" not in each.sync().counts()
    remote = {uid_of(body) for body in one.server().values()}
    assert remote == one.ledger.keys()
    for pair in (one, other):
        assert {uid_of(body) for body in pair.files().values()} == remote
        titles = {uid_of(body): title_of(body) for body in pair.files().values()}
        assert titles == {uid: title_of(w.body) for uid, w in one.ledger.items()}
    for each in (client, other_client):
        assert each.sync().counts() == {}


def test_a_copied_home_is_another_client(radicale, client, tmp_path: Path):
    """A restored backup of home: old files and old state. Nothing newer is overwritten."""
    href = radicale.make_calendar("work", ("VEVENT",), title="Work")
    client.add(radicale)
    pair = Pair(radicale, client, href)
    pair.seed([b for b in samples.events(30, 23) if b"ATTENDEE" not in b][:16])
    client.sync()

    shutil.copytree(client.home, tmp_path / "backup", symlinks=True)
    for path in sorted(pair.folder.glob("*.ics"))[:12]:
        pair.edit_local(path, f"Newer {path.name[:8]}")
    assert client.sync().counts() == {"uploaded": 12}
    shutil.rmtree(client.home)
    shutil.copytree(tmp_path / "backup", client.home, symlinks=True)
    assert client.sync().counts() == {"downloaded": 12}
    assert client.sync().counts() == {}
    remote = {uid_of(body): title_of(body) for body in pair.server().values()}
    assert {uid_of(body): title_of(body) for body in pair.files().values()} == remote
    newer = sum(title.startswith("Newer") for title in remote.values())
    assert newer == 12
