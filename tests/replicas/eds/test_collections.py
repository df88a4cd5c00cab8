"""Sources behind collections, and what of a resource reaches whom."""

from __future__ import annotations

import itertools
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.content.lines import split_lines
from sync_engine.core.identifiers import Fingerprint, ResourceId
from sync_engine.core.observation import Snapshot
from sync_engine.errors import DesktopSourceGone, ReplicaUnavailable
from sync_engine.replicas.eds import (
    EdsCollection,
    EdsStore,
    Services,
    SessionBus,
    calendar_texts,
)
from sync_engine.replicas.eds.bulk import CAL, CLIENT, in_bulk
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.calendars import CalendarShelf
from sync_engine.replicas.eds.files import OwnFiles
from sync_engine.replicas.eds.shelf import Giving
from sync_engine.replicas.eds.sources import Found, Sources
from sync_engine.replicas.port import (
    Conflict,
    Create,
    Delete,
    Loaded,
    Operation,
    Outcome,
    Rejected,
    Removed,
    Replace,
    Stored,
)
from tests.conformance.bench import event
from tests.replicas.eds.daemon import Desktop
from tests.replicas.eds.ledger import MemoryLedger
from tests.replicas.eds.rival import Rival

_NUMBERS = itertools.count()
MIXED = frozenset({"VEVENT", "VTODO", "VJOURNAL"})


def task(uid: str, kind: str = "VTODO") -> bytes:
    return event(uid).replace(b"VEVENT", kind.encode()).replace(b"DTEND:20250102T110000Z\r\n", b"")


def stampless(body: bytes) -> list[bytes]:
    """Its lines without those that tell when it was edited."""
    stamps = ("LAST-MODIFIED", "REV")
    return [line.raw for line in split_lines(body) if line.name not in stamps]


class Desk:
    """A store and one collection of it."""

    def __init__(
        self,
        services: Services,
        kind: Kind = Kind.CALENDAR,
        components: frozenset[str] = frozenset(),
    ) -> None:
        self.services = services
        self.kind = kind
        self.owner = f"desk-{next(_NUMBERS)}"
        self.ledger = MemoryLedger()
        self.store = EdsStore(services, self.owner, kind, self.ledger)
        info = CollectionInfo("", kind, "Work", components=components, color="#00ff00")
        self.name = self.store.create("key", info)
        self.collection = self.open()

    def open(self) -> EdsCollection:
        return self.store.open(self.name, "key")

    def found(self) -> Found:
        return Sources(self.services, self.owner, self.kind).all()[self.name]

    def one(self, operation: Operation) -> Outcome:
        (outcome,) = self.collection.apply([operation])
        return outcome

    def create(self, name: str, body: bytes) -> ResourceId:
        outcome = self.one(Create(ResourceId(name), body))
        assert isinstance(outcome, Stored), outcome
        return outcome.id

    def body(self, name: str) -> bytes:
        (batch,) = self.collection.get([ResourceId(name)])
        got = batch[ResourceId(name)]
        assert isinstance(got, Loaded), got
        return got.body

    def mark(self, name: str) -> Fingerprint | None:
        seen = self.collection.observe(None)
        assert isinstance(seen, Snapshot)
        return seen.items[ResourceId(name)].fingerprint

    def replace(self, name: str, body: bytes) -> Outcome:
        return self.one(Replace(ResourceId(name), None, self.body(name), body))

    def rival(self, part: str = "", method: str = "OpenCalendar") -> Rival:
        return Rival(self.services, self.name + part, method)


def test_events_and_tasks_are_two_sources_of_one_collection(services: Services) -> None:
    desk = Desk(services, components=MIXED)
    assert list(desk.found().parts) == ["VEVENT", "VTODO"]
    names = [desk.create("a.ics", event("a")), desk.create("b.ics", task("b"))]
    assert desk.collection.listed() == set(names)
    assert desk.rival("-tasks", "OpenTaskList").components("b")
    assert not desk.rival().components("b")
    (info,) = desk.store.collections()
    assert info.components == {"VEVENT", "VTODO"}


