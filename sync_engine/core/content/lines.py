"""The lossless tokenizer: bytes to content lines and back.

Theory
------
iCalendar (RFC 5545 §3.1), vCard 3.0 (RFC 2425 §5.8.1), vCard 4.0 (RFC 6350 §3.2)
and vCard 2.1 share one outer form: a *content line* is ``[group.]name*(;param):value``,
ended by CRLF, and *folded* by a line break followed by one space or tab. A fold may
stand between any two octets, so also inside a UTF-8 sequence: unfolding is work on
octets and comes before any decoding.

Rules
-----
* ``join(split_lines(body)) == body`` for every ``body`` whatever: a line keeps its
  raw octets, folds and line end included; everything else is derived on demand.
* Only LF ends a line, and the CRs right before it belong to the line end. A CR alone,
  U+0085, U+2028, VT, FF and NUL are octets of a value like others.
* A line break followed by space or tab is a fold, except after an empty line: there
  is nothing to continue, and parsers disagree; such a line is *malformed*.
* What does not begin like a content line is malformed, kept, and never guessed at.
* A DQUOTE opens a quoted parameter value only after ``=`` or ``,``, and only if the
  line holds the DQUOTE that closes it; any other one is an octet.
* A line with ENCODING=QUOTED-PRINTABLE (vCard 2.1) that ends in ``=`` goes on in the
  next line whatever that begins with, unless that is a BEGIN or an END.
* Time is linear in the size of the body, whatever the body (patterns are possessive).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

FOLD_WIDTH = 75
"""RFC 5545 §3.1: lines SHOULD NOT be longer than 75 octets, the line break excluded."""

# A head within the first physical line and without quotes reads the same unfolded: of
# most lines group and name are known without unfolding anything.
_PLAIN_HEAD = rb"(?:([A-Za-z0-9_-]++)\.)?([A-Za-z0-9_-]++)" + rb'(?:;[^":\n]*+)?:'
_PLAIN = re.compile(_PLAIN_HEAD)
_RAW_LINE = re.compile(rb"((?:" + _PLAIN_HEAD + rb")?[^\n]*+(?>(?:\n[ \t][^\n]*+)*)\n?+)")
_CARRIAGE_RETURNS = re.compile(rb"(?<!\r)\r++\n")
_FOLD = re.compile(rb"\n[ \t](?<=[^\n]..)", re.DOTALL)  # the literal first: fast to find
_SOFT_BREAK_OR_FOLD = re.compile(rb"(=\n)[ \t]?|" + _FOLD.pattern, re.DOTALL)
_DELIMITER = re.compile(rb"(?:BEGIN|END):", re.IGNORECASE)

_NAME = rb"[A-Za-z0-9_-]++"
_QUOTED = rb'(?<![^=,])"[^"\n]*+"'
HEAD_PATTERN = (
    rb"(?:\xef\xbb\xbf)?"  # a byte order mark, as some exports begin with
    rb"(?:" + _NAME + rb"\.)?" + _NAME + rb'(?:;(?>(?:[^":\n]++|' + _QUOTED + rb'|")*))?:'
)
"""What a well-formed unfolded line begins with, up to and with the colon."""

_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(" + _NAME + rb")\.)?(" + _NAME + rb")"
    rb'((?:;(?>(?:[^":\n]++|' + _QUOTED + rb'|")*))?):'
)
_PARAMETER = re.compile(
    rb';((?>(?:[^=;"]++|' + _QUOTED + rb'|")*))(=(?>(?:[^;"]++|' + _QUOTED + rb'|")*))?'
)
_PARAMETER_VALUE = re.compile(rb'[=,]((?>(?:[^,"]++|' + _QUOTED + rb'|")*))')
_WHOLLY_QUOTED = re.compile(rb'"([^"]*+)"')
_CARET = re.compile(r"\^([n^'])")
_CARET_MEANING = {"n": "\n", "^": "^", "'": '"'}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One ``;name=value,value`` as it stands in one place.

    :param name: upper-case; ``""`` for the bare words of vCard 2.1 (``TEL;HOME:``).
    :param values: octets without their quotes, RFC 6868 carets as they stand.
    :param raw: the unfolded octets with the semicolon.
    """

    name: str
    values: tuple[bytes, ...]
    raw: bytes

    @property
    def texts(self) -> tuple[str, ...]:
        """The values as text, with RFC 6868 §3.2 carets decoded."""
        return tuple(decode_caret(value) for value in self.values)


class _Names(NamedTuple):
    group: str
    name: str


