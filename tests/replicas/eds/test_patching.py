"""An edit in the store's words, done to the server's text: a table."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.replicas.eds import card_texts
from sync_engine.replicas.eds.patching import patch

CASES = {
    "nothing": ("A:1", "A:1", "a:1;X", "a:1;X"),
    "a value": ("A:1", "A:2", "A;Z=9:1", "A;Z=9:2"),
    "a value in the given spelling of its name": ("A:1", "A:2", "a:1", "a:2"),
    "a new line comes behind the last of its name": (
        "T:1|B:2", "T:1|T:3|B:2", "T:1|X:9|B:2", "T:1|T:3|X:9|B:2",
    ),
    "a new name comes last": ("A:1", "A:1|N:2", "A:1|X:9", "A:1|X:9|N:2"),
    "a line goes": ("A:1|B:2", "B:2", "A:1|X:9|B:2", "X:9|B:2"),
    "the second of three": ("T:1|T:2|T:3", "T:1|T:4|T:3", "T:1|T;P=x:2|T:3", "T:1|T;P=x:4|T:3"),
    "one of three goes": ("T:1|T:2|T:3", "T:1|T:3", "T:one|T:two|T:three", "T:one|T:three"),
    "one that never went down stays": ("T:1|T:3", "T:3", "T:1|T:two|T:3", "T:two|T:3"),
    "a parameter": ("A;P=1;Q=2:v", "A;P=3;Q=2:v", "A;R=9;P=1:V", "A;R=9;P=3:V"),
    "a parameter goes": ("A;P=1;Q=2:v", "A;Q=2:v", "A;P=1;Q=2;R=9:v", "A;Q=2;R=9:v"),
    "a parameter comes": ("A:v", "A;P=1:v", "A;R=9:v", "A;R=9;P=1:v"),
    "a zone that the store did not know": (
        "DTSTART:20250101T100000Z", "DTSTART:20250101T110000Z",
        "DTSTART;TZID=X:20250101T120000", "DTSTART:20250101T110000Z",
    ),
    "a zone that it did not know, and another edit": (
        "DTSTART:20250101T100000Z|S:1", "DTSTART:20250101T100000Z|S:2",
        "DTSTART;TZID=X:20250101T120000|S:1", "DTSTART;TZID=X:20250101T120000|S:2",
    ),
    "a value of a list goes": (
        "EXDATE:1|EXDATE:2|EXDATE:3", "EXDATE:1|EXDATE:3", "EXDATE:1,2,3", "EXDATE:1,3",
    ),
    "the last value of a list takes the line along": (
        "EXDATE:1|EXDATE:2", "EXDATE:2", "EXDATE:1|EXDATE:2", "EXDATE:2",
    ),
    "a value of a list changes": (
        "EXDATE:1|EXDATE:2", "EXDATE:1|EXDATE:4", "EXDATE:1,2", "EXDATE:1,4",
    ),
    "a value of a list moves to another zone": (
        "EXDATE;TZID=A:1|EXDATE;TZID=A:2", "EXDATE;TZID=A:1|EXDATE;TZID=B:2",
        "EXDATE;TZID=A:1,2", "EXDATE;TZID=A:1|EXDATE;TZID=B:2",
    ),
    "a comma in a value is none between values": (
        "CATEGORIES:a|CATEGORIES:b|CATEGORIES:c", "CATEGORIES:b|CATEGORIES:c",
        r"CATEGORIES:a,b\,c", r"CATEGORIES:b\,c",
    ),
    "a field": (
        "N:Doe;Jo;;;", "N:Doe;Joe;;;", r"N:Doe\, Sr.;Jo", r"N:Doe\, Sr.;Joe;;;",
    ),
    "an attendee is found by its address": (
        "ATTENDEE;P=1:a@x|ATTENDEE;P=1:b@x", "ATTENDEE;P=2:b@x|ATTENDEE;P=1:a@x",
        "ATTENDEE;Z=1;P=1:a@x|ATTENDEE;Z=2;P=1:b@x", "ATTENDEE;Z=1;P=1:a@x|ATTENDEE;Z=2;P=2:b@x",
    ),
    "one attendee for another": (
        "ATTENDEE;P=1:a@x", "ATTENDEE;P=1:c@x", "ATTENDEE;Z=1;P=1:a@x", "ATTENDEE;P=1:c@x",
    ),
    "quoted-printable goes with the value that it encoded": (
        "FN;CHARSET=UTF-8:Jo", "FN;CHARSET=UTF-8:Zoë",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=6F", "FN;CHARSET=UTF-8:Zoë",
    ),
    "nothing comes behind a line that takes the next one in": (
        "A:1|K:x", "A:1|K:x|N:2", "A:1|K;ENCODING=QUOTED-PRINTABLE:x=",
        "A:1|N:2|K;ENCODING=QUOTED-PRINTABLE:x=",
    ),
    "nor one of its name": (
        "K:x", "K:x|K:y", "K;ENCODING=QUOTED-PRINTABLE:x=", "K:y|K;ENCODING=QUOTED-PRINTABLE:x=",
    ),
    "a group stays": ("item1.TEL:1", "item1.TEL:2", "item1.TEL;T=x:1", "item1.TEL;T=x:2"),
}  # fmt: skip


def text(lines: str, name: str = "X-THING") -> bytes:
    parts = [f"BEGIN:{name}", *filter(None, lines.split("|")), f"END:{name}", ""]
    return "\r\n".join(parts).encode()


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    before, now, down, wanted = map(text, CASES[case])
    assert patch(before, now, down) == wanted


FOUR = {
    "a number that was a URI": (
        "TEL;TYPE=cell:+1", "TEL;TYPE=cell:+2 3", "TEL;VALUE=uri;TYPE=cell:tel:+1",
        "TEL;TYPE=cell:+2 3",
    ),
    "preferred": (
        "EMAIL;TYPE=home:a@x", "EMAIL;TYPE=home,PREF:a@x",
        "EMAIL;TYPE=home:a@x", "EMAIL;TYPE=home;PREF=1:a@x",
    ),
    "another picture": (
        "PHOTO;ENCODING=b;TYPE=PNG:AAAA", "PHOTO;ENCODING=b;TYPE=JPEG:BBBB",
        "PHOTO;PID=1:data:image/png;base64,AAAA", "PHOTO;PID=1:data:image/jpeg;base64,BBBB",
    ),
    "a first picture": (
        "FN:x", "FN:x|PHOTO;ENCODING=b;TYPE=GIF:CCCC",
        "FN:x", "FN:x|PHOTO:data:image/gif;base64,CCCC",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUR)
def test_a_card_of_version_4(case: str) -> None:
    before, now, down, wanted = (text(lines, "VCARD") for lines in FOUR[case])
    assert patch(before, now, down, card_texts.to_four) == wanted


ALARM = "BEGIN:VALARM|TRIGGER:{}|{}END:VALARM"


def test_an_alarm_is_found_by_what_it_says_or_by_its_place() -> None:
    one, two = ALARM.format("-PT5M", ""), ALARM.format("-PT1H", "")
    down = f"{ALARM.format('-PT5M', 'X-A:1|')}|{ALARM.format('-PT1H', 'X-B:1|')}"
    later = ALARM.format("-PT2H", "")
    done = patch(text(f"{one}|{two}"), text(f"{two.replace('-PT1H', '-PT2H')}|{one}"), text(down))
    assert done == text(down.replace("-PT1H", "-PT2H"))
    done = patch(text(f"{one}|{two}"), text(one), text(down))
    assert done == text(ALARM.format("-PT5M", "X-A:1|"))
    done = patch(text(one), text(f"{one}|{later}"), text(ALARM.format("-PT5M", "X-A:1|")))
    assert done == text(f"{ALARM.format('-PT5M', 'X-A:1|')}|{later}")


def test_what_is_no_single_object_is_not_patched() -> None:
    whole = text("A:1")
    assert patch(whole, whole + whole, whole) is None
    assert patch(whole, text("A:1", "Y"), whole) is None
    assert patch(whole, b"BEGIN:X\r\n", whole) is None


NAMES = st.sampled_from(["A", "T", "X-N", "ATTENDEE"])
LINES = st.lists(st.builds("{}:{}".format, NAMES, st.integers(0, 4)), max_size=8)


@given(before=LINES, now=LINES)
def test_in_the_stores_own_words_a_patch_is_the_edit(before: list[str], now: list[str]) -> None:
    """Where nothing was rewritten, the result says what the store says."""
    old, new = text("|".join(before)), text("|".join(now))
    done = patch(old, new, old)
    assert done is not None
    assert sorted(done.splitlines()) == sorted(new.splitlines())


@given(before=LINES, now=LINES, hidden=LINES)
def test_what_never_went_down_is_nobodys_edit(
    before: list[str], now: list[str], hidden: list[str]
) -> None:
    kept = [f"H-{line}" for line in hidden]
    given_lines = [line for pair in itertools.zip_longest(before, kept) for line in pair if line]
    done = patch(text("|".join(before)), text("|".join(now)), text("|".join(given_lines)))
    assert done is not None
    assert [line for line in done.decode().splitlines() if line.startswith("H-")] == kept
    rest = [line for line in done.decode().splitlines() if not line.startswith("H-")]
    assert sorted(rest) == sorted(text("|".join(now)).decode().splitlines())
