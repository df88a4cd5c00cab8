"""Changes that other programs do not see, because what they compare forgets where a value
stands: swapped between master and exception, swapped folded lines, another offset of a
time zone. Each is a change, and travels both ways."""

from __future__ import annotations

import pytest

from tests.cycle.twin import Client, Server


def crlf(*lines: str) -> bytes:
    return "".join(f"{line}\r\n" for line in lines).encode()


def series(
    master: str = "weekly", override: str = "moved", offset: str = "+0100", notes: str = "one|two"
) -> bytes:
    first, second = notes.split("|")
    return crlf(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//test//EN",
        "BEGIN:VTIMEZONE",
        "TZID:Z",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:s",
        "DTSTART;TZID=Z:20260105T100000",
        "RRULE:FREQ=WEEKLY",
        f"SUMMARY:{master}",
        "DESCRIPTION:first\\n",
        f"  {first}",
        f"  {second}",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:s",
        "RECURRENCE-ID;TZID=Z:20260112T100000",
        "DTSTART;TZID=Z:20260112T140000",
        f"SUMMARY:{override}",
        "END:VEVENT",
        "END:VCALENDAR",
    )


CHANGES = {
    "values swapped between master and exception": series("moved", "weekly"),
    "two folded lines swapped": series(notes="two|one"),
    "another offset of the time zone": series(offset="+0200"),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("side", ["local", "remote"])
def test_L6_a_change_that_only_moves_a_value_travels(changed, side):
    server = Server()
    work = server.add("work")
    href = server.href(work, "s.ics")
    client = Client(server)
    work.put(href, series())
    client.sync()
    local = client.folder("work")
    if side == "local":
        local.put("s.ics", changed)
    else:
        work.put(href, changed)
    client.sync()
    client.settle()
    assert local.bodies() == {"s.ics": changed}
    assert work.bodies() == {href: changed}
    assert client.history() == [series()]


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_L6_and_it_is_merged_with_another_change(changed):
    server = Server()
    work = server.add("work")
    href = server.href(work, "s.ics")
    client = Client(server)
    work.put(href, series())
    client.sync()
    local = client.folder("work")
    local.put("s.ics", changed)
    other = series().replace(b"UID:s\r\nRECURR", b"UID:s\r\nLOCATION:there\r\nRECURR")
    work.put(href, other)
    result = client.sync()
    client.settle()
    assert result.collections[0].counts["merged"] == 1
    assert result.collections[0].counts["conflicts"] == 0
    (both,) = work.bodies().values()
    assert list(local.bodies().values()) == [both]
    assert b"LOCATION:there" in both
    assert both.replace(b"LOCATION:there\r\n", b"") == changed
    assert {changed, other} <= set(client.history())


def test_L6_without_a_base_they_are_no_copies_of_one_another():
    server = Server()
    work = server.add("work")
    work.put(server.href(work, "s.ics"), series())
    client = Client(server)
    client.folder("work").put("s.ics", series("moved", "weekly"))
    client.sync()
    client.settle()
    kept = [*work.bodies().values(), *client.folder("work").bodies().values(), *client.history()]
    assert series() in kept
    assert series("moved", "weekly") in kept
