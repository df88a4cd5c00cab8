"""Cards as people: vCard 2.1, 3.0 and 4.0, photos, and the search."""

from __future__ import annotations

import base64

import pytest

from ksync.reading.cards import photo, read
from ksync.reading.files import Unreadable
from ksync.reading.people import People, fold, query

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n picture").decode()


def card(*lines: str, version: str = "3.0") -> bytes:
    text = "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", "UID:u", *lines, "END:VCARD", ""))
    return text.encode()


def test_version_3() -> None:
    found = read(card(
        "FN:Dr. Ada Lovelace", "N:Lovelace;Ada;;Dr.;", "ORG:Engines\\, Ltd;Analysis",
        "TITLE:Analyst", "EMAIL;TYPE=WORK:a@work.example", "EMAIL;TYPE=HOME,pref:a@home.example",
        "TEL;TYPE=CELL,VOICE:+44 20 1", "item1.TEL:+44 20 2", "item1.X-ABLabel:_$!<Main>!$_",
        "ADR;TYPE=HOME:;;1 High St;London;;N1;UK", "BDAY:1815-12-10", "CATEGORIES:Maths,Friends",
        "NOTE:one\\ntwo", "URL:https://ada.example",
    ))  # fmt: skip
    assert (found.name, found.family, found.given) == ("Dr. Ada Lovelace", "Lovelace", "Ada")
    assert (found.organisation, found.job) == ("Engines, Ltd, Analysis", "Analyst")
    assert found.mails[0].value == "a@home.example"
    assert found.mails[0].preferred
    assert [(item.value, item.kinds, item.label) for item in found.phones] == [
        ("+44 20 1", ("cell",), ""), ("+44 20 2", (), "main"),
    ]  # fmt: skip
    assert found.addresses[0].value == "1 High St\nN1 London\nUK"
    assert found.categories == ("Maths", "Friends")
    assert found.note == "one\ntwo"


def test_version_4() -> None:
    found = read(card(
        "KIND:org", "FN;PREF=2:Second", "FN;PREF=1:First",
        "TEL;VALUE=uri;PREF=1;TYPE=\"voice,work\":tel:+41-1",
        "EMAIL:x@y.example", "BDAY:--0203", "ANNIVERSARY:20100105", "MEMBER:urn:uuid:1",
        version="4.0",
    ))  # fmt: skip
    assert (found.name, found.kind, found.members) == ("First", "org", 1)
    assert [(item.value, item.kinds) for item in found.phones] == [("+41-1", ("work",))]
    assert (found.birthday, found.anniversary) == ("--0203", "20100105")


def test_version_21_with_bare_words_and_quoted_printable() -> None:
    found = read(card(
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg", "TEL;HOME:1",
        version="2.1",
    ))  # fmt: skip
    assert (found.name, found.phones[0].kinds) == ("Jörg Müller", ("home",))


NAMES = (
    (("N:;;;;", "ORG:Acme"), "Acme"), (("FN:", "N:Doe;Jane;;;"), "Jane Doe"),
    (("EMAIL:a@b.example",), "a@b.example"), (("NICKNAME:Bob",), "Bob"), ((), ""),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "name"), NAMES)
def test_a_name_is_found(lines, name) -> None:
    assert read(card(*lines)).name == name


@pytest.mark.parametrize(
    "body", [b"", b"BEGIN:VCARD\r\nFN:x\r\n", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"]
)
def test_what_is_damaged_is_unreadable(body) -> None:
    with pytest.raises(Unreadable):
        read(body)
    assert photo(body) is None


EMBEDDED = (
    f"PHOTO;ENCODING=b;TYPE=PNG:{PIXEL}", f"PHOTO;ENCODING=b:{PIXEL[:10]}\r\n {PIXEL[10:]}",
    f"PHOTO:data:image/png;base64,{PIXEL}", f"PHOTO:data:image/png;base64\\,{PIXEL}",
    f"PHOTO;PNG;BASE64:{PIXEL}",
)  # fmt: skip


@pytest.mark.parametrize("line", EMBEDDED)
def test_a_photo_in_the_card(line) -> None:
    body = card("FN:x", line)
    assert read(body).has_photo
    assert photo(body) == b"\x89PNG\r\n\x1a\n picture"


@pytest.mark.parametrize("line", [
    "PHOTO;VALUE=uri:https://tracker.example/me.png", "PHOTO:file:///etc/passwd", "PHOTO:",
])  # fmt: skip
def test_an_address_is_no_photo(line) -> None:
    body = card("FN:x", line)
    assert not read(body).has_photo
    assert photo(body) is None


def test_a_photo_that_is_too_large_is_none(monkeypatch) -> None:
    monkeypatch.setattr("ksync.reading.cards.MOST_PHOTO", 5)
    assert photo(card("FN:x", f"PHOTO;ENCODING=b:{PIXEL}")) is None


SEARCHES = (
    ("jose", True), ("JOSÉ", True), ("garcia acme", True), ("acme", True), ("a@b", True),
    ("+34 600", True), ("600 12", True), ("0034", False), ("friends", True), ("nobody", False),
    ("", True), ("strasse", False), ("jose nobody", False),
)  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SEARCHES)
def test_the_search_folds_accents_and_numbers(tmp_path, text, found) -> None:
    (tmp_path / "p.vcf").write_bytes(card(
        "FN:José García", "ORG:Acme", "EMAIL:a@b.example", "TEL:+34 600 12 34", "CATEGORIES:Friends"
    ))  # fmt: skip
    people = People()
    people.look({"a/b": tmp_path})
    (person,) = people.crowd(60).people
    assert person.matches(query(text)) is found


def test_folding() -> None:
    assert fold("Straße ØRSTED Łódź") == "strasse orsted lodz"


def test_people_stand_in_order_and_a_broken_card_is_told(tmp_path) -> None:
    for name, lines in {
        "1": ("FN:Zoé Adam", "N:Adam;Zoé;;;"), "2": ("FN:Émile Zola", "N:Zola;Émile;;;"),
        "3": ("FN:Éric Äbi", "N:Äbi;Éric;;;"), "4": (),
    }.items():  # fmt: skip
        (tmp_path / f"{name}.vcf").write_bytes(card(*lines))
    (tmp_path / "broken.vcf").write_bytes(b"BEGIN:VCARD\r\n")
    people = People()
    people.look({"a/b": tmp_path})
    crowd = people.crowd(60)
    assert [person.card.name for person in crowd.people] == [
        "Éric Äbi",
        "Zoé Adam",
        "Émile Zola",
        "",
    ]
    assert [each.place.name for each in crowd.left_out] == ["broken.vcf"]
    assert (crowd.pending, crowd.total) == (0, 5)
