"""Names of files and folders in local stores: which are resources, how new ones are made.

Rules
-----
* A resource is a file whose name ends exactly in the suffix (``.ics``, ``.vcf``),
  is not hidden and is no file-sync tool's conflict copy. Other programs write
  ``<name>.icsXXXXXXXX``, ``<name>.ics~`` or ``<name>.tmp`` first and rename:
  those do not end in the suffix and so are never seen half-written.
* A new name never comes raw from an href or a UID: letters of a small alphabet
  or a hash; no separator, no leading dot or dash, no name that Windows reserves,
  at most 200 bytes, so that the folder can be copied to any file system and
  another program's temporary suffix still fits.
* Names that differ only in case count as the same.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Container
from typing import Final
from urllib.parse import unquote

from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import ResourceId

SUFFIXES: Final = {Kind.CALENDAR: ".ics", Kind.ADDRESSBOOK: ".vcf"}

MAX_NAME: Final = 200
"""Bytes of a name that we make, the suffix included (most file systems take 255)."""

HIDDEN_PREFIX: Final = ".ksync"
"""What all our hidden files and folders begin with."""

_SAFE_STEM = re.compile(r"[A-Za-z0-9_@][A-Za-z0-9._@-]*", re.ASCII)
_SYNC_CONFLICT = re.compile(r"\.sync-conflict-\d{8}-\d{6}", re.ASCII)
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
_NOT_IN_SLUG = re.compile(r"[\W_]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def is_resource(name: str, suffix: str) -> bool:
    """Whether a file of this name is a resource to this program and to others."""
    return (
        name.endswith(suffix)
        and name[0] != "."
        and (".sync-conflict-" not in name or _SYNC_CONFLICT.search(name) is None)
    )


def is_component(name: str) -> bool:
    """Whether it names something directly inside a folder (nothing above or below)."""
    return bool(name) and name not in (".", "..") and not any(c in name for c in "/\\\0")


def printable(name: str) -> str | None:
    """A stand-in for a name that is not UTF-8 (hexadecimal escapes); ``None`` if it is."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return None


def resource_name(suggestion: str, suffix: str, taken: Callable[[str], bool]) -> ResourceId:
    """A new resource's name: from the suggestion where it is safe, else from its hash.

    :param suggestion: a UID, or an href of which the last segment counts.
    :param taken: whether a name is in use (the caller decides about case).

    The same suggestion and the same ``taken`` give the same name.
    """
    stem = unquote(suggestion.rpartition("/")[2])
    if stem.casefold().endswith((".ics", ".vcf")):
        stem = stem[:-4]
    name = stem + suffix
    usable = _is_safe_stem(stem) and len(name) <= MAX_NAME and is_resource(name, suffix)
    if usable and not taken(name):
        return ResourceId(name)
    seed = suggestion.encode("utf-8", "surrogatepass")
    counter = 0
    while True:
        digest = hashlib.sha256(b"%d\0%b" % (counter, seed)).hexdigest()[:32]
        if not taken(digest + suffix):
            return ResourceId(digest + suffix)
        counter += 1


def kept_name(name: str, suffix: str, body: bytes) -> str:
    """The visible name under which a version is kept that lost its place.

    It depends on the body alone, so that keeping it twice makes one file.
    """
    stem = name.removesuffix(suffix).encode("utf-8", "surrogateescape")[:150]
    tag = hashlib.sha256(body).hexdigest()[:12]
    return f"{stem.decode('utf-8', 'ignore').lstrip('.')}.kept-{tag}{suffix}"


def folder_name(display_name: str, fallback: str, taken: Callable[[str], bool]) -> str:
    """A new collection folder's name: letters and digits of the display name.

    :param fallback: used where nothing of the display name is left.
    :param taken: whether a case-folded name is in use.
    """
    text = unicodedata.normalize("NFC", display_name).lower()
    slug = _NOT_IN_SLUG.sub("-", text).strip("-")
    slug = slug.encode("utf-8")[: MAX_NAME - 20].decode("utf-8", "ignore").strip("-") or fallback
    if slug in _RESERVED:
        slug = f"{slug}-{fallback}"
    name, counter = slug, 1
    while taken(name.casefold()):
        counter += 1
        name = f"{slug}-{counter}"
    return name


def unique_title(title: str, others: Container[str]) -> str:
    """A display name that no other collection has.

    :param others: the case-folded display names of the others.
    """
    candidate, counter = title, 1
    while candidate.casefold() in others:
        counter += 1
        candidate = f"{title} ({counter})"
    return candidate


def one_line(text: str) -> str:
    """A display name as its file can hold it: one line, no control characters."""
    clean = "".join(c for c in text if not 0xD800 <= ord(c) <= 0xDFFF)
    return " ".join(_CONTROL.sub(" ", clean).split())


def _is_safe_stem(stem: str) -> bool:
    return (
        _SAFE_STEM.fullmatch(stem) is not None
        and stem.partition(".")[0].casefold() not in _RESERVED
    )
