"""L11: what kSync does by itself tells no guest anything (on Cyrus, which tells them).

Alice invites Bob, who is a user of the same server, and Carol, who is not. ``Post`` reads
Bob's and Alice's scheduling inboxes and the mails that the server hands over for Carol,
and Bob's own copy is read by the oracle. Every act here states what it may tell, and to
whom; that is nothing, unless a person changed the meeting, answered, or said yes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.acceptance.sides import Pair, crlf, uid_of
from tests.servers import Account
from tests.servers.post import Post

CAROL = "carol@elsewhere.test"
UID = "meeting"


def address(account: Account) -> str:
    return f"{account.username}@example.test"


def unfolded(body: bytes) -> bytes:
    return re.sub(rb"\r?\n[ \t]", b"", body)


def value(body: bytes, name: str) -> str:
    """The value of the first line of that name; ``""``: there is none."""
    found = re.search(rb"(?m)^%s(?:;[^:\r\n]*)?:(.*?)\r?$" % name.encode(), unfolded(body))
    return found[1].decode() if found else ""


def partstat(body: bytes, guest: str) -> str:
    (line,) = [
        each
        for each in unfolded(body).decode().splitlines()
        if each.startswith("ATTENDEE") and each.endswith(f"mailto:{guest}")
    ]
    return re.search(r"PARTSTAT=([A-Z-]+)", line)[1]


def answered(body: bytes, guest: str, answer: str) -> bytes:
    """The text after a guest's program answered."""
    line = rb"ATTENDEE;[^\r\n]*mailto:%s" % guest.encode()
    said = b"ATTENDEE;PARTSTAT=%s:mailto:%s" % (answer.encode(), guest.encode())
    return re.sub(line, said, unfolded(body))


@dataclass
class Desk:
    """A user with a client, and the calendar that has the meeting."""

    account: Account
    client: Client
    pair: Pair

    @property
    def path(self) -> Path:
        """The meeting's file."""
        return self.pair.path_of(UID)

    @property
    def href(self) -> str:
        """Its path on the server."""
        (href,) = [h for h, body in self.pair.server().items() if uid_of(body) == UID]
        return href

    @property
    def there(self) -> bytes:
        """Its text on the server."""
        return crlf(self.account.get(self.href).body)

    def edit(self, name: str, text: str) -> None:
        """A program here gives it a property."""
        self.path.write_bytes(with_property(self.path.read_bytes(), name, text))

    def edit_elsewhere(self, name: str, text: str, **more: str) -> None:
        """Another program of the same user does, on the server."""
        body = with_property(self.there, name, text)
        for other, its in more.items():
            body = with_property(body, other, its)
        self.account.put(self.href, body)


def with_property(body: bytes, name: str, text: str) -> bytes:
    line = f"{name}:{text}\r\n".encode()
    old = re.compile(rb"(?m)^%s(?:;[^:\r\n]*)?:.*\r\n" % name.encode())
    if old.search(body):
        return old.sub(line.replace(b"\\", b"\\\\"), body, count=1)
    return body.replace(b"END:VEVENT\r\n", line + b"END:VEVENT\r\n", 1)


@dataclass
class Meeting:
    """Alice's meeting with Bob and Carol; all are told, and Bob's client has it."""

    alice: Desk
    bob: Desk
    post: Post

    def told(self) -> list[tuple[str, str]]:
        """Who was told what since the last time, the users by their names."""
        names = {self.alice.account.username: "alice", self.bob.account.username: "bob"}
        return sorted((names.get(to, "carol"), method) for to, method in self.post.told())

    @property
    def copy(self) -> bytes:
        """Bob's copy of it on the server."""
        return self.bob.there

    def unharmed(self) -> None:
        """Nobody was told anything, and Bob still has it."""
        assert self.told() == []
        assert value(self.copy, "STATUS") != "CANCELLED"


def invitation(alice: Account, bob: Account) -> bytes:
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", "BEGIN:VEVENT",
            f"UID:{UID}", "DTSTAMP:20260101T000000Z", "DTSTART:20300301T100000Z",
            "DTEND:20300301T110000Z", "SUMMARY:Budget", "SEQUENCE:0",
            f"ORGANIZER:mailto:{address(alice)}",
            f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address(alice)}",
            f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{address(bob)}",
            f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{CAROL}",
            "END:VEVENT", "END:VCALENDAR", "",
        )
    ).encode()  # fmt: skip


def desk(account: Account, home: Path, calendar: str) -> Desk:
    href = account.make_calendar(calendar, ("VEVENT",), title=calendar)
    account.make_calendar("other", ("VEVENT",), title="Other")
    client = Client(home)
    client.add(account)
    client.sync()
    return Desk(account, client, Pair(account, client, href))


