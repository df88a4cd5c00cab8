r"""``prefs.js``: the preferences of a profile, one a line.

    user_pref("calendar.list.sortOrder", "1f0c…");

Thunderbird writes it when it ends, sorted, and reads it when it starts (libpref's
``prefs_parser``): the value is a string, a whole number, ``true`` or ``false``; in strings a
backslash escapes ``\``, ``"``, ``n`` and ``r``, all else is UTF-8 as it is.

``user.js`` is not used: Thunderbird would copy it into ``prefs.js`` at each start, over what
the person changed, and what is taken out of it again would stay there.

Rules
-----
* A line that is not about a name that is changed stays as it is, octet for octet, also one
  that cannot be read.
* Later lines win, as they do in Thunderbird.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Value = str | int | bool

_LINE = re.compile(rb'user_pref\("((?:[^"\\]|\\.)*)",\s*(.*?)\);\s*')
_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r"}


class Prefs:
    """The content of a ``prefs.js``, to be looked at and changed."""

    def __init__(self, text: bytes) -> None:
        self._lines: list[tuple[str | None, bytes]] = [
            (_name(line), line) for line in text.splitlines(keepends=True)
        ]

    def __bytes__(self) -> bytes:
        """The file's content."""
        return b"".join(line for _, line in self._lines)

    def names(self, prefix: str) -> tuple[str, ...]:
        """The names that begin like that, without doubles."""
        found = (name for name, _ in self._lines if name is not None and name.startswith(prefix))
        return tuple(dict.fromkeys(found))

    def get(self, name: str) -> Value | None:
        """A value; ``None`` where there is none, or none that can be read."""
        for found, line in reversed(self._lines):
            if found == name:
                return _value(line)
        return None

    def text(self, name: str) -> str:
        """A value that is a string; ``""`` otherwise."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def set(self, name: str, value: Value) -> bool:
        """Give it that value; whether it had another one."""
        if self.get(name) == value and type(self.get(name)) is type(value):
            return False
        line = f'user_pref("{_escaped(name)}", {_written(value)});\n'.encode()
        places = [index for index, (found, _) in enumerate(self._lines) if found == name]
        if places:
            self._lines[places[-1]] = (name, line)
        else:
            self._end_the_last_line()
            self._lines.append((name, line))
        return True

    def remove(self, name: str) -> bool:
        """Take it out; whether it was there."""
        before = len(self._lines)
        self._lines = [(found, line) for found, line in self._lines if found != name]
        return len(self._lines) < before

    def remove_branch(self, prefix: str) -> bool:
        """Take out all that begin like that; whether there was one."""
        names = self.names(prefix)
        for name in names:
            self.remove(name)
        return bool(names)

    def holding(self, value: str) -> Iterator[str]:
        """The names of strings with exactly this value."""
        for name in self.names(""):
            if self.get(name) == value:
                yield name

    def _end_the_last_line(self) -> None:
        if self._lines and not self._lines[-1][1].endswith((b"\n", b"\r")):
            name, line = self._lines[-1]
            self._lines[-1] = (name, line + b"\n")


def _name(line: bytes) -> str | None:
    found = _LINE.fullmatch(line)
    return None if found is None else _plain(found[1])


def _value(line: bytes) -> Value | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    written = found[2]
    if string := _STRING.fullmatch(written):
        return _plain(string[1])
    if written in (b"true", b"false"):
        return written == b"true"
    try:
        return int(written)
    except ValueError:
        return None


def _plain(escaped: bytes) -> str:
    text = escaped.decode("utf-8", "surrogateescape")
    return _ESCAPED.sub(lambda found: _meant(found[1]), text)


def _meant(escape: str) -> str:
    if len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _NAMED.get(escape, escape)


def _escaped(text: str) -> str:
    for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(char, escape)
    return text


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f'"{_escaped(value)}"'
