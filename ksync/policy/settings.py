"""From a policy file to layers of settings: which key of it means which setting.

Rules
-----
* Most keys are settings of the same name; ``RENAMED`` has the others.
* A managed file's account locks what its ``locked`` names (without it, all that it
  says); the rest of it is a recommendation. The account itself is managed either way:
  it cannot be removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ksync.config.layers import KeyPath, Layer, Level, leaves
from ksync.policy.text import Place, Text

RENAMED: Mapping[KeyPath, KeyPath] = {
    ("credentials", "plaintext_allowed"): ("general", "allow_plaintext_keyring"),
    ("proxy",): ("network", "proxy"),
}
"""Keys of a policy whose settings are called otherwise."""

_ACCOUNT: Mapping[str, tuple[tuple[KeyPath, str], ...]] = {
    "provider": ((("provider",), "provider"),),
    "url": ((("url",), "url"),),
    "username": ((("username",), "username"),),
    "collections": (
        (("collections", "include"), "include_collections"),
        (("collections", "exclude"), "exclude_collections"),
    ),
}
"""What of an account can be locked: where it stands there, and the setting that it means."""

_NO_SETTINGS = frozenset({"$schema", "schema_version", "organization", "accounts"})


def layers(text: Text, level: Level, source: str) -> list[Layer]:
    """The layers of a checked policy.

    :param level: ``MANAGED`` or ``RECOMMENDED``.
    """
    policy: Mapping[str, Any] = text.value
    hard, soft = _Builder(text), _Builder(text)
    plain = {key: value for key, value in policy.items() if key not in _NO_SETTINGS}
    for path, value in leaves(plain):
        hard.put(RENAMED.get(path, path), value, path)
    for number, account in enumerate(policy.get("accounts", ())):
        table = ("accounts", account["id"])
        hard.table(table, ("accounts", number))
        locked = account.get("locked", tuple(_ACCOUNT))
        for key, settings in _ACCOUNT.items():
            builder = hard if key in locked else soft
            for where, name in settings:
                value = _at(account, where)
                if value is not None:
                    builder.put((*table, name), value, ("accounts", number, *where))
    if level is Level.RECOMMENDED:
        return [hard.layer(level, source), soft.layer(level, source)]
    return [hard.layer(level, source), soft.layer(Level.RECOMMENDED, source)]


def _at(table: Any, where: KeyPath) -> Any:
    for part in where:
        table = table.get(part) if table is not None else None
    return table


class _Builder:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._document: dict[str, Any] = {}
        self._lines: dict[KeyPath, int] = {}
        self._tables: set[KeyPath] = set()

    def put(self, path: KeyPath, value: Any, place: Place) -> None:
        table = self._document
        for part in path[:-1]:
            table = table.setdefault(part, {})
        table[path[-1]] = value
        self._lines[path] = self._text.line(place)

    def table(self, path: KeyPath, place: Place) -> None:
        self._tables.add(path)
        self._lines[path] = self._text.line(place)

    def layer(self, level: Level, source: str) -> Layer:
        return Layer(level, self._document, source, self._lines, frozenset(self._tables))
