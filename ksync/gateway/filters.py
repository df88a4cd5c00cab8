"""Filters of queries (RFC 4791 §9.7, RFC 6352 §10.5) on content lines.

Rules
-----
* A time range is judged by when something ended for the last time (``core.scope``), and by
  when it began: what may be inside is inside. Too much is filtered by the program that asked,
  as it does with every recurring event; too little would be a loss to whoever looks.
* A collation is taken as ``i;unicode-casemap`` (RFC 4790 §9.3), whatever it is called.
* A filter that is not known matches nothing away: it is refused (``UnknownFilter``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from sync_engine.core.content.components import Component, parse
from sync_engine.core.content.lines import ContentLine
from sync_engine.core.scope.extent import last_end
from sync_engine.core.scope.times import ZONES, Unsure, time
from sync_engine.dav.model import Element
from sync_engine.dav.names import CALDAV, CARDDAV

_TIME = re.compile(r"(\d{8})T(\d{6})Z")
_MATCHES: dict[str, Callable[[str, str], bool]] = {
    "equals": lambda text, wanted: text == wanted,
    "contains": lambda text, wanted: wanted in text,
    "starts-with": lambda text, wanted: text.startswith(wanted),
    "ends-with": lambda text, wanted: text.endswith(wanted),
}


class UnknownFilter(Exception):
    """RFC 4791 §7.8, supported-filter: it is not known here."""


def matches(body: bytes, filter_: Element) -> bool:
    """Whether a resource passes a filter.

    :param filter_: C:filter or CR:filter.
    :raises UnknownFilter:
    """
    stream = parse(body)
    if stream.broken or len(stream.components) != 1:
        return False
    top = stream.components[0]
    tests = filter_.children
    if filter_.name.startswith(f"{{{CARDDAV}}}"):
        outcomes = (_property(top.properties, test) for test in tests)
        # RFC 6352 §10.5: anyof unless told; no test at all matches everything
        return all(outcomes) if filter_.attributes.get("test") == "allof" else _any(outcomes, tests)
    return all(_component([top], test, body) for test in tests)


def _any(outcomes: Iterable[bool], tests: list[Element]) -> bool:
    return any(outcomes) or not tests


def _local(element: Element) -> str:
    for namespace in (CALDAV, CARDDAV):
        if element.name.startswith(f"{{{namespace}}}"):
            return element.name.partition("}")[2]
    raise UnknownFilter(element.name)


def _component(candidates: Iterable[Component], test: Element, body: bytes) -> bool:
    """RFC 4791 §9.7.1."""
    if _local(test) != "comp-filter":
        raise UnknownFilter(test.name)
    name = test.attributes.get("name", "").upper()
    found = [one for one in candidates if one.name == name]
    if any(_local(child) == "is-not-defined" for child in test.children):
        return not found
    return any(all(_inside(one, child, body) for child in test.children) for one in found)


def _inside(component: Component, test: Element, body: bytes) -> bool:
    match _local(test):
        case "comp-filter":
            return _component(component.children, test, body)
        case "prop-filter":
            return _property(component.properties, test)
        case "time-range":
            return _overlaps(component, test, body)
        case _:
            raise UnknownFilter(test.name)


def _property(lines: Iterable[ContentLine], test: Element) -> bool:
    """RFC 4791 §9.7.2, RFC 6352 §10.5.1."""
    if _local(test) != "prop-filter":
        raise UnknownFilter(test.name)
    name = test.attributes.get("name", "").upper().rpartition(".")[2]
    found = [line for line in lines if line.name == name]
    if any(_local(child) == "is-not-defined" for child in test.children):
        return not found
    combine = any if test.name.startswith(f"{{{CARDDAV}}}") else all
    if test.attributes.get("test") in ("allof", "anyof"):
        combine = all if test.attributes["test"] == "allof" else any
    if not test.children:
        return bool(found)
    return any(combine([_value(line, child) for child in test.children]) for line in found)


def _value(line: ContentLine, test: Element) -> bool:
    match _local(test):
        case "text-match":
            return _text(line.value.decode("utf-8", "replace"), test)
        case "param-filter":
            return _parameter(line, test)
        case "time-range":
            return _moment(line, test)
        case _:
            raise UnknownFilter(test.name)


def _parameter(line: ContentLine, test: Element) -> bool:
    """RFC 4791 §9.7.3."""
    values = line.param(test.attributes.get("name", "").upper())
    if any(_local(child) == "is-not-defined" for child in test.children):
        return not values
    if not test.children:
        return bool(values)
    return any(
        all(_text(value.decode("utf-8", "replace"), child) for child in test.children)
        for value in values
    )


def _text(text: str, test: Element) -> bool:
    """RFC 4791 §9.7.5, RFC 6352 §10.5.4."""
    if _local(test) != "text-match":
        raise UnknownFilter(test.name)
    plain = re.sub(r"\\([,;\\nN])", lambda m: "\n" if m[1] in "nN" else m[1], text)
    how = _MATCHES.get(test.attributes.get("match-type", "contains"))
    if how is None:
        raise UnknownFilter(test.name)
    found = how(plain.casefold(), test.text.casefold())
    return found is not (test.attributes.get("negate-condition") == "yes")


def _overlaps(component: Component, test: Element, body: bytes) -> bool:
    """RFC 4791 §9.9, generously."""
    start, end = _range(test)
    if start is not None:
        last = last_end(body)
        if last is not None and last < start:
            return False
    if end is None:
        return True
    begins = [line for name in ("DTSTART", "DUE", "COMPLETED") for line in component.all(name)]
    if component.name == "VTODO" or component.all("RECURRENCE-ID") or not begins:
        return True
    return _earliest(begins[0]) < end


def _moment(line: ContentLine, test: Element) -> bool:
    start, end = _range(test)
    at = _earliest(line)
    return (end is None or at < end) and (start is None or at + 2 * 86400 > start)


def _earliest(line: ContentLine) -> float:
    """Seconds since the epoch before which it cannot be."""
    try:
        moment = time(line.value)
    except Unsure:
        return float("-inf")
    return (moment.digits if moment.exact else moment.digits - ZONES).timestamp()


def _range(test: Element) -> tuple[float | None, float | None]:
    return _seconds(test.attributes.get("start")), _seconds(test.attributes.get("end"))


def _seconds(text: str | None) -> float | None:
    """RFC 4791 §9.9: an UTC time."""
    found = _TIME.fullmatch(text or "")
    if text and found is None:
        raise UnknownFilter(f"the time {text[:40]}")
    if found is None:
        return None
    try:
        return datetime.strptime(found[0], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        raise UnknownFilter(f"the time {found[0]}") from None