def test_a_memo_list_comes_with_the_first_journal(services: Services) -> None:
    desk = Desk(services, components=MIXED)
    body = task("j", "VJOURNAL")
    desk.create("j.ics", body)
    assert list(desk.found().parts) == ["VEVENT", "VTODO", "VJOURNAL"]
    desk.collection = desk.open()
    assert desk.body("j.ics") == body


def test_a_part_that_the_user_removed_makes_it_unavailable(services: Services) -> None:
    desk = Desk(services, components=MIXED)
    source = desk.found().parts["VTODO"]
    removable = "org.gnome.evolution.dataserver.Source.Removable"
    services.bus.call((services.name("Sources"), source.path, removable), "Remove")
    with pytest.raises(DesktopSourceGone):
        desk.open()


def test_a_name_and_a_colour_are_those_of_all_parts_and_the_rest_stays(services: Services) -> None:
    desk = Desk(services, components=MIXED)
    first = desk.found().parts["VEVENT"]
    writable = (
        services.name("Sources"),
        first.path,
        "org.gnome.evolution.dataserver.Source.Writable",
    )
    services.bus.call(writable, "Write", "s", first.data.replace("Selected=true", "Selected=false"))
    desk.store.update(desk.name, CollectionInfo("", desk.kind, "Job", color="#0000ff"))
    for part, source in desk.found().parts.items():
        assert "DisplayName=Job\n" in source.data
        assert "Color=#0000ff\n" in source.data
        assert ("Selected=false" in source.data) is (part == "VEVENT")


def test_a_collection_that_is_not_empty_may_be_left_to_the_user(services: Services) -> None:
    desk = Desk(services)
    desk.create("a.ics", event("a"))
    assert desk.store.remove(desk.name, "key", resources=False) == ("a.ics",)
    assert not desk.store.collections()
    assert desk.rival().components("a")


def test_data_that_are_gone_are_not_an_empty_calendar(services: Services, desktop: Desktop) -> None:
    """A backup of the settings was restored, that of the data was not (loss class L15)."""
    desk = Desk(services)
    desk.create("a.ics", event("a"))
    desktop.kill()
    (file,) = Path(desktop.env["XDG_DATA_HOME"]).glob(f"evolution/*/{desk.name}/calendar.ics")
    file.unlink()
    services.bus.close()
    with pytest.raises(DesktopSourceGone):
        desk.open()
    # made again on request: whoever asks has forgotten what was there before
    assert desk.store.create("key", CollectionInfo("", desk.kind, "Work")) == desk.name
    assert not desk.open().listed()


def test_what_was_written_is_on_the_disk(services: Services, desktop: Desktop) -> None:
    """The service answers before it has written; killed then, it forgot what was created."""
    for size in (1, 50):
        desk = Desk(services)
        texts = [Create(ResourceId(f"{n}.ics"), event(f"u-{n}")) for n in range(size)]
        assert all(isinstance(outcome, Stored) for outcome in desk.collection.apply(texts))
        desktop.kill()
        services.bus.close()
        assert len(desk.open().listed()) == size


