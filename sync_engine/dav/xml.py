"""XML in and out, with limits: a push parser on expat and a writer for bodies.

Theory
------
A multistatus is one root with thousands of small children. ``XmlStream`` builds
one child at a time as a tree of ``Element`` and hands it out when its end tag
is there, so that memory holds one child and not the reply.

Rules
-----
* A document type declaration is refused before anything in it is read: DAV
  needs none, and without it there are no entities to expand.
* Every quantity that a server chooses has a limit (``Limits``), and going over
  one is ``MalformedXml``; so is everything that expat refuses.
* Names are in Clark notation. Character data is kept exactly, except that
  white space between child elements is dropped.
* What cannot be XML 1.0 is dropped on the way in (``xml_input``) and on the way
  out (``document``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from sync_engine.dav.model import Element
from sync_engine.dav.names import PREFIXES
from sync_engine.dav.xml_input import XmlInput
from sync_engine.errors import MalformedXml, NotDav

_SLICE: Final = 1 << 16
_HEAD: Final = 64
_WHITE_SPACE: Final = b" \t\r\n"
_XML_STARTS: Final = (b"<", b"\xef\xbb\xbf<", b"\xfe\xff", b"\xff\xfe", b"\0<")
"""How a document that is meant to be XML begins (XML 1.0 appendix F)."""
_ENCODINGS: Final = re.compile(
    "utf-8|utf-16|us-ascii|iso-8859-(?:[1-9]|1[013-6])|windows-125[0-8]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reply may ask for. Sizes in bytes, ``text`` in characters.

    :param total: of the whole document.
    :param child: of one child of the root (one row of a multistatus).
    :param token: that wait for the end of a tag, comment or instruction. Whatever
        expat puts off, one of up to half of this is always read.
    :param text: character data of one element.
    :param depth: nested elements; WebDAV uses about eight.
    :param elements: in one child of the root.
    :param attributes: of one element.
    :param names: different element names in the whole document.
    """

    total: int = 1 << 29
    child: int = 1 << 26
    token: int = 1 << 17
    text: int = 1 << 25
    depth: int = 64
    elements: int = 100_000
    attributes: int = 64
    names: int = 10_000


_Start = Callable[[str, dict[str, str]], None]
_End = Callable[[str], None]


class XmlStream:
    """A push parser that hands out the root's children one by one.

    :param expected_root: Clark name; another root raises ``NotDav`` at once.
    """

    def __init__(self, limits: Limits | None = None, expected_root: str | None = None) -> None:
        self._limits = limits or Limits()
        self._expected = expected_root
        self._input = XmlInput()
        self._parser: expat.XMLParserType | None = None
        self._stack: list[Element] = []
        self._done: list[Element] = []
        self._root: list[Element] = []
        self._head = b""
        self._received = 0
        self._since_child = 0
        self._fed = 0
        self._looked_at = 0
        self._failed = False

    @property
    def root(self) -> Element | None:
        """The root without its children, once its start tag was read."""
        return self._root[0] if self._root else None

    @property
    def dropped(self) -> int:
        """How many characters that XML cannot hold were taken out."""
        return self._input.dropped

    def feed(self, chunk: bytes) -> list[Element]:
        """Take bytes; returns the children that they completed.

        :raises MalformedXml: not well-formed, or over a limit.
        :raises NotDav: a web page, or another root than expected.
        """
        done: list[Element] = []
        with self._guarded():
            for start in range(0, len(chunk), _SLICE):
                piece = chunk[start : start + _SLICE]
                if len(self._head) < _HEAD:
                    self._head = (self._head + piece).lstrip(_WHITE_SPACE)[:_HEAD]
                self._received += len(piece)
                if self._received > self._limits.total:
                    raise MalformedXml("the document is too large")
                data = self._input.feed(piece)
                if data:
                    done += self._parse(data, final=False)
        return done

    def close(self) -> list[Element]:
        """End of the document; returns children that only the end completed.

        :raises MalformedXml: truncated.
        :raises NotDav: empty, or no XML at all.
        """
        with self._guarded():
            if not self._head:
                raise NotDav("an empty body")
            return self._parse(self._input.finish(), final=True)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Translate expat's errors; after any error nothing more is taken."""
        if self._failed:
            raise MalformedXml("the document was already refused")
        self._failed = True
        try:
            yield
        except expat.ExpatError as error:
            if self._root or _looks_like_xml(self._head):
                reason = f"{expat.ErrorString(error.code)}, line {error.lineno}"
                raise MalformedXml(reason) from None
            raise NotDav("a web page or text instead of XML") from None
        self._failed = False

    def _parse(self, data: bytes, *, final: bool) -> list[Element]:
        parser = self._parser or self._create()
        parser.Parse(data, final)
        self._fed += len(data)
        # An expat with the mend of CVE-2023-52425 (Debian patches it into older versions)
        # puts off looking again at a token that was incomplete until there is twice as
        # much of it, complete or not. It then has no index (-1), and the last one stands.
        self._looked_at = max(self._looked_at, parser.CurrentByteIndex)
        if not final and self._fed - self._looked_at > self._limits.token:
            raise MalformedXml("a tag is too large")
        done = self._done[:]
        self._done.clear()
        self._since_child = 0 if done else self._since_child + len(data)
        if self._since_child > self._limits.child:
            raise MalformedXml("an element is too large")
        return done

    def _create(self) -> expat.XMLParserType:
        parser = self._parser = expat.ParserCreate(self._input.encoding, "}")
        parts: list[str] = []
        parser.buffer_text = True
        parser.buffer_size = _SLICE
        parser.StartElementHandler, parser.EndElementHandler = self._handlers(parts)
        # The list's own method: no Python frame for character data.
        parser.CharacterDataHandler = parts.append
        parser.XmlDeclHandler = _check_encoding
        parser.StartDoctypeDeclHandler = _refuse_doctype
        return parser

    def _handlers(self, parts: list[str]) -> tuple[_Start, _End]:
        """The two handlers, as closures: they run once per tag of a reply."""
        limits, expected = self._limits, self._expected
        stack, done, root = self._stack, self._done, self._root
        names: dict[str, str] = {}
        mixed: dict[int, list[str]] = {}
        elements = 0

        def start(raw: str, attributes: dict[str, str]) -> None:
            nonlocal elements
            elements += 1
            depth = len(stack)
            if depth >= limits.depth or elements > limits.elements:
                raise MalformedXml("too many elements, or too deep")
            name = names.get(raw) or _learn(raw, names, limits)
            if parts:
                _set_aside(parts, mixed, depth)
            if attributes:
                attributes = _clark_keys(attributes, limits)
            element = Element(name, attributes, "", [])
            if depth > 1:
                stack[-1].children.append(element)
            elif depth == 0:
                if expected is not None and name != expected:
                    raise NotDav(f"{name[:80]} instead of {expected}")
                root.append(element)
            stack.append(element)

        def end(_raw: str) -> None:
            nonlocal elements
            element = stack.pop()
            depth = len(stack)
            if mixed:
                parts[:0] = mixed.pop(depth + 1, ())
            if parts:
                text = parts[0] if len(parts) == 1 else "".join(parts)
                parts.clear()
                if len(text) > limits.text:
                    raise MalformedXml("character data is too long")
                if depth and not (element.children and text.isspace()):
                    element.text = text
            if depth == 1:
                done.append(element)
                elements = 0

        return start, end


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    """Keep the parser from looking up whatever codec a server names."""
    if encoding is not None and not _ENCODINGS.fullmatch(encoding):
        raise MalformedXml("an unknown encoding")