@pytest.fixture
def meeting(cyrus, tmp_path) -> Iterator[Meeting]:
    with invited(cyrus, tmp_path) as found:
        yield found


@contextmanager
def invited(account: Account, folder: Path) -> Iterator[Meeting]:
    guest = account.other()
    alice = desk(account, folder / "alice", "work")
    bob = desk(guest, folder / "bob", "Default")  # where Cyrus puts invitations
    with Post(account.server.notify_socket, account, guest) as post:
        found = Meeting(alice, bob, post)
        (alice.pair.folder / "budget.ics").write_bytes(invitation(account, guest))
        assert alice.client.sync().counts() == {"uploaded": 1}
        assert found.told() == [("bob", "REQUEST"), ("carol", "REQUEST")]
        assert bob.client.sync().counts() == {"downloaded": 1}
        assert found.told() == []
        yield found


# -- the organizer's side ---------------------------------------------------------------


def test_L11_syncs_tell_nobody_anything(meeting, tmp_path):
    alice, client = meeting.alice, meeting.alice.client
    text = alice.there
    assert client.sync().counts() == {}
    client.sync("--full")
    client.run("collection", "disable", alice.pair.id)
    client.sync()
    client.run("collection", "enable", alice.pair.id)
    client.sync()
    alice.path.rename(alice.path.with_name("renamed.ics"))
    client.sync()
    shutil.rmtree(client.home / "state")
    client.sync()
    another = Client(tmp_path / "another")
    another.add(alice.account)
    another.sync()
    another.sync()
    meeting.unharmed()
    assert alice.there == text


def test_L11_a_guests_answer_and_an_edit_are_both_kept(meeting):
    """The answer changes the text and its ETag while Alice edits another property."""
    alice, bob = meeting.alice, meeting.bob
    before = alice.account.get(alice.href).headers
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "ACCEPTED"))
    alice.edit("LOCATION", "Room 1")
    bob.client.sync()
    assert meeting.told() == [("alice", "REPLY")]
    after = alice.account.get(alice.href).headers
    assert before["etag"] != after["etag"]
    assert alice.client.sync().counts() == {"merged": 1}
    # a new place is told, to Bob into his copy alone: Cyrus sees no need to ask him again
    assert meeting.told() == [("carol", "REQUEST")]
    for text in (alice.path.read_bytes(), alice.there, meeting.copy):
        assert value(text, "LOCATION") == "Room 1"
        assert partstat(text, address(bob.account)) == "ACCEPTED"
    assert alice.client.sync().counts() == {}
    bob.client.sync()
    assert bob.client.sync().counts() == {}
    meeting.unharmed()


@pytest.mark.parametrize("policy", ["merge", "server", "local", "both", "ask"])
def test_L11_conflicts_cancel_nothing_and_invite_nobody_twice(meeting, policy):
    alice = meeting.alice
    alice.client.run("collection", "set", alice.pair.id, f"conflict={policy}")
    alice.edit("SUMMARY", "by alice here")
    alice.edit_elsewhere("SUMMARY", "by alice elsewhere")
    meeting.told()  # of the other program's edit
    done = alice.client.sync(expect=5 if policy == "ask" else 0)
    if policy == "ask":
        meeting.unharmed()
        (conflict,) = alice.client.run("conflict", "list").data["conflicts"]
        alice.client.run("conflict", "resolve", conflict["id"], "--keep", "local")
        alice.client.sync()
    alice.client.sync()
    told = meeting.told()
    if policy in ("local", "ask"):
        # the title that Alice gave it here is an edit like any other
        assert ("carol", "REQUEST") in told
        assert {method for _, method in told} == {"REQUEST"}
        assert value(meeting.copy, "SUMMARY") == "by alice here"
    else:
        assert done.counts()["conflicts"] == 1
        assert told == []
        assert value(meeting.copy, "SUMMARY") == "by alice elsewhere"
    copies = [body for body in alice.pair.server().values() if uid_of(body) != UID]
    assert len(copies) == (policy == "both")
    assert not [body for body in copies if b"ATTENDEE" in body or b"ORGANIZER" in body]
    assert value(meeting.copy, "STATUS") != "CANCELLED"
    assert alice.client.sync().counts() == {}