def test_a_write_has_ended_when_the_file_tells_its_revision(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = tmp_path / "evolution" / "calendar" / "one" / "calendar.ics"
    file.parent.mkdir(parents=True)
    file.write_text("BEGIN:VCALENDAR\nX-EVOLUTION-DATA-REVISION:2(1)\n")
    done = []
    waiting = threading.Thread(
        target=lambda: (OwnFiles("VEVENT", "one").settle("2(2)"), done.append(True))
    )
    waiting.start()
    waiting.join(0.1)
    assert not done
    file.write_text("BEGIN:VCALENDAR\nX-EVOLUTION-DATA-REVISION:2(2)\n")
    waiting.join(10)
    assert done


def test_bad_ones_among_many_are_found_and_the_others_are_written(services: Services) -> None:
    desk = Desk(services)
    bad = event("bad").replace(b"VEVENT", b"VAVAILABILITY")
    double = event("u-3", "again")
    texts = {f"{n}.ics": event(f"u-{n}") for n in range(40)} | {
        "bad.ics": bad,
        "double.ics": double,
    }
    outcomes = list(desk.collection.apply([Create(ResourceId(k), v) for k, v in texts.items()]))
    refused = {o.id: o.reference for o in outcomes if isinstance(o, Rejected)}
    assert refused == {
        "bad.ics": "resource.unsupported_component",
        "double.ics": "resource.duplicate_uid",
    }
    assert len(desk.collection.listed()) == 40


def test_a_call_that_fails_is_halved_until_the_bad_ones_stand_alone(services: Services) -> None:
    """A calendar refuses a task, and with it all that came in the same call."""
    desk = Desk(services)
    (shelf,) = desk.collection.shelves.values()
    givings = []
    for number in range(64):
        given = calendar_texts.down((task if number in (7, 40) else event)(f"u-{number}"), "")
        givings.append(Giving(given.uid, given))
    refused = shelf.create(givings)
    assert [n for n, error in enumerate(refused) if error is not None] == [7, 40]
    assert len(shelf.all()) == 62
    refused = shelf.modify(givings)
    assert [n for n, error in enumerate(refused) if error is not None] == [7, 40]
    refused = shelf.remove([f"u-{number}" for number in range(64)])
    assert [n for n, error in enumerate(refused) if error is not None] == [7, 40]
    assert not shelf.all()


@pytest.mark.parametrize("bad", [set(), {0}, {63}, {5, 6}, set(range(64))])
def test_halving_costs_few_calls(bad: set[int]) -> None:
    calls = []

    def send(items: Sequence[int]) -> None:
        calls.append(len(items))
        if bad & set(items):
            raise Refused(CAL, 2, "invalid")

    refused = in_bulk(range(64), send)
    assert {n for n, error in enumerate(refused) if error is not None} == bad
    assert len(calls) <= 1 + 2 * 6 * min(len(bad), 11)


def test_a_source_that_is_busy_is_no_fault_of_the_objects() -> None:
    def send(items: Sequence[int]) -> None:
        raise Refused(CLIENT, 1, "busy")

    with pytest.raises(ReplicaUnavailable):
        in_bulk(range(4), send)


def series(*overrides: str, exdate: str = "") -> bytes:
    master = event("s").replace(
        b"SUMMARY", b"RRULE:FREQ=DAILY;COUNT=9\r\n" + exdate.encode() + b"SUMMARY"
    )
    parts = b""
    for moment in overrides:
        start = f"RECURRENCE-ID:{moment}\r\nDTSTART:{moment}".encode()
        override = event("s", f"On {moment}").replace(b"DTSTART:20250102T100000Z", start)
        parts += override[override.index(b"BEGIN:VEVENT") : override.index(b"END:VCALENDAR")]
    return master.replace(b"END:VCALENDAR", parts + b"END:VCALENDAR")


SECOND, THIRD = "20250103T100000Z", "20250104T100000Z"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (series(), series(SECOND)),
        (series(SECOND), series()),
        (series(SECOND), series(THIRD)),
        (series(SECOND, THIRD), series(THIRD, exdate=f"EXDATE:{SECOND}\r\n")),
        (series(SECOND), event("s", "no series any more")),
        (event("s"), series(SECOND, THIRD)),
    ],
)
def test_overrides_come_and_go(services: Services, before: bytes, after: bytes) -> None:
    desk = Desk(services)
    desk.create("s.ics", before)
    assert isinstance(desk.replace("s.ics", after), Stored)
    assert desk.body("s.ics") == after
    texts = desk.rival().components("s")
    assert len(texts) == after.count(b"BEGIN:VEVENT")
    assert sum("EXDATE" in text for text in texts) == after.count(b"EXDATE")


