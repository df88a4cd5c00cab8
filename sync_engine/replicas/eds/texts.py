"""What texts of either kind have in common at this boundary.

Theory
------
The store takes a text apart and writes another one. Two functions stand between it and
the engine: ``down`` gives the store what it can keep, ``up`` tells what the store has in
one form. Of a text that nobody edited ``up`` tells the same at any time (after another of
the store's own rewritings, after its restart): only then is the difference of two
readings what a person did. That difference goes as a patch (``patching``) to the text
that was given down, and the result is what the engine sees: of all that nobody edited,
the server's own octets.

Rules
-----
* ``up`` leaves out what the store adds for itself (``X-EVOLUTION-E164``, ``X-LIC-ERROR``) and
  brings what it splits into one form.
* ``down`` leaves out what the store would spoil. It is in the text that the patch goes to.
* A ``file:`` address never passes, in either direction. A picture that the store has put
  into a file of its own goes up as the picture; an address of a file that came from a
  server is none of the store's, and reading it would hand that file to the server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from sync_engine.core.content.lines import ContentLine, fold

ReadFile = Callable[[str], bytes | None]
"""The content of a file of the store's own, by its URI; ``None``: none of its, or gone."""

_FILE: Final = re.compile(rb"\s*file:", re.IGNORECASE)
_SIMPLE: Final = re.compile(rb"[A-Za-z0-9 ._/+@-]*")
_MACHINE: Final = ("X-EVOLUTION-", "X-LIC-")


class Unfit(Exception):
    """The store cannot hold this text; its argument is a reference (``port.Rejected``)."""

    @property
    def reference(self) -> str:
        """Why, stable."""
        return str(self.args[0])


def made(text: bytes) -> ContentLine:
    """A line of its unfolded text."""
    return ContentLine(fold(text))


def without_machine_parameters(line: ContentLine) -> ContentLine:
    """The line without the parameters that the store wrote for itself."""
    kept = [p.raw for p in line.params if not p.name.startswith(_MACHINE)]
    if len(kept) == len(line.params):
        return made(line.unfolded)
    return made(line.head.partition(b";")[0] + b"".join(kept) + b":" + line.value)


def is_file(line: ContentLine) -> bool:
    """Whether its value is the address of a file."""
    return _FILE.match(line.value) is not None


def is_plain_x(line: ContentLine) -> bool:
    """Whether the store's parser keeps an X- property as it is.

    Measured with libical 3.0: an empty one is taken away, a backslash is taken for an
    escape at each reading, and with parameters a colon in the value moves.
    """
    value = line.value
    if b"\\" in value or not value.strip():
        return False
    simple = all(p.name and all(map(_SIMPLE.fullmatch, p.values)) for p in line.params)
    return simple and not (line.params and any(sign in value for sign in (b":", b";", b'"')))


def to_bus(lines: Iterable[bytes]) -> str:
    """Unfolded lines as one text for the bus: UTF-8 without NUL."""
    text = b"\r\n".join(lines).decode("utf-8", "replace").replace("\0", "")
    return f"{text}\r\n"


def from_bus(text: str) -> bytes:
    """A text of the bus as octets."""
    return text.encode("utf-8", "replace")