@pytest.mark.parametrize("how", ["undo", "restore", "keep local"])
def test_L11_what_comes_back_is_an_update_and_not_an_older_revision(meeting, how):
    """RFC 5546 §2.1.4: guests ignore what has a lower SEQUENCE than what they have."""
    alice, bob = meeting.alice, meeting.bob
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "ACCEPTED"))
    bob.client.sync()
    alice.client.sync()
    if how == "keep local":
        alice.client.run("collection", "set", alice.pair.id, "conflict=ask")
        alice.edit("SUMMARY", "Budget, last call")
    alice.edit_elsewhere("SUMMARY", "By mistake", SEQUENCE="7")
    assert ("carol", "REQUEST") in meeting.told()
    done = alice.client.sync(expect=None)
    meeting.unharmed()
    if how == "undo":
        alice.client.run("undo", done.data["run"])
    elif how == "restore":
        (version, *_) = alice.client.versions()
        alice.client.run("history", "restore", version["id"])
    else:
        (conflict,) = alice.client.run("conflict", "list").data["conflicts"]
        alice.client.run("conflict", "resolve", conflict["id"], "--keep", "local")
    assert alice.client.sync().counts().keys() <= {"uploaded", "conflicts"}
    assert alice.client.sync().counts() == {}
    (message,) = [each for each in meeting.post.new() if each.to == CAROL]
    assert (message.method, message.sequence >= 7) == ("REQUEST", True), message
    assert value(alice.there, "SUMMARY").startswith("Budget")
    assert int(value(alice.there, "SEQUENCE")) >= 7
    assert value(meeting.copy, "SUMMARY").startswith("Budget")
    assert partstat(meeting.copy, address(bob.account)) == "ACCEPTED"
    assert value(meeting.copy, "STATUS") != "CANCELLED"


def test_L11_a_deletion_here_does_not_cancel_what_was_edited_elsewhere(meeting):
    alice = meeting.alice
    alice.path.unlink()
    alice.edit_elsewhere("LOCATION", "Room 2")
    meeting.told()  # of the edit
    assert alice.client.sync().counts() == {"downloaded": 1, "conflicts": 1}
    assert value(alice.path.read_bytes(), "LOCATION") == "Room 2"
    assert alice.client.sync().counts() == {}
    meeting.unharmed()


@pytest.mark.parametrize("answer", ["approve", "reject"])
def test_L11_what_was_cancelled_elsewhere_is_not_invited_to_again_unasked(meeting, answer):
    alice = meeting.alice
    alice.edit("LOCATION", "Room 3")
    alice.account.delete(alice.href)
    assert meeting.told() == [("bob", "CANCEL"), ("carol", "CANCEL")]
    for _ in range(2):
        assert alice.client.sync(expect=5).counts()["held"] == 1
        assert meeting.told() == []
    (hold,) = alice.client.holds()
    assert hold["kind"] == "recreation-with-attendees"
    alice.client.run("hold", answer, hold["id"])
    alice.client.sync()
    if answer == "approve":
        assert {method for _, method in meeting.told()} == {"REQUEST"}
        assert value(alice.there, "LOCATION") == "Room 3"
    else:
        assert meeting.told() == []
        assert alice.pair.server() == {}
    assert alice.client.sync().counts() == {}
    assert meeting.told() == []


@pytest.mark.parametrize("edited", [False, True])
def test_L11_a_move_to_another_calendar_is_no_cancellation(meeting, edited):
    alice, bob = meeting.alice, meeting.bob
    other = Pair(alice.account, alice.client, f"{alice.account.calendar_home}other/")
    if edited:
        alice.edit("LOCATION", "Room 4")
    alice.path.rename(other.folder / "budget.ics")
    alice.client.sync()
    alice.client.sync()
    told = meeting.told()
    assert {method for _, method in told} == ({"REQUEST"} if edited else set())
    assert alice.pair.server() == {}
    (there,) = other.server().values()
    assert uid_of(there) == UID
    assert value(meeting.copy, "LOCATION") == ("Room 4" if edited else "")
    assert value(meeting.copy, "STATUS") != "CANCELLED"
    # and an answer still finds it
    bob.client.sync()
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "DECLINED"))
    bob.client.sync()
    assert meeting.told() == [("alice", "REPLY")]
    alice.client.sync()
    assert partstat(other.path_of(UID).read_bytes(), address(bob.account)) == "DECLINED"


def test_L11_a_meeting_that_is_deleted_on_purpose_is_cancelled_once(meeting):
    """The control: what a person does is told. Bringing it back asks first."""
    alice = meeting.alice
    alice.path.unlink()
    assert alice.client.sync().counts() == {"deleted_remote": 1}
    assert meeting.told() == [("bob", "CANCEL"), ("carol", "CANCEL")]
    assert alice.client.sync().counts() == {}
    (version,) = [v for v in alice.client.versions() if v["reason"] == "deleted"]
    alice.client.run("history", "restore", version["id"])
    assert alice.client.sync(expect=5).counts() == {"held": 1}
    assert meeting.told() == []


def test_L11_emptying_a_folder_cancels_nothing_unasked(meeting):
    alice = meeting.alice
    text = alice.path.read_bytes()
    for number in range(9):
        more = text.replace(b"UID:meeting", b"UID:more-%d" % number)
        (alice.pair.folder / f"more {number}.ics").write_bytes(more)
    alice.client.sync()
    meeting.told()
    for path in alice.pair.folder.glob("*.ics"):
        path.unlink()
    assert alice.client.sync(expect=5).counts() == {"held": 10}
    meeting.unharmed()
    (hold,) = alice.client.holds()
    alice.client.run("hold", "reject", hold["id"])
    assert alice.client.sync().counts() == {"downloaded": 10}
    meeting.unharmed()


