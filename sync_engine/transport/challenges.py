"""WWW-Authenticate, read (RFC 9110 §11.6.1).

One field may carry several challenges, and a server may send several fields;
a comma separates both challenges and parameters, so a name that is not
followed by ``=`` and a value begins the next challenge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"  # noqa: S105 - RFC 9110 §5.6.2, not a secret
_PARAMETER = re.compile(rf'({_TOKEN})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|({_TOKEN}))')
_SCHEME = re.compile(_TOKEN)
_BETWEEN = re.compile(r"[\s,=]+")


@dataclass(frozen=True, slots=True)
class Challenge:
    """One challenge; names of schemes and parameters in lower case."""

    scheme: str
    parameters: Mapping[str, str]


def parse(fields: Iterable[str]) -> list[Challenge]:
    """The challenges of all fields, in order. What is not understood is passed over."""
    found: list[Challenge] = []
    for text in fields:
        parameters: dict[str, str] | None = None
        at = 0
        while at < len(text):
            if match := _BETWEEN.match(text, at):
                pass
            elif match := _PARAMETER.match(text, at):
                if parameters is not None:
                    quoted, plain = match[2], match[3]
                    value = plain if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
                    parameters.setdefault(match[1].lower(), value)
            elif match := _SCHEME.match(text, at):
                parameters = {}
                found.append(Challenge(match[0].lower(), parameters))
            at = match.end() if match else at + 1
    return found
