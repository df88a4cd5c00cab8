"""The push parser, its limits, and the writer."""

from __future__ import annotations

import pytest

from sync_engine.dav import names
from sync_engine.dav.model import Element
from sync_engine.dav.xml import Limits, XmlStream, document, element
from sync_engine.errors import MalformedXml, NotDav, ProtocolError


def read(body: bytes, limits: Limits | None = None, root: str | None = None) -> list[Element]:
    stream = XmlStream(limits, root)
    return stream.feed(body) + stream.close()


def read_in_pieces(stream: XmlStream, body: bytes, size: int) -> list[Element]:
    found: list[Element] = []
    for start in range(0, len(body), size):
        found += stream.feed(body[start : start + size])
    return found + stream.close()


def test_children_come_out_one_by_one_as_trees():
    stream = XmlStream()
    assert stream.root is None
    assert stream.feed(b'<r xmlns="n" xml:lang="de"><a k="v" x:y="z" xmlns:x="m">1<') == []
    (child,) = stream.feed(b"b/>2</a><c>")
    assert child == Element("{n}a", {"k": "v", "{m}y": "z"}, "12", [Element("{n}b", {}, "", [])])
    assert stream.feed(b"</c></r>") == [Element("{n}c")]
    assert stream.close() == []
    assert stream.root == Element("{n}r", {"{http://www.w3.org/XML/1998/namespace}lang": "de"})


def test_layout_between_elements_is_dropped_and_text_is_kept_exactly():
    (child,) = read(b"<r>\n <a>\n  <b> x\n</b>\n  <c>\t</c>\n </a>\n stray <!-- c -->\n</r>")
    assert child.text == ""
    assert [part.text for part in child.children] == [" x\n", "\t"]


def test_text_around_children_and_cdata_is_gathered():
    (child,) = read(b"<r><a>one <b>in<c/>ner</b> two <![CDATA[<&#11;>]]><d/> end</a></r>")
    assert child.text == "one  two <&#11;> end"
    assert child.children[0].text == "inner"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"", NotDav),
        (b" \r\n", NotDav),
        (b"Service unavailable", NotDav),
        (b'{"error": 1}', NotDav),
        (b"<!doctype html><p>Welcome", NotDav),
        (b"<!DOCTYPE html><html></html>", NotDav),
        (b"<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'x'><html/>", NotDav),
        (b"<html><body><br></body></html>", NotDav),
        (b"<", MalformedXml),
        (b"x", NotDav),
        (b"<other/>", NotDav),
        (b"<root><a></root>", MalformedXml),
        (b"<root>", MalformedXml),
        (b"<root/><root/>", MalformedXml),
        (b"<root>&undefined;</root>", MalformedXml),
        (b"<root><p:a/></root>", MalformedXml),
        (b"<root>\xff\xfe</root>", MalformedXml),
        (b"<root>&#xD800;</root>", MalformedXml),
        (b"<!DOCTYPE root><root/>", MalformedXml),
        (b"<?xml version='1.0' encoding='x-unknown'?><root/>", MalformedXml),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_what_is_no_reply_is_refused_for_its_reason(body: bytes, error: type, size: int):
    stream = XmlStream(expected_root="root")
    with pytest.raises(ProtocolError) as caught:
        read_in_pieces(stream, body, size)
    assert type(caught.value) is error
    with pytest.raises(ProtocolError):
        stream.feed(b"<root/>")
    with pytest.raises(ProtocolError):
        stream.close()


