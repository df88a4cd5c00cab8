"""Readers for the shapes that properties of several RFCs share."""

from __future__ import annotations

from collections.abc import Mapping

from sync_engine.dav.model import Element, ResponseRow

Properties = Mapping[str, Element]
"""The properties of a row that came with success, by Clark name."""


def granted(row: ResponseRow) -> Properties:
    """The properties that a row gives: none if its own status is an error."""
    return {} if refused(row) else row.ok()


def refused(row: ResponseRow) -> bool:
    """Whether the row's own status is anything but a success."""
    return row.status is not None and not 200 <= row.status < 300


def text_of(properties: Properties, name: str) -> str | None:
    """The text without outer white space; ``None`` if there is none."""
    prop = properties.get(name)
    return (prop.text.strip() or None) if prop else None


def integer_of(properties: Properties, name: str) -> int | None:
    """A number of bytes; ``None`` if there is none or something else stands there."""
    text = text_of(properties, name) or ""
    # More digits than any size has are no size: an unbounded int() is slow.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def data_types(properties: Properties, name: str) -> tuple[str, ...]:
    """RFC 4791 §5.2.4, RFC 6352 §6.2.2: ``content-type;version=`` of each child.

    The defaults of the two DTDs differ, so a version that is not written is
    left out here.
    """
    prop = properties.get(name)
    found: list[str] = []
    for child in prop.children if prop else ():
        content_type = child.attributes.get("content-type", "").strip().lower()
        version = child.attributes.get("version", "").strip()
        if content_type:
            found.append(f"{content_type};version={version}" if version else content_type)
    return tuple(dict.fromkeys(found))
