"""The tokenizer: lossless for everything, and each trap by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentlines

from sync_engine.core.content.lines import (
    ContentLine,
    decode_caret,
    fold,
    join,
    logical_text,
    split_lines,
)
from tests.core.content import samples
from tests.core.content.strategies import anything


@given(anything)
def test_the_lines_joined_are_the_input(body: bytes) -> None:
    lines = split_lines(body)
    assert join(lines) == body
    assert all(line.raw for line in lines)


@given(anything)
def test_every_line_can_be_read_and_knows_its_end(body: bytes) -> None:
    for line in split_lines(body):
        assert line.raw.endswith(line.ending)
        assert line.ending.strip(b"\r") in (b"", b"\n")
        if line.name:
            assert not (line.blank or line.malformed)
            assert line.unfolded == line.head + b":" + line.value
            assert line.group + line.name
            assert b"".join(p.raw for p in line.params) in line.head
        else:
            assert line.blank != line.malformed
            assert (line.group, line.params, line.head) == ("", (), b"")


@given(anything)
def test_the_fast_road_sees_the_same_lines(body: bytes) -> None:
    assert logical_text(body).rstrip(b"\n") == b"\n".join(
        line.unfolded for line in split_lines(body)
    ).rstrip(b"\n")


@pytest.mark.parametrize(
    ("body", "raws"),
    [
        pytest.param(b"", [], id="empty"),
        pytest.param(b"A:1\r\nB:2\r\n", [b"A:1\r\n", b"B:2\r\n"], id="CRLF"),
        pytest.param(b"A:1\nB:2\n", [b"A:1\n", b"B:2\n"], id="bare LF"),
        pytest.param(b"A:1\r\r\nB:2\r\r\n", [b"A:1\r\r\n", b"B:2\r\r\n"], id="CR CR LF"),
        pytest.param(b"A:1\rB:2\n", [b"A:1\rB:2\n"], id="a bare CR is an octet"),
        pytest.param(b"A:1\r\nB:2", [b"A:1\r\n", b"B:2"], id="no final newline"),
        pytest.param(b"A:1\r\n 2\r\n\t3\r\n", [b"A:1\r\n 2\r\n\t3\r\n"], id="space and tab"),
        pytest.param(b"A:1\r\n\r\nB:2\r\n", [b"A:1\r\n", b"\r\n", b"B:2\r\n"], id="blank line"),
        pytest.param(
            "A:x\u2028y\x85z\u0085\x0b\x0c\x1c\x1d\x1e\x00\n".encode(),
            ["A:x\u2028y\x85z\u0085\x0b\x0c\x1c\x1d\x1e\x00\n".encode()],
            id="other line separators are octets",
        ),
        pytest.param(b"A:\x85\xff\xfe\nB:1\n", [b"A:\x85\xff\xfe\n", b"B:1\n"], id="not UTF-8"),
        pytest.param(
            b"A;QUOTED-PRINTABLE:x=\r\nB:y=\r\nz\r\nC:1\r\n",
            [b"A;QUOTED-PRINTABLE:x=\r\nB:y=\r\nz\r\n", b"C:1\r\n"],
            id="soft line breaks",
        ),
        pytest.param(
            b"A;ENCODING=quoted-printable:x=\nend:vcard\n",
            [b"A;ENCODING=quoted-printable:x=\n", b"end:vcard\n"],
            id="no soft break over END",
        ),
        pytest.param(
            b"A;ENCODING=QUOTED-PRINTABLE:x=\n",
            [b"A;ENCODING=QUOTED-PRINTABLE:x=\n"],
            id="soft break at the end of the body",
        ),
        pytest.param(
            b"A;ENCODING=QUOTED-PRINTABLE:x=\ny=",
            [b"A;ENCODING=QUOTED-PRINTABLE:x=\ny="],
            id="an = without line end ends nothing softly",
        ),
        pytest.param(
            b"A;ENCODING=BASE64:x=\nB;X=QUOTED-PRINTABLE:y=\nC:1\n",
            [b"A;ENCODING=BASE64:x=\n", b"B;X=QUOTED-PRINTABLE:y=\n", b"C:1\n"],
            id="an = at the end is no soft break in other encodings",
        ),
        pytest.param(
            b"NOTE:about quoted-printable=\nB:1\n",
            [b"NOTE:about quoted-printable=\n", b"B:1\n"],
            id="nor where the value only mentions it",
        ),
    ],
)
def test_where_lines_end(body: bytes, raws: list[bytes]) -> None:
    assert [line.raw for line in split_lines(body)] == raws


@pytest.mark.parametrize(
    ("raw", "group", "name", "value"),
    [
        pytest.param(b"summary:a:b;c", "", "SUMMARY", b"a:b;c", id="plain"),
        pytest.param(b"item1.TEL;TYPE=x:1\r\n", "item1", "TEL", b"1", id="group"),
        pytest.param(b"\xef\xbb\xbfBEGIN:VCARD\n", "", "BEGIN", b"VCARD", id="byte order mark"),
        pytest.param(b"SUM\r\n MARY:a\r\n", "", "SUMMARY", b"a", id="fold in the name"),
        pytest.param(b"A:\xc3\r\n \xa4\r\n", "", "A", "ä".encode(), id="fold inside UTF-8"),
        pytest.param(b"A:x\r\n  y\r\n", "", "A", b"x y", id="only one space is the fold's"),
        pytest.param(b"A:x\r\n \r\n y\r\n", "", "A", b"xy", id="empty continuation"),
        pytest.param(b'A;P="x:y;z,w":v', "", "A", b"v", id="quoted delimiters"),
        pytest.param(b'A;P="x:\r\n y":v', "", "A", b"v", id="fold inside quotes"),
        pytest.param(b'A;P=5" pipe:v "w"', "", "A", b'v "w"', id="stray quote"),
        pytest.param(b'A;P="open:v', "", "A", b"v", id="quote never closed"),
        pytest.param(b"A:", "", "A", b"", id="empty value"),
        pytest.param(b"A;:v", "", "A", b"v", id="empty parameter"),
        pytest.param(b"X-A_B:v", "", "X-A_B", b"v", id="underscore"),
        pytest.param(b"A", "", "", b"A", id="malformed: no colon"),
        pytest.param(b'A;P="x:y"', "", "", b'A;P="x:y"', id="malformed: colon only in quotes"),
        pytest.param(b" A:1", "", "", b" A:1", id="malformed: continues nothing"),
        pytest.param(b"\n A:1", "", "", b"\n A:1", id="malformed: continues an empty line"),
        pytest.param(b":v", "", "", b":v", id="malformed: no name"),
        pytest.param("ÄB:v".encode(), "", "", "ÄB:v".encode(), id="malformed: name"),
        pytest.param(
            b"A;QUOTED-PRINTABLE:x=\r\ny=\r\n z\r\n w\r\n", "", "A", b"xyzw", id="soft break, fold"
        ),
        pytest.param(
            b"A;ENCODING=\r\n QUOTED-PRINTABLE:x=\r\ny",
            "",
            "A",
            b"x=\ny",
            id="a head folded after = is read as a fold, not as a soft break",
        ),
    ],
)
def test_parts_of_a_line(raw: bytes, group: str, name: str, value: bytes) -> None:
    line = ContentLine(raw)
    assert (line.group, line.name, line.value) == (group, name, value)
    assert line.malformed == (not name)
    assert not line.blank


@pytest.mark.parametrize(
    ("raw", "params"),
    [
        (b"A:v", []),
        (b"A;type=home,WORK;X=:v", [("TYPE", (b"home", b"WORK")), ("X", (b"",))]),
        (b'A;P="a,b",c:v', [("P", (b"a,b", b"c"))]),
        (b"TEL;HOME;VOICE:1", [("", (b"HOME",)), ("", (b"VOICE",))]),
        (b'A;P="x"y:v', [("P", (b'"x"y',))]),
        (b'A;P=x"y,z":v', [("P", (b'x"y', b'z"'))]),
        (b"A;P=a=b:v", [("P", (b"a=b",))]),
        (b'A;P="a;b=c":v', [("P", (b"a;b=c",))]),
        (b"A;P=\xff:v", [("P", (b"\xff",))]),
    ],
)
def test_parameters(raw: bytes, params: list[tuple[str, tuple[bytes, ...]]]) -> None:
    line = ContentLine(raw)
    assert [(p.name, p.values) for p in line.params] == params
    assert b"".join(p.raw for p in line.params) == line.head[len(line.name) :]


def test_values_of_one_parameter_in_several_places() -> None:
    line = ContentLine(b"TEL;TYPE=a,b;PREF=1;type=c:1")
    assert line.param("TYPE") == (b"a", b"b", b"c")
    assert line.param("NONE") == ()


@pytest.mark.parametrize(
    ("encoded", "text"),
    [
        (b"a^nb", "a\nb"),
        (b"^^n", "^n"),
        (b"say ^'hi^'", 'say "hi"'),
        (b"^x ^", "^x ^"),
        (b"no caret", "no caret"),
        (b"\xff", "\ufffd"),
    ],
)
def test_carets(encoded: bytes, text: str) -> None:
    assert decode_caret(encoded) == text
    assert ContentLine(b'A;P="' + encoded + b'":v').params[0].texts == (text,)


def test_lines_are_equal_by_their_octets() -> None:
    assert ContentLine(b"A:1") == ContentLine(b"A:1")
    assert ContentLine(b"A:1") != ContentLine(b"a:1")
    assert ContentLine(b"A:1") != b"A:1"
    assert len({ContentLine(b"A:1"), ContentLine(b"A:1")}) == 1
    assert repr(ContentLine(b"A:1")) == "ContentLine(b'A:1')"


@pytest.mark.parametrize(
    ("raw", "ending"),
    [(b"A:1\r\n", b"\r\n"), (b"A:1\n", b"\n"), (b"A:1", b""), (b"A:1\r", b""), (b"\r\n", b"\r\n")],
)
def test_line_ends(raw: bytes, ending: bytes) -> None:
    assert ContentLine(raw).ending == ending


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_folding_is_undone_by_unfolding_ours_and_others(text: str) -> None:
    line = b"X-A:" + text.encode()
    folded = fold(line)
    assert ContentLine(folded).unfolded == line
    parts = folded.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(part) <= 75 for part in parts)
    for part in parts:
        part.decode()  # never cut inside a character
    theirs = Contentlines.from_ical(folded.decode())
    assert [str(found) for found in theirs if found] == [line.decode()]


@given(st.binary(max_size=400).map(lambda b: b.replace(b"\n", b"").replace(b"\r", b"")))
def test_folding_octets_that_are_no_text(value: bytes) -> None:
    line = b"X-A:" + value
    assert ContentLine(fold(line, b"\n")).unfolded == line
    assert all(len(part) <= 75 for part in fold(line, b"\n").split(b"\n"))


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        pytest.param(b"A:" + b"x" * 73, None, id="75 octets are not folded"),
        pytest.param(b"A:" + b"x" * 74, 75, id="76 are"),
        pytest.param(b"A:" + b"x" * 72 + "ä".encode(), 74, id="before two octets"),
        pytest.param(b"A:" + b"x" * 70 + "😀".encode(), 72, id="before four octets"),
        pytest.param(b"A:" + b"\x80" * 80, 72, id="no UTF-8: three octets back and no more"),
    ],
)
def test_where_a_line_is_folded(line: bytes, cut: int | None) -> None:
    folded = fold(line)
    assert folded == (
        line + b"\r\n" if cut is None else line[:cut] + b"\r\n " + line[cut:] + b"\r\n"
    )


def test_folding_a_last_line_without_line_end() -> None:
    assert fold(b"A:" + b"x" * 80, b"") == b"A:" + b"x" * 73 + b"\r\n " + b"x" * 7


def test_values_in_the_samples() -> None:
    lines = {line.name: line for line in split_lines(samples.CARD21)}
    assert lines["FN"].value == b"J=F6rg M=FCller"
    assert lines["NOTE"].value == b"one=0D=0AUID:is no property here three"
    assert lines["UID"].value == b"old-1"