def test_an_override_without_its_series_is_kept(services: Services) -> None:
    desk = Desk(services)
    whole = series(SECOND)
    at = whole.index(b"BEGIN:VEVENT"), whole.index(b"BEGIN:VEVENT", 60)
    alone = whole[: at[0]] + whole[whole.index(b"BEGIN:VEVENT", at[0] + 5) :]
    desk.create("s.ics", alone)
    assert desk.body("s.ics") == alone
    assert isinstance(desk.replace("s.ics", whole), Stored)
    assert desk.body("s.ics") == whole
    assert desk.one(Delete(ResourceId("s.ics"), None, whole)) == Removed(ResourceId("s.ics"))


def test_a_person_takes_one_day_out_of_a_series(services: Services) -> None:
    """Evolution removes an override with an EXDATE, both at once."""
    desk = Desk(services)
    desk.create("s.ics", series(SECOND))
    desk.rival().call("RemoveObjects", "a(ss)su", [("s", SECOND)], "this", 0)
    body = desk.body("s.ics")
    assert body.count(b"BEGIN:VEVENT") == 1
    assert f"EXDATE:{SECOND}\r\n".encode() in body


PERSON = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:p\r\nFN:P\r\nN:P;;;;\r\nEND:VCARD\r\n"


def test_a_picture_that_a_program_adds_goes_up_as_a_picture(services: Services) -> None:
    desk = Desk(services, Kind.ADDRESSBOOK)
    desk.create("p.vcf", PERSON)
    rival = desk.rival(method="OpenAddressBook")
    rival.edit_contact("p", "FN:P", "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\nFN:P")
    assert "file://" in rival.contact("p")
    body = desk.body("p.vcf")
    assert b"PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n" in body
    assert b"file:" not in body
    # one that a program made from nothing goes up the same way
    rival.call("CreateContacts", "asu", [PERSON.decode().replace("UID:p", "UID:q")
               .replace("FN:P", "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r\nFN:P")], 0)  # fmt: skip
    new = desk.body("q.vcf")
    assert b"PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r\n" in new
    assert b"file:" not in new
    assert b"X-EVOLUTION" not in new


@pytest.mark.parametrize("kind", list(Kind))
def test_the_address_of_a_file_is_never_followed(services: Services, kind: Kind, tmp_path) -> None:
    """Neither one that a server sends nor one that stands in the store already."""
    secret = tmp_path / "secret"
    secret.write_text("a secret")
    address = f"file://{secret}"
    desk = Desk(services, kind)
    if kind is Kind.ADDRESSBOOK:
        given = PERSON.replace(b"FN:", f"PHOTO;VALUE=uri:{address}\r\nFN:".encode())
        name = desk.create("p.vcf", given)
        rival = desk.rival(method="OpenAddressBook")
        assert address not in rival.contact("p")
        rival.edit_contact("p", "FN:P", f"LOGO;VALUE=uri:{address}\r\nFN:Q")
    else:
        given = event("p").replace(b"SUMMARY", f"ATTACH:{address}\r\nSUMMARY".encode())
        name = desk.create("p.ics", given)
        assert address not in desk.rival().components("p")[0]
        desk.rival().edit("p", "SUMMARY:Lunch", f"ATTACH:{address}\r\nSUMMARY:Q")
    body = desk.body(name)
    assert body.count(address.encode()) == 1  # the server's own line, as it was
    assert b"YSBzZWNyZXQ" not in body  # "a secret"
    assert b":Q" in body


def test_a_contact_without_uid_stays_without(services: Services) -> None:
    desk = Desk(services, Kind.ADDRESSBOOK)
    given = PERSON.replace(b"UID:p\r\n", b"")
    name = desk.create("n.vcf", given)
    uid = next(iter(desk.ledger.names(desk.name)))
    desk.rival(method="OpenAddressBook").edit_contact(uid, "FN:P", "FN:Q")
    assert stampless(desk.body(name)) == stampless(given.replace(b"FN:P", b"FN:Q"))


def test_what_only_evolution_knows_survives_a_change_of_the_server(services: Services) -> None:
    desk = Desk(services, Kind.ADDRESSBOOK)
    desk.create("p.vcf", PERSON)
    rival = desk.rival(method="OpenAddressBook")
    rival.edit_contact("p", "FN:P", "X-EVOLUTION-FILE-AS:zz\r\nFN:P")
    assert desk.body("p.vcf") == PERSON
    desk.replace("p.vcf", PERSON.replace(b"FN:P", b"FN:R"))
    assert "X-EVOLUTION-FILE-AS:zz" in rival.contact("p")
    assert "FN:R" in rival.contact("p")