def _refuse_doctype(name: str, *_: object) -> None:
    if name.lower() == "html":
        raise NotDav("a web page")
    raise MalformedXml("a document type declaration")


def _looks_like_xml(head: bytes) -> bool:
    """Whether a document that could not be read was meant to be XML at all.

    ``<!doctype`` in lower case is HTML: XML knows ``<!DOCTYPE`` only.
    """
    return head.startswith(_XML_STARTS) and not head.startswith(b"<!d")


def _learn(raw: str, names: dict[str, str], limits: Limits) -> str:
    """Expat's ``ns}local`` in Clark notation, remembered."""
    if len(names) >= limits.names:
        raise MalformedXml("too many different names")
    name = names[raw] = "{" + raw if "}" in raw else raw
    return name


def _clark_keys(attributes: dict[str, str], limits: Limits) -> dict[str, str]:
    if len(attributes) > limits.attributes:
        raise MalformedXml("too many attributes")
    return {"{" + key if "}" in key else key: value for key, value in attributes.items()}


def _set_aside(parts: list[str], mixed: dict[int, list[str]], depth: int) -> None:
    """Keep text that stands before a child element, unless it is only layout."""
    if depth > 1 and not all(part.isspace() for part in parts):
        mixed.setdefault(depth, []).extend(parts)
    parts.clear()


# Writing -----------------------------------------------------------------------

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_TEXT_ESCAPES: Final = str.maketrans(_TEXT)
_VALUE_ESCAPES: Final = str.maketrans({**_TEXT, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


def element(
    name: str, *content: str | Element, attributes: Mapping[str, str] | None = None
) -> Element:
    """An element for ``document``: strings become its text, elements its children."""
    return Element(
        name,
        dict(attributes or {}),
        "".join(item for item in content if isinstance(item, str)),
        [item for item in content if isinstance(item, Element)],
    )


def document(root: Element) -> bytes:
    """An XML document in UTF-8; the same tree always gives the same bytes.

    All namespaces are declared at the root in the order of their first use.
    Characters that XML 1.0 cannot hold are left out.

    :param root: Clark names; text stands before children.
    """
    prefixes: dict[str, str] = {}
    out: list[str] = []
    _write(root, prefixes, out)
    declared = "".join(
        f' xmlns:{prefix}="{_escape(namespace, _VALUE_ESCAPES)}"'
        for namespace, prefix in prefixes.items()
    )
    out.insert(1, declared)
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + "".join(out)).encode()


def _write(node: Element, prefixes: dict[str, str], out: list[str]) -> None:
    tag = _qualified(node.name, prefixes)
    out.append(f"<{tag}")
    for key, value in node.attributes.items():
        out.append(f' {_qualified(key, prefixes)}="{_escape(value, _VALUE_ESCAPES)}"')
    if not node.text and not node.children:
        out.append("/>")
        return
    out.append(">" + _escape(node.text, _TEXT_ESCAPES))
    for child in node.children:
        _write(child, prefixes, out)
    out.append(f"</{tag}>")


def _qualified(name: str, prefixes: dict[str, str]) -> str:
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    if namespace not in prefixes:
        prefixes[namespace] = PREFIXES.get(namespace) or f"ns{len(prefixes) + 1}"
    return f"{prefixes[namespace]}:{local}"


def _escape(text: str, escapes: dict[int, str]) -> str:
    return _NOT_XML.sub("", text).translate(escapes)