class _Parsed(NamedTuple):
    group: str
    name: str
    parameters: bytes
    value: bytes
    text: bytes


class ContentLine:
    """One logical line with its raw octets; equal to another by these alone.

    :param raw: the octets with folds and line end.
    """

    __slots__ = ("_names", "_parameters", "_parsed", "raw")

    def __init__(self, raw: bytes, names: _Names | None = None) -> None:
        self.raw = raw
        self._names = names
        self._parsed: _Parsed | None = None
        self._parameters: tuple[Parameter, ...] | None = None

    def __repr__(self) -> str:
        return f"ContentLine({self.raw!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ContentLine) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.raw)

    def _parse(self) -> _Parsed:
        parsed = self._parsed
        if parsed is None:
            parsed = self._parsed = _parse(self.raw)
        return parsed

    def share(self, other: ContentLine) -> None:
        """Take over what a line of the same octets was parsed to."""
        self._names = other._read_names()
        self._parsed = other._parse()

    def _read_names(self) -> _Names:
        names = self._names
        if names is None:
            plain = _PLAIN.match(self.raw)
            names = _plain_names(*plain.groups(b"")) if plain is not None else None
            if names is None:
                parsed = self._parse()
                names = _Names(parsed.group, parsed.name)
            self._names = names
        return names

    @property
    def group(self) -> str:
        """The group as written (RFC 6350 §3.3; compare without case), or ``""``."""
        return (self._names or self._read_names()).group

    @property
    def name(self) -> str:
        """The property name in upper case; ``""`` if blank or malformed."""
        return (self._names or self._read_names()).name

    @property
    def value(self) -> bytes:
        """The unfolded value, else untouched; of a malformed line, all of it."""
        return self._parse().value

    @property
    def unfolded(self) -> bytes:
        """The line without folds and line end."""
        return self._parse().text

    @property
    def head(self) -> bytes:
        """The unfolded octets before the colon; ``b""`` if blank or malformed."""
        parsed = self._parse()
        return parsed.text[: -len(parsed.value) - 1] if parsed.name else b""

    @property
    def params(self) -> tuple[Parameter, ...]:
        """The parameters in order."""
        parameters = self._parameters
        if parameters is None:
            parameters = self._parameters = _split_parameters(self._parse().parameters)
        return parameters

    def param(self, name: str) -> tuple[bytes, ...]:
        """All values of the parameter ``name`` (upper-case), of all its places."""
        return tuple(value for p in self.params if p.name == name for value in p.values)

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.raw or self.raw.isspace()

    @property
    def malformed(self) -> bool:
        """Neither blank nor a content line."""
        return not (self.name or self.blank)

    @property
    def quoted_printable(self) -> bool:
        """ENCODING=QUOTED-PRINTABLE, or the bare word of vCard 2.1."""
        return _is_quoted_printable(self._parse().parameters)

    @property
    def ending(self) -> bytes:
        """The line end as it stands; ``b""`` for a last line without one."""
        body = self.raw.removesuffix(b"\n")
        return self.raw[len(body.rstrip(b"\r")) :] if body != self.raw else b""


def normalise_breaks(body: bytes) -> bytes:
    """LF line ends; a CR that is not part of a line end stays."""
    text = body.replace(b"\r\n", b"\n")
    return _CARRIAGE_RETURNS.sub(b"\n", text) if b"\r\n" in text else text


def unfold(text: bytes) -> bytes:
    """Take the folds out of octets with LF line ends (RFC 5545 §3.1)."""
    return _FOLD.sub(b"", text)


def logical_text(body: bytes) -> bytes:
    """The unfolded lines, joined by LF: what ``split_lines`` sees, without its objects."""
    if _mentions_quoted_printable(body):
        return b"\n".join(line.unfolded for line in split_lines(body))
    return unfold(normalise_breaks(body))


def split_lines(body: bytes) -> list[ContentLine]:
    """Split losslessly: ``join(split_lines(body)) == body`` for any octets."""
    found = _RAW_LINE.findall(body)
    found.pop()  # the empty match at the end
    lines = [ContentLine(raw, _plain_names(group, name)) for raw, group, name in found]
    if _mentions_quoted_printable(body):
        lines = list(_joined_soft_breaks(lines))
    return lines


def join(lines: Iterable[ContentLine]) -> bytes:
    """The octets that the lines were split from."""
    return b"".join(line.raw for line in lines)


