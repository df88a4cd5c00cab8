"""Contacts show who was synced: search, photos, sections, broken cards."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from tests.ui.finding import shown, texts
from tests.ui.waiting import until
from ui.photos import SIDE, _quietly, read_photo


def png(width: int, height: int, colour: str = "#ff0000") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def card(name: str, *lines: str, version: str = "3.0") -> bytes:
    text = "\r\n".join((
        "BEGIN:VCARD", f"VERSION:{version}", f"UID:{name}", f"FN:{name}",
        f"N:{name.rsplit(maxsplit=1)[-1]};{name.split(maxsplit=1)[0]};;;", *lines, "END:VCARD", "",
    ))  # fmt: skip
    return text.encode()


@pytest.fixture
def page(program_at, sides, service):
    path = service().collections.show("home/people").path
    assert path is not None
    folder = Path(path)
    for file in folder.glob("*.vcf"):
        file.unlink()
    photo = base64.b64encode(png(200, 100)).decode()
    cards = {
        "zoe": card("Zoé Adam", "ORG:Acme", "TEL;TYPE=CELL:+41 79 123", f"PHOTO;ENCODING=b:{photo}",
                    "CATEGORIES:Friends"),
        "emile": card("Émile Zola", "EMAIL;TYPE=WORK:emile@zola.example", "NOTE:<b>bold</b>",
                      f"PHOTO:data:image/png;base64,{base64.b64encode(b'no picture').decode()}",
                      version="4.0"),
        "bob": card("Bob Byte", "PHOTO;VALUE=uri:http://127.0.0.1:9/bob.png"),
        "bad": b"BEGIN:VCARD\r\n",
    }  # fmt: skip
    for name, body in cards.items():
        (folder / f"{name}.vcf").write_bytes(body)
    found = program_at("contacts").window.page("contacts")
    until(lambda: found.settled and len(found.crowd.people) == 3)
    return found


def names(page) -> list[str]:
    return [row.name for row in page.list.rows.rows]


def choose(page, name: str) -> None:
    page.list.setCurrentIndex(page.list.rows.index(names(page).index(name)))


def test_people_stand_by_their_family_names(page) -> None:
    assert names(page) == ["Zoé Adam", "Bob Byte", "Émile Zola"]
    shown(page, "3 contacts")
    shown(page, "1 file cannot be shown.")


def test_searching_as_one_types(page) -> None:
    page.search.setFocus()
    QTest.keyClicks(page.search, "zoe")
    until(lambda: page.settled)
    assert names(page) == ["Zoé Adam"]
    page.search.setText("079 123")
    until(lambda: page.settled)
    assert page._stack.currentIndex() == 2
    shown(page, "Nobody found")
    for text, found in (
        ("79 123", "Zoé Adam"),
        ("acme", "Zoé Adam"),
        ("ZOLA.example", "Émile Zola"),
    ):
        page.search.setText(text)
        until(lambda: page.settled)
        assert names(page) == [found]
    page.search.clear()
    until(lambda: page.settled)
    assert len(names(page)) == 3


def test_the_keyboard_finds_the_search_and_walks_the_list(page) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    shown(page, "Bob Byte")
    assert page._current.name == "bob.vcf"
    QTest.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    until(page.search.hasFocus)


def test_details_are_plain_text_in_sections(page) -> None:
    choose(page, "Émile Zola")
    shown(page, "emile@zola.example")
    read = texts(page)
    for text in ("E-mail", "work", "emile@zola.example", "Notes", "<b>bold</b>", "People"):
        assert text in read, text


def test_a_category_narrows_the_list(page) -> None:
    assert page.category.count() == 2
    page.category.setCurrentIndex(1)
    page.category.activated.emit(1)
    until(lambda: page.settled)
    assert names(page) == ["Zoé Adam"]


def test_photos_come_from_the_card_alone(page) -> None:
    until(lambda: len(page._photos) == 2)
    photos = {place.name: photo for place, photo in page._photos.items()}
    assert photos["emile.vcf"] is None
    assert photos["zoe.vcf"].pixelColor(5, 5) == QColor("#ff0000")
    # an address is no photo: nothing is asked, so no lane ever sees it
    assert "bob.vcf" not in photos


@pytest.mark.parametrize("octets", [
    b"", b"nothing", b"\xff\xd8\xff broken", b"\x89PNG\r\n\x1a\n broken", b"GIF89a",
    b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    b"RIFF\x00\x00\x00\x00WEBP",
])  # fmt: skip
def test_what_is_no_photo_is_none(qapp, octets) -> None:
    assert read_photo(octets) is None


def test_damaged_photos_say_nothing_and_our_own_pictures_still_do(qapp, qtlog) -> None:
    """Qt's warnings are off while a photo is read, not for the whole program."""
    images = QLoggingCategory("qt.gui.imageio")
    assert images.isWarningEnabled()
    damaged = png(64, 64)[:60]
    assert read_photo(damaged) is None
    assert [record.message for record in qtlog.records] == []
    assert images.isWarningEnabled()
    with _quietly, _quietly:  # two lanes at once
        assert not images.isWarningEnabled()
    assert images.isWarningEnabled()


def test_a_photo_of_enormous_size_is_not_unpacked(qapp) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    assert read_photo(b"\x89PNG\r\n\x1a\n" + head + data + chunk(b"IEND", b"")) is None


@pytest.mark.parametrize(("width", "height"), [(400, 200), (30, 300), (160, 160), (1, 1)])
def test_photos_are_square(qapp, width, height) -> None:
    found = read_photo(png(width, height))
    assert (found.width(), found.height()) == (SIDE, SIDE)


def test_without_an_account_it_says_what_would_be_here(program_at) -> None:
    shown(program_at("contacts").window.page("contacts"), "No contacts here yet")
