"""Evolution's own CalDAV and CardDAV backends through the gateway: over D-Bus, without a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.connect.memory import App
from ksync.service.connections import Connections
from tests.acceptance.waiting import wait_until
from tests.gateway.profile import addressbook, calendar, serving
from tests.ksync.conftest import bus  # noqa: F401  a fixture
from tests.programs.evolution import DataServer, data_server
from tests.programs.texts import card, event

EVENT = """\
BEGIN:VCALENDAR
PRODID:-//Example//EN
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Custom/Zone
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:rich
DTSTAMP:20260101T000000Z
DTSTART;TZID=Custom/Zone:20261201T100000
DTEND;TZID=Custom/Zone:20261201T110000
RRULE:FREQ=DAILY;COUNT=10
EXDATE;TZID=Custom/Zone:20261203T100000,20261204T100000
CATEGORIES:one,two
SUMMARY:Before
IANA-UNKNOWN;X=1:keep me
X-OTHER;P="a,b":keep me too
STRUCTURED-DATA;VALUE=TEXT:long enough to be folded by whoever folds lines at sev
 enty-five octets\\, as it is here
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:x
TRIGGER:-PT5M
FOREIGN-IN-ALARM:1
END:VALARM
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()
CARD = """\
BEGIN:VCARD
VERSION:3.0
UID:rich
FN:Before
N:Before;;;;
NICKNAME:a,b
item1.TEL:+41 1
item1.X-ABLABEL:Boat
X-OTHER;P=1:keep me
FOREIGN:keep me too
END:VCARD
""".replace("\n", "\r\n").encode()
FOUR = """\
BEGIN:VCARD
VERSION:4.0
UID:four
FN:Four
N:Four;;;;
NICKNAME:a,b
BDAY:--0203
TEL;VALUE=uri;TYPE="voice,home":tel:+41-1
EMAIL;PREF=1:a@example.org
PHOTO:data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
X-OTHER;P=1:keep me
FOREIGN:keep me too
END:VCARD
""".replace("\n", "\r\n").encode()