def zoned(uid: str, offset: str, tzid: str = "Customized Time Zone") -> bytes:
    zone = (
        f"BEGIN:VTIMEZONE\r\nTZID:{tzid}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    return (
        event(uid)
        .replace(b"BEGIN:VEVENT", zone.encode() + b"BEGIN:VEVENT")
        .replace(b"DTSTART:20250102T100000Z", f"DTSTART;TZID={tzid}:20250102T100000".encode())
        .replace(b"DTEND:20250102T110000Z", f"DTEND;TZID={tzid}:20250102T110000".encode())
    )


def test_two_zones_of_one_name_stay_two(services: Services) -> None:
    """Outlook calls every zone of its own Customized Time Zone."""
    desk = Desk(services)
    bodies = {f"{n}.ics": zoned(f"z-{n}", offset) for n, offset in enumerate(["+0300", "-0700"])}
    for name, body in bodies.items():
        desk.create(name, body)
    rival = desk.rival()
    names = [
        re.findall(r"DTSTART;TZID=\"?([^:\"]*)", rival.components(f"z-{n}")[0])[0] for n in (0, 1)
    ]
    assert names[0] != names[1]
    offsets = [str(rival.call("GetTimezone", "s", name)) for name in names]
    assert ["+0300" in offsets[0], "-0700" in offsets[1]] == [True, True]
    assert {name: desk.body(name) for name in bodies} == bodies
    rival.edit("z-1", ":20250102T110000", ":20250102T120000")
    wanted = bodies["1.ics"].replace(b":20250102T110000", b":20250102T120000")
    assert stampless(desk.body("1.ics")) == stampless(wanted)


def test_a_zone_that_nobody_describes_is_shown_in_utc_and_stays_on_the_server(
    services: Services,
) -> None:
    desk = Desk(services)
    body = event("n").replace(b"DTSTART:20250102T100000Z", b"DTSTART;TZID=No/Where:20250102T100000")
    desk.create("n.ics", body)
    rival = desk.rival()
    assert "DTSTART:20250102T100000Z" in rival.components("n")[0]
    rival.edit("n", "SUMMARY:Lunch", "SUMMARY:Tea")
    wanted = body.replace(b"SUMMARY:Lunch", b"SUMMARY:Tea")
    assert stampless(desk.body("n.ics")) == stampless(wanted)
    rival.edit("n", "DTSTART:20250102T100000Z", "DTSTART:20250102T090000Z")
    assert b"DTSTART:20250102T090000Z\r\n" in desk.body("n.ics")


def test_evolutions_names_of_zones_do_not_go_up(services: Services) -> None:
    desk = Desk(services)
    desk.rival().put("e", zoned("e", "+0100", "/freeassociation.sourceforge.net/Europe/Zurich"))
    body = desk.body("e.ics")
    assert b"DTSTART;TZID=Europe/Zurich:20250102T100000\r\n" in body
    assert b"TZID:Europe/Zurich\r\n" in body
    assert b"freeassociation" not in body


class Interfering(SessionBus):
    """Another program edits right after a call of a method."""

    method = ""
    edit: Callable[[], None]

    def call(self, to, method, signature="", *arguments):
        result = super().call(to, method, signature, *arguments)
        if method == self.method:
            self.method = ""
            self.edit()
        return result


@pytest.fixture
def interfering(desktop: Desktop) -> Iterator[Interfering]:
    bus = Interfering(desktop.address)
    yield bus
    bus.close()