def fold(line: bytes, ending: bytes = b"\r\n") -> bytes:
    """Fold an unfolded line to at most 75 octets each, never inside a UTF-8 sequence.

    :param line: without line end.
    :param ending: what ends each physical line; ``b""`` for a last line without one.
    """
    if len(line) <= FOLD_WIDTH:
        return line + ending
    parts: list[bytes] = []
    start, width = 0, FOLD_WIDTH
    while len(line) - start > width:
        end = start + width
        # Continuation octets are 10xxxxxx; in octets that are no UTF-8 at most three
        # are stepped over, so that each part makes progress.
        while end > start + width - 3 and line[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(line[start:end])
        start, width = end, FOLD_WIDTH - 1  # the space of the fold counts
    parts.append(line[start:])
    return ((ending or b"\r\n") + b" ").join(parts) + ending


def decode_caret(value: bytes) -> str:
    """RFC 6868 §3.2: ``^n`` line break, ``^^`` caret, ``^'`` DQUOTE; others stay."""
    text = value.decode("utf-8", "replace")
    return _CARET.sub(lambda match: _CARET_MEANING[match[1]], text) if "^" in text else text


def _parse(raw: bytes) -> _Parsed:
    physical = raw.removesuffix(b"\n")
    if b"\n" in physical:
        physical = normalise_breaks(raw).removesuffix(b"\n")
        text = unfold(physical)
    else:
        # most lines are one physical line, whose end alone is to be taken off
        text = physical = physical.rstrip(b"\r") if physical != raw else raw
    match = _HEAD.match(text)
    if match is None:
        return _Parsed("", "", b"", text, text)
    if b"=\n" in physical and _is_quoted_printable(match[3]):
        # RFC 2045 §6.7 (5): a soft line break is not part of the value. Where a fold
        # follows it, both go.
        soft = _SOFT_BREAK_OR_FOLD.sub(lambda found: found[1] or b"", physical)
        head = _HEAD.match(soft)
        if head is not None:
            text = head[0] + soft[head.end() :].replace(b"=\n", b"")
            match = head
    return _Parsed(
        (match[1] or b"").decode("ascii"),
        match[2].decode("ascii").upper(),
        match[3],
        text[match.end() :],
        text,
    )


@lru_cache(maxsize=1024)
def _plain_names(group: bytes, name: bytes) -> _Names | None:
    """Of the parts of a plain head; a body repeats a few of them in all its lines."""
    return _Names(group.decode("ascii"), name.decode("ascii").upper()) if name else None


def _mentions_quoted_printable(octets: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in octets.upper()


def _is_quoted_printable(parameters: bytes) -> bool:
    if not _mentions_quoted_printable(parameters):
        return False
    return any(
        parameter.name in ("", "ENCODING") and parameter.values[0].upper() == b"QUOTED-PRINTABLE"
        for parameter in _split_parameters(parameters)
    )


def _split_parameters(text: bytes) -> tuple[Parameter, ...]:
    if not text:
        return ()
    return _known_parameters(text) if len(text) <= 256 else _read_parameters(text)


def _read_parameters(text: bytes) -> tuple[Parameter, ...]:
    found = []
    for match in _PARAMETER.finditer(text):
        word, rest = match[1], match[2]
        if rest is None:
            found.append(Parameter("", (word,), match[0]))
            continue
        values = tuple(_unquoted(value) for value in _PARAMETER_VALUE.findall(rest))
        found.append(Parameter(word.decode("utf-8", "replace").upper(), values, match[0]))
    return tuple(found)


# a body repeats the parameters of a line (TZID=…, TYPE=…) in many others
_known_parameters = lru_cache(maxsize=1024)(_read_parameters)


def _unquoted(value: bytes) -> bytes:
    match = _WHOLLY_QUOTED.fullmatch(value)
    return match[1] if match else value


def _joined_soft_breaks(lines: list[ContentLine]) -> Iterator[ContentLine]:
    pending: list[bytes] = []
    for line in lines:
        if pending:
            if not _DELIMITER.match(line.raw):
                pending.append(line.raw)
                if not _ends_softly(line.raw):
                    yield ContentLine(b"".join(pending))
                    pending = []
                continue
            yield ContentLine(b"".join(pending))
            pending = []
        if _ends_softly(line.raw) and line.quoted_printable:
            pending = [line.raw]
        else:
            yield line
    if pending:
        yield ContentLine(b"".join(pending))


def _ends_softly(raw: bytes) -> bool:
    return raw.endswith(b"\n") and raw.rstrip(b"\r\n").endswith(b"=")
