"""ESource key files: the text by which evolution-data-server describes a source.

A key file (GLib's GKeyFile) has groups of ``Key=value`` lines. Only the keys that are
asked for are changed; comments, translations and groups of others stay as they are.
"""

from __future__ import annotations

from typing import Final

_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MEANING: Final = {"s": " ", "n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


def get(text: str, group: str, key: str) -> str | None:
    """The value of a key; ``None``: it is not there."""
    inside = False
    for line in text.splitlines():
        if line.startswith("["):
            inside = line.strip() == f"[{group}]"
        elif inside and not line.startswith("#"):
            name, equals, value = line.partition("=")
            if equals and name.strip() == key:
                return _unescaped(value.lstrip())
    return None


def put(text: str, group: str, key: str, value: str) -> str:
    """The text with a key set to a value."""
    line = f"{key}={_escaped(value)}"
    lines = text.splitlines()
    start = next((n for n, one in enumerate(lines) if one.strip() == f"[{group}]"), None)
    if start is None:
        before = [*lines, ""] if lines and lines[-1] else lines
        return "\n".join([*before, f"[{group}]", line]) + "\n"
    end = start + 1
    last = start
    while end < len(lines) and not lines[end].startswith("["):
        name, equals, _ = lines[end].partition("=")
        if equals and name.strip() == key:
            lines[end] = line
            return "\n".join(lines) + "\n"
        if lines[end].strip():
            last = end
        end += 1
    lines.insert(last + 1, line)
    return "\n".join(lines) + "\n"


def _escaped(value: str) -> str:
    text = "".join(_ESCAPES.get(char, char) for char in value)
    return f"\\s{text[1:]}" if text.startswith(" ") else text


def _unescaped(value: str) -> str:
    parts = value.split("\\")
    found = [parts[0]]
    rest = iter(parts[1:])
    for part in rest:
        if part == "":  # two backslashes: one, and what follows is plain
            found.append("\\" + next(rest, ""))
        else:
            found.append(_MEANING.get(part[0], part[0]) + part[1:])
    return "".join(found)