def one_line_changed(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """The lines that differ, once the stamp that the program adds is left out."""
    one = [line for line in before.split(b"\r\n") if not line.startswith(b"LAST-MODIFIED")]
    other = [line for line in after.split(b"\r\n") if not line.startswith(b"LAST-MODIFIED")]
    assert len(one) == len(other), after.decode()
    return [(a, b) for a, b in zip(one, other, strict=True) if a != b]


@pytest.fixture
def connected(profile, bus, tmp_path):  # noqa: F811  a fixture
    """What GNOME shows of a calendar and an address book, both connected by kSync."""
    work = calendar(profile, "Work", 20, components=frozenset({"VEVENT"}))
    people = addressbook(profile, "People", 20)
    (work / "rich.ics").write_bytes(EVENT)
    (people / "rich.vcf").write_bytes(CARD)
    (people / "four.vcf").write_bytes(FOUR)
    with serving(profile), data_server(bus, tmp_path / "person") as server:
        parts = Parts(profile.paths, load(profile.paths.config_file).config)
        entries = Connections(parts).connect(App.EVOLUTION).entries
        places = {entry.kind.value: entry.place for entry in entries}
        yield Shown(server, places["calendar"], places["addressbook"]), work, people


@dataclass
class Shown:
    server: DataServer
    cal: str
    book: str

    def events(self) -> dict[str, str]:
        """Look at the gateway; UID -> the event's text."""
        self.server.calendar(self.cal, "Refresh")
        (found,) = self.server.calendar(self.cal, "GetObjectList", "s", "#t")
        return {uid(text): text for text in found}

    def cards(self) -> dict[str, str]:
        self.server.book(self.book, "Refresh")
        query = '(contains "x-evolution-any-field" "")'
        (found,) = self.server.book(self.book, "GetContactList", "s", query)
        return {uid(text): text for text in found}

    def change_event(self, text: str) -> None:
        self.server.calendar(self.cal, "ModifyObjects", "assu", [text], "all", 0)

    def change_card(self, text: str) -> None:
        self.server.book(self.book, "ModifyContacts", "asu", [text], 0)


def uid(text: str) -> str:
    found = re.search(r"(?m)^UID:(.*?)\r?$", text)
    assert found, text
    return found[1]


@pytest.mark.timeout(120)
def test_an_edit_changes_what_was_edited_and_nothing_else(connected):
    shown, work, people = connected
    wait_until(lambda: len(shown.events()) == 21, "the events are shown")
    shown.change_event(shown.events()["rich"].replace("SUMMARY:Before", "SUMMARY:After"))
    edited = (work / "rich.ics").read_bytes()
    assert one_line_changed(EVENT, edited) == [(b"SUMMARY:Before", b"SUMMARY:After")]

    wait_until(lambda: len(shown.cards()) == 22, "the cards are shown")
    for name, text in (("rich", CARD), ("four", FOUR)):
        old = re.search(r"FN:(\w+)", shown.cards()[name])
        assert old
        shown.change_card(shown.cards()[name].replace(old[0], "FN:Other"))
        changed = one_line_changed(text, (people / f"{name}.vcf").read_bytes())
        assert changed == [(old[0].encode(), b"FN:Other")]

    # somebody else edits the file, and the program has not looked since
    text = shown.events()["rich"]
    moved = edited.replace(b"SUMMARY:After", b"SUMMARY:After\r\nLOCATION:There")
    (work / "rich.ics").write_bytes(moved)
    shown.change_event(text.replace("SUMMARY:After", "SUMMARY:Later"))
    assert one_line_changed(moved, (work / "rich.ics").read_bytes()) == [
        (b"SUMMARY:After", b"SUMMARY:Later")
    ]


@pytest.mark.timeout(120)
def test_realistic_events_and_cards_lose_nothing(connected):
    shown, work, people = connected
    wait_until(lambda: len(shown.events()) == 21, "the events are shown")
    (found,) = shown.server.calendar(shown.cal, "GetObjectList", "s", "#t")
    masters = {uid(text): text for text in found if "\nRECURRENCE-ID" not in text}
    wait_until(lambda: len(shown.cards()) == 22, "the cards are shown")
    for folder, texts, name, change in (
        (work, masters, "SUMMARY", shown.change_event),
        (people, shown.cards(), "FN", shown.change_card),
    ):
        files = {uid(file.read_text("utf-8")): file for file in folder.glob("*.[iv]c[sf]")}
        assert len(texts) >= 20
        for one, text in texts.items():
            before = files[one].read_bytes()
            head = re.search(rf"(?m)^{name}[^:\r\n]*:", text)
            assert head
            change(f"{text[: head.end()]}Other {text[head.end() :]}")
            ((_, new),) = one_line_changed(before, files[one].read_bytes())
            assert new.startswith(name.encode()) and b"Other " in new


@pytest.mark.timeout(120)
def test_made_there_and_deleted_there(connected):
    shown, work, people = connected
    wait_until(lambda: len(shown.events()) == 21, "the events are shown")
    inner = event("made", "Made").decode()
    inner = inner[inner.index("BEGIN:VEVENT") : inner.index("END:VCALENDAR")]
    shown.server.calendar(shown.cal, "CreateObjects", "asu", [inner], 0)
    (made,) = [file for file in work.glob("*.ics") if b"UID:made" in file.read_bytes()]
    assert b"SUMMARY:Made" in made.read_bytes()
    shown.server.calendar(shown.cal, "RemoveObjects", "a(ss)su", [("made", "")], "all", 0)
    assert not made.exists()

    wait_until(lambda: len(shown.cards()) == 22, "the cards are shown")
    shown.server.book(shown.book, "CreateContacts", "asu", [card("made", "Made").decode()], 0)
    (made,) = [file for file in people.glob("*.vcf") if b"UID:made" in file.read_bytes()]
    shown.server.book(shown.book, "RemoveContacts", "asu", ["made"], 0)
    assert not made.exists()

    (work / "rich.ics").unlink()
    (work / "new.ics").write_bytes(event("new", "New"))
    wait_until(lambda: "new" in (found := shown.events()) and "rich" not in found, "it follows")