def test_an_edit_while_a_write_is_prepared_is_no_victim(
    services: Services, interfering: Interfering
) -> None:
    desk = Desk(Services(interfering))
    desk.create("e.ics", event("e", "first"))
    other = Rival(services, desk.name)
    interfering.edit = lambda: other.edit("e", "SUMMARY:first", "SUMMARY:theirs")
    mark = desk.mark("e.ics")
    interfering.method = "GetObjectList"  # what is there was read, nothing is written yet
    outcome = desk.one(Replace(ResourceId("e.ics"), mark, event("e", "first"), event("e", "ours")))
    assert isinstance(outcome, Conflict), outcome
    assert b"SUMMARY:theirs" in desk.body("e.ics")


def test_an_edit_right_after_a_write_is_an_edit(
    services: Services, interfering: Interfering, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(Services(interfering))
    desk.create("e.ics", event("e", "first"))
    other = Rival(services, desk.name)
    told = CalendarShelf.revision

    def edited(shelf: CalendarShelf) -> str:
        """The first revision that is asked after the write is told, then they write."""
        monkeypatch.setattr(CalendarShelf, "revision", told)
        found = told(shelf)
        other.edit("e", "SUMMARY:ours", "SUMMARY:theirs")
        return found

    interfering.edit = lambda: monkeypatch.setattr(CalendarShelf, "revision", edited)
    interfering.method = "ModifyObjects"
    assert isinstance(desk.replace("e.ics", event("e", "ours")), Stored)
    assert b"SUMMARY:theirs" in desk.body("e.ics")


def test_what_the_store_adds_for_itself_does_not_go_up(services: Services) -> None:
    """Of an event that a program made, there is no other text than the store's."""
    desk = Desk(services)
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:x\r\nEND:VALARM\r\n"
    extra = f"RRULE:FREQ=DAILY;COUNT=3\r\nNOVEL:x\r\nX-EMPTY:\r\n{alarm}".encode()
    desk.rival().put("made", event("made").replace(b"END:VEVENT", extra + b"END:VEVENT"))
    (stored,) = desk.rival().components("made")
    assert "X-LIC-ERROR" in stored
    assert "X-EVOLUTION-ALARM-UID" in stored
    body = desk.body("made.ics")
    assert b"X-LIC" not in body
    assert b"X-EVOLUTION" not in body
    assert b"RRULE:FREQ=DAILY;COUNT=3\r\n" in body
    assert b"BEGIN:VALARM\r\n" in body


ODD = (
    "COMMENT:C:\\xyz\\temp", "CATEGORIES:a\\,b,c", "RESOURCES;LANGUAGE=fr:x\\,y", "GEO:1;-2.5",
    "RRULE:INTERVAL=1;FREQ=WEEKLY;WKST=MO;COUNT=3", "X-A;P=1:geo:1,2", "X-B:a\\nb", "x-c;x-d=e:f",
    "NOVEL:1", "DESCRIPTION:", "LOCATION;ALTREP=\"a:b\":\\N\\;", "COLOR;EMAIL=\"mailto:a@b.c\":red",
    "EXDATE:20250103T100000Z,20250104T100000Z", "ATTENDEE;CN=\"a,b\";X-P=\"c;d\":MAILTO:a@b.c",
    "ATTACH;ENCODING=BASE64;VALUE=BINARY:aGVsbG8=", "REQUEST-STATUS:2.0;Success", "URL:a\\,b",
)  # fmt: skip
"""Lines that the store spells otherwise, some of them otherwise each time."""


def test_what_nobody_edited_stays_however_often_the_store_writes_it(
    services: Services, desktop: Desktop
) -> None:
    desk = Desk(services)
    bodies = {
        f"{n}.ics": event(f"o-{n}").replace(b"SUMMARY", line.encode() + b"\r\nSUMMARY")
        for n, line in enumerate(ODD)
    }
    for name, body in bodies.items():
        desk.create(name, body)
    for _ in range(2):
        texts = desk.rival().call("GetObjectList", "s", "#t")
        desk.rival().call("ModifyObjects", "assu", texts, "this", 0)
        assert {name: desk.body(name) for name in bodies} == bodies
    desktop.kill()
    services.bus.close()
    desk.collection = desk.open()
    assert {name: desk.body(name) for name in bodies} == bodies
