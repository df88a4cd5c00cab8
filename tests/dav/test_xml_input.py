"""Characters that XML cannot hold, wherever chunks are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync_engine.dav.xml import XmlStream
from sync_engine.dav.xml_input import XmlInput
from sync_engine.errors import MalformedXml


def clean(body: bytes, size: int) -> tuple[bytes, int]:
    filter_ = XmlInput()
    out = b"".join(filter_.feed(body[at : at + size]) for at in range(0, len(body), size))
    return out + filter_.finish(), filter_.dropped


CASES = [
    (b"<a>\x0bx\x00\x1f\t\r\n\x7f</a>", b"<a>x\t\r\n\x7f</a>", 3),
    (b"<a>&#11;&#x0b;&#x0B;&#000012;&#x1f;&#0;&#8;&#31;&#29;y</a>", b"<a>y</a>", 9),
    (b"<a>&#9;&#10;&#13;&#x9;&#xA;&#xd;&#32;&#110;&#x20;&#xb5;</a>", None, 0),
    (b"<a>&#000000000011;&#x;&#;&amp;&#11</a>", None, 0),
    (
        b"<a><![CDATA[&#11;\x0b]]>&#11;<![CDATA[]]]]></a>",
        b"<a><![CDATA[&#11;]]><![CDATA[]]]]></a>",
        2,
    ),
    (b"<a><![CDATA[x]] ]>&#11;]]]></a>&#11;", b"<a><![CDATA[x]] ]>&#11;]]]></a>", 1),
    (b"<a>&&#11;<![CDAT", b"<a>&<![CDAT", 1),
    (b"<a><![CDATA[open]]", None, 0),
    (b"\n \t<a/>", b"<a/>", 0),
    (b" ", b"", 0),
    (b"<", b"<", 0),
    (b"", b"", 0),
]


@pytest.mark.parametrize(("body", "expected", "dropped"), CASES)
def test_only_illegal_characters_go_wherever_it_is_cut(
    body: bytes, expected: bytes | None, dropped: int
):
    for size in range(1, max(2, len(body) + 1)):
        assert clean(body, size) == (body if expected is None else expected, dropped)


@given(
    st.lists(
        st.sampled_from(
            [
                b"<![CDATA[",
                b"]]>",
                b"]",
                b"<",
                b"&",
                b"#",
                b"&#11;",
                b"&#x",
                b"0",
                b"1f;",
                b"\x0b",
                b"x" * 20,
                b";",
            ]
        )
    ),
    st.integers(1, 40),
)
def test_the_cut_never_matters(parts: list[bytes], size: int):
    body = b"<a>" + b"".join(parts)
    assert clean(body, size) == clean(body, len(body))


@given(st.binary(), st.integers(1, 9))
def test_bytes_without_control_characters_pass_untouched(body: bytes, size: int):
    body = b"<a" + bytes(byte for byte in body if byte >= 0x20 and byte not in b"&")
    assert clean(body, size) == (body, 0)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_utf_16_is_read(codec: str, size: int):
    body = '<?xml version="1.0" encoding="UTF-16"?><r><a>ä😀\x0b</a></r>'.encode(codec)
    stream = XmlStream()
    found = [
        child for at in range(0, len(body), size) for child in stream.feed(body[at : at + size])
    ]
    found += stream.close()
    assert [child.text for child in found] == ["ä😀"]
    assert stream.dropped == 1


@pytest.mark.parametrize("body", [b"\xff\xfe<\x00\x00\xd8<\x00", b"\xff\xfe<\x00r"])
def test_broken_utf_16_is_malformed(body: bytes):
    stream = XmlStream()
    with pytest.raises(MalformedXml):
        stream.close() if stream.feed(body) == [] else None
