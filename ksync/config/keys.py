"""Single settings by their dotted key: ``general.history_days``, ``accounts.work.url``.

The keys are those of the model; nothing is listed a second time.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from enum import EnumType
from typing import Any

import msgspec

from ksync.config.check import tables_of
from ksync.config.edit import Plain
from ksync.config.model import READ_ONLY_KEYS, Config
from ksync.config.positions import Path as KeyPath
from ksync.config.positions import dotted, split_dotted
from ksync.reporting.errors import ConfigRefused, ReadOnlyKey, UnknownAccount, UnknownKey

_TRUE = frozenset({"true", "yes", "on", "1"})
_FALSE = frozenset({"false", "no", "off", "0"})


def get(config: Config, key: str) -> object:
    """The value that holds, defaults included, as plain data.

    :raises UnknownKey: there is no such setting.
    :raises UnknownAccount: there is no such account.
    """
    value: Any = config
    for part in _path(key):
        if isinstance(value, msgspec.Struct) and part in value.__struct_fields__:
            value = getattr(value, part)
        elif isinstance(value, dict) and part in value:
            value = value[part]
        elif value is config.accounts:
            raise UnknownAccount(account=part)
        else:
            raise UnknownKey(resource=key)
    return msgspec.to_builtins(value)


def items(config: Config) -> Iterator[tuple[str, object]]:
    """Every setting with the value that holds, as ``(dotted key, plain value)``."""
    yield from _leaves(msgspec.to_builtins(config), ())


def _leaves(value: object, path: KeyPath) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    else:
        yield dotted(path), value


def parse(config: Config, key: str, text: str) -> tuple[KeyPath, Plain]:
    """A change from the command line: where it goes, and the value in its type.

    Lists are given with commas. Ranges and choices are the checker's business.

    :raises UnknownKey: there is no such setting, or it is a table.
    :raises UnknownAccount: accounts are made by ``account add``, not here.
    :raises ReadOnlyKey: a command of its own changes it.
    :raises ConfigRefused: the text is not of the setting's type.
    """
    path, value = _typed(config, key, text)
    if len(path) == 5 and path[-1] == "enabled":
        # enabling has to unite both sides: it is more than a setting
        one = f"{path[1]}/{path[3]}"
        hint = f"Use `ksync collection enable {one}` or `ksync collection disable {one}`."
        raise ReadOnlyKey(resource=key, hint=hint)
    return path, value


def _typed(config: Config, key: str, text: str) -> tuple[KeyPath, Plain]:
    path, kind = _found(config, key)
    return path, _convert(_strip_none(kind), key, text)


def _found(config: Config, key: str) -> tuple[KeyPath, Any]:
    """A setting's path and its type."""
    path = _path(key)
    kind: Any = Config
    for depth, part in enumerate(path):
        inner = _strip_none(kind)
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            kinds = {info.name: info.type for info in msgspec.structs.fields(inner)}
            if part not in kinds:
                raise UnknownKey(resource=key)
            kind = kinds[part]
        elif typing.get_origin(inner) is dict:
            if depth == 1 and part not in config.accounts:
                raise UnknownAccount(account=part)
            kind = typing.get_args(inner)[1]
        else:
            raise UnknownKey(resource=key)
    if path[-1] in READ_ONLY_KEYS and len(path) == 3:
        raise ReadOnlyKey(resource=key, hint=READ_ONLY_KEYS[path[-1]])
    return path, kind


def parse_or_remove(config: Config, path: KeyPath, text: str) -> tuple[KeyPath, Plain | None]:
    """For the commands that own a setting: as ``parse``, without its reservation for them.

    An empty text takes a setting that is a text, or may be missing, out of the file.
    """
    where, kind = _found(config, dotted(path))
    if not text and _strip_none(kind) is not kind:
        return where, None
    value = _convert(_strip_none(kind), dotted(path), text)
    return where, value if value != "" else None


def _path(key: str) -> KeyPath:
    path = split_dotted(key)
    if path is None:
        raise UnknownKey(resource=key)
    return path


def _strip_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not types.NoneType)
    return kind


def _convert(kind: Any, key: str, text: str) -> Plain:
    if kind is str or isinstance(kind, EnumType):
        return text
    if kind is bool:
        if text.lower() in _TRUE | _FALSE:
            return text.lower() in _TRUE
        raise ConfigRefused(f"{key} must be true or false", resource=key)
    if kind is int:
        try:
            return int(text)
        except ValueError as error:
            raise ConfigRefused(f"{key} must be a whole number", resource=key) from error
    if typing.get_origin(kind) is tuple and tables_of(kind) is None:
        return [part.strip() for part in text.split(",") if part.strip()]
    raise UnknownKey(resource=key, hint="It is a table: name one of its settings.")
