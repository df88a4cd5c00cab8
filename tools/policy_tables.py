"""The tables of the administrators' page: whose value holds, and every key of a policy.

``tools/draw_tables.py`` puts them into the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ksync.config.layers import PRECEDENCE
from ksync.policy.schema import schema


def precedence() -> Iterator[Sequence[str]]:
    """The levels, the first of them wins."""
    for number, rank in enumerate(PRECEDENCE, 1):
        yield str(number), rank.level.value, rank.source, rank.scope


def keys() -> Iterator[Sequence[str]]:
    """Every key of a policy: what it must be, and what it means."""
    drawn = schema()
    yield from _keys(drawn["$defs"]["Policy"], drawn["$defs"], "")


def _keys(
    part: Mapping[str, Any], parts: Mapping[str, Any], before: str
) -> Iterator[Sequence[str]]:
    for name, found in part["properties"].items():
        key = f"{before}{name}"
        inner, brackets = found, ""
        if found.get("type") == "array":
            inner, brackets = found["items"], "[]"
        about = parts[inner["$ref"].rpartition("/")[2]] if "$ref" in inner else inner
        if "properties" in about:
            yield (
                f"`{key}{brackets}`",
                "list of objects" if brackets else "object",
                _meaning(found, about),
            )
            yield from _keys(about, parts, f"{key}{brackets}.")
        else:
            yield f"`{key}`", _kind(about, is_list=bool(brackets)), found.get("title", "")


def _meaning(found: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    return str(found.get("title") or about.get("description", ""))


def _kind(about: Mapping[str, Any], *, is_list: bool) -> str:
    if "anyOf" in about:
        return f"{about['anyOf'][0]['description']}, or `null`"
    if "enum" in about:
        words = ", ".join(f"`{word}`" for word in about["enum"])
    else:
        words = (
            "true or false" if about["type"] == "boolean" else about.get("description", "a text")
        )
    return f"list, each {words}" if is_list else str(words)