def test_white_space_before_the_declaration_and_a_bom_are_borne():
    assert read(b"\r\n  <?xml version='1.0'?><r><a/></r>")
    assert read(b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><r><a/></r>")


@pytest.mark.parametrize("codec", ["base64", "zlib", "unicode_escape", "shift_jis", "utf-7"])
def test_only_encodings_of_xml_are_looked_up(codec: str):
    with pytest.raises(MalformedXml):
        read(f"<?xml version='1.0' encoding='{codec}'?><r><a/></r>".encode())


@pytest.mark.parametrize("number", [*range(1, 12), *range(13, 17)])
def test_the_known_encodings_exist(number: int):
    assert read(f"<?xml version='1.0' encoding='ISO-8859-{number}'?><r><a/></r>".encode())


def test_declared_one_byte_encodings_are_read():
    (child,) = read("<?xml version='1.0' encoding='iso-8859-1'?><r><a>ä</a></r>".encode("latin-1"))
    assert child.text == "ä"


@pytest.mark.parametrize(
    ("limits", "body"),
    [
        (Limits(total=10), b"<r><aaaa></aaaa></r>"),
        (Limits(child=10), b"<r><aaaa></aaaa></r>" + b" " * 70_000 + b"<b>" + b"x" * 70_000),
        (Limits(token=100), b"<r><a k='" + b"x" * 200),
        (Limits(text=10), b"<r><a>12345678901</a></r>"),
        (Limits(depth=3), b"<r><a><b><c/></b></a></r>"),
        (Limits(elements=3), b"<r><a/><a/><a><b/><b/><b/></a></r>"),
        (Limits(attributes=1), b"<r a='1' b='2'/>"),
        (Limits(names=2), b"<r><a/><b/></r>"),
    ],
)
def test_each_limit_is_kept(limits: Limits, body: bytes):
    with pytest.raises(MalformedXml):
        read(body, limits)


def test_at_the_limits_all_is_well():
    limits = Limits(text=10, depth=3, elements=3, attributes=1, names=3)
    assert read(b"<r k='1'><a>1234567890</a><a><b/></a><a><b/><b/></a></r>", limits)


def test_the_token_limit_is_not_about_text():
    body = b"<r><a>" + b"x" * 300_000 + b"</a></r>"
    (child,) = read(body, Limits(token=70_000))
    assert len(child.text) == 300_000


@pytest.mark.parametrize("size", [1, 7, 60, 600])
def test_the_token_limit_is_not_about_the_document(size: int):
    """However it is cut, and whether or not expat puts off looking at a cut tag again."""
    body = b"<r>" + (b"<a k='" + b"x" * 400 + b"'><b/><c/></a>") * 50 + b"</r>"
    assert len(read_in_pieces(XmlStream(Limits(token=1_000)), body, size)) == 50


@pytest.mark.parametrize("size", [1, 1_000, 1 << 20])
@pytest.mark.parametrize("count", [65, 5_000])
def test_too_many_attributes_are_refused_by_the_end_at_the_latest(count: int, size: int):
    body = b"<r><a " + b"".join(b"k%d='' " % number for number in range(count)) + b"/></r>"
    with pytest.raises(MalformedXml, match="attributes"):
        read_in_pieces(XmlStream(), body, size)


def test_writing_is_deterministic_declares_prefixes_and_escapes():
    tree = element(
        names.PROP,
        element(names.DISPLAYNAME, 'a<b>&"c"\r\n\x0b\ud800é'),
        element("{urn:x}y", attributes={"v": 'a"\t\n\r<>&\x00', "{urn:x}w": "1"}),
        element("plain"),
        element("{urn:z}z", "text", element(names.CALENDAR)),
    )
    assert document(tree) == document(tree)
    assert document(tree).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<D:prop xmlns:D="DAV:" xmlns:ns2="urn:x" xmlns:ns3="urn:z"'
        ' xmlns:C="urn:ietf:params:xml:ns:caldav">'
        '<D:displayname>a&lt;b&gt;&amp;"c"&#13;\né</D:displayname>'
        '<ns2:y v="a&quot;&#9;&#10;&#13;&lt;&gt;&amp;" ns2:w="1"/><plain/>'
        "<ns3:z>text<C:calendar/></ns3:z></D:prop>"
    )


def test_what_is_written_is_read_back():
    tree = element("{a}r", element("{b}x", "\r\n\t <&>", attributes={"k": " \r\n\t'\""}))
    (child,) = read(document(tree))
    assert child == tree.children[0]
