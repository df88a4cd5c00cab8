"""Small events for the test account, and edits on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.servers import Account


def event(title: str, *extra: str, uid: str = "u1", start: str = "20260301T100000Z") -> bytes:
    """An event of one hour."""
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20260101T000000Z", f"DTSTART:{start}", "DURATION:PT1H", f"SUMMARY:{title}", *extra,
        "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(f"{line}\r\n" for line in lines).encode()


@dataclass(frozen=True)
class Sides:
    """The calendar home/work on both sides."""

    server: Account
    path: str
    folder: Path

    def here(self, name: str, text: bytes) -> None:
        """Write a file."""
        (self.folder / f"{name}.ics").write_bytes(text)

    def there(self, name: str, text: bytes) -> None:
        """Write a resource on the server."""
        self.server.put(f"{self.path}{name}.ics", text)

    def clash(self, name: str, mine: bytes, theirs: bytes) -> None:
        """Change it on both sides."""
        self.here(name, mine)
        self.there(name, theirs)

    def text_here(self, name: str) -> str:
        """What the file has."""
        return (self.folder / f"{name}.ics").read_text()

    def text_there(self, name: str) -> str:
        """What the server has."""
        return self.server.get(f"{self.path}{name}.ics").body.decode()
