"""Texts to merge."""

from __future__ import annotations


def lines(*items: str) -> bytes:
    return "".join(f"{item}\r\n" for item in items).encode()


def calendar(*items: str) -> bytes:
    return lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *items, "END:VCALENDAR")


def event(*items: str, uid: str = "u1") -> bytes:
    return calendar("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *items, "END:VEVENT")


def card(*items: str, version: str = "3.0") -> bytes:
    return lines("BEGIN:VCARD", f"VERSION:{version}", "UID:c1", *items, "END:VCARD")