# -- the guest's side -------------------------------------------------------------------


def test_L11_what_a_guest_does_for_himself_is_not_told(meeting):
    bob = meeting.bob
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:Go\r\nEND:VALARM\r\n"
    text = bob.path.read_bytes().replace(b"END:VEVENT", f"{alarm}END:VEVENT".encode())
    bob.path.write_bytes(text)
    assert bob.client.sync().counts() == {"uploaded": 1}
    bob.path.rename(bob.path.with_name("renamed.ics"))
    bob.client.sync()
    other = Pair(bob.account, bob.client, f"{bob.account.calendar_home}other/")
    bob.path.rename(other.folder / "mine.ics")
    bob.client.sync()
    bob.client.sync()
    (there,) = other.server().values()
    assert b"TRIGGER:-PT5M" in there
    assert meeting.told() == []
    assert partstat(meeting.alice.there, address(bob.account)) == "NEEDS-ACTION"


def test_L11_an_answer_is_told_once(meeting):
    alice, bob = meeting.alice, meeting.bob
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "TENTATIVE"))
    assert bob.client.sync().counts() == {"uploaded": 1}
    assert meeting.told() == [("alice", "REPLY")]
    for each in (alice.client, bob.client, alice.client, bob.client):
        each.sync()
    assert meeting.told() == []
    for text in (alice.path.read_bytes(), bob.path.read_bytes()):
        assert partstat(text, address(bob.account)) == "TENTATIVE"


def test_L11_an_update_and_an_answer_meet(meeting):
    """The organizer moves it while the guest answers what he knows."""
    alice, bob = meeting.alice, meeting.bob
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "ACCEPTED"))
    alice.edit("LOCATION", "Room 5")
    alice.client.sync()
    meeting.told()
    assert bob.client.sync().counts() == {"merged": 1}
    assert meeting.told() == [("alice", "REPLY")]
    for _ in range(2):
        alice.client.sync()
        bob.client.sync()
    assert meeting.told() == []
    for text in (alice.path.read_bytes(), bob.path.read_bytes(), alice.there, bob.there):
        assert value(text, "LOCATION") == "Room 5"
        assert partstat(text, address(bob.account)) == "ACCEPTED"


def test_L11_a_guest_who_deletes_what_was_updated_declines_nothing(meeting):
    alice, bob = meeting.alice, meeting.bob
    bob.path.unlink()
    alice.edit("LOCATION", "Room 6")
    alice.client.sync()
    meeting.told()
    assert bob.client.sync().counts() == {"downloaded": 1, "conflicts": 1}
    assert bob.client.sync().counts() == {}
    assert meeting.told() == []
    assert partstat(alice.there, address(bob.account)) == "NEEDS-ACTION"


def test_L11_a_guests_undo_tells_no_other_answer(meeting):
    alice, bob = meeting.alice, meeting.bob
    bob.path.write_bytes(answered(bob.path.read_bytes(), address(bob.account), "ACCEPTED"))
    bob.client.sync()
    alice.client.sync()
    alice.edit("LOCATION", "Room 7")
    alice.client.sync()
    meeting.told()
    run = bob.client.sync().data["run"]
    bob.client.run("undo", run)
    bob.client.sync(expect=None)
    bob.client.sync(expect=None)
    assert meeting.told() == []
    alice.client.sync()
    assert partstat(alice.path.read_bytes(), address(bob.account)) == "ACCEPTED"
    assert value(alice.there, "LOCATION") == "Room 7"


@pytest.mark.parametrize("policy", ["both", "server", "local"])
def test_L11_a_guests_conflict_answers_for_nobody(meeting, policy):
    alice, bob = meeting.alice, meeting.bob
    bob.client.run("collection", "set", bob.pair.id, f"conflict={policy}")
    bob.edit("SUMMARY", "My budget")
    alice.edit("SUMMARY", "Budget 2")
    alice.client.sync()
    meeting.told()
    assert bob.client.sync(expect=None).counts()["conflicts"] == 1
    bob.client.sync(expect=None)
    assert meeting.told() == []
    alice.client.sync()
    assert partstat(alice.there, address(bob.account)) == "NEEDS-ACTION"
    assert value(alice.there, "SUMMARY") == "Budget 2"
    copies = [body for body in bob.pair.server().values() if uid_of(body) != UID]
    assert len(copies) == (policy == "both")
    assert not [body for body in copies if b"ATTENDEE" in body or b"ORGANIZER" in body]
