"""From the text of ``config.toml`` to a checked ``Config``, or to the first mistake.

Rules
-----
* A wrong value stops everything and is named with file, line and key: guessing at
  settings is how a program syncs what it should not.
* An unknown key is a warning with the nearest known one: files are shared between
  versions.
* A missing file is an empty one.
* A key that looks like a secret is refused, and its value is never repeated.
* What is checked is what holds: the file with the administrator's policies over and
  under it (``ksync.config.layers``).
"""

from __future__ import annotations

import re
import tomllib
import types
import typing
import uuid
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import EnumType
from pathlib import Path
from typing import Any

import msgspec

from ksync.config import guard, migrations, rules
from ksync.config.layers import Layer, Level, Stack, combine
from ksync.config.model import SECRET_KEYS, Account, Collection, Config
from ksync.config.positions import Path as KeyPath
from ksync.config.positions import dotted, key_lines
from ksync.reporting.errors import ConfigInvalid, ConfigUnreadable

NAME_RULES: dict[type[Any], Callable[[str], str]] = {
    Account: rules.account_name,
    Collection: rules.collection_slug,
}


@dataclass(frozen=True, slots=True)
class ConfigWarning:
    """Something that was ignored."""

    message: str
    key: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checked configuration and where it came from.

    :param stack: whose each value is.
    :param waiting: accounts that a policy describes and that the user has not taken up.
    :param manager: who manages what is locked, for sentences.
    :param version: that the file is of; ``text`` is as this version would have it.
    """

    config: Config
    path: Path
    warnings: tuple[ConfigWarning, ...] = ()
    text: str = ""
    stack: Stack = field(default_factory=Stack)
    waiting: frozenset[str] = frozenset()
    manager: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class _Mistake:
    path: KeyPath
    message: str
    hint: str = ""


@dataclass(slots=True)
class _Findings:
    mistakes: list[_Mistake] = field(default_factory=list)
    unknown: list[tuple[KeyPath, str]] = field(default_factory=list)

    def wrong(self, path: KeyPath, message: str, hint: str = "") -> None:
        self.mistakes.append(_Mistake(path, message, hint))


def read_text(path: Path) -> str:
    """The file's text; a missing file is an empty one.

    :raises ConfigUnreadable: it is there and cannot be read.
    :raises ConfigInvalid: it is not UTF-8.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigUnreadable(error.strerror or str(error), resource=str(path)) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigInvalid("the text is not UTF-8", file=str(path), line=line) from error


def check_text(text: str, path: Path, policies: Iterable[Layer] = ()) -> Loaded:
    """Check a configuration's text.

    :param path: for the messages.
    :param policies: what the administrator says.
    :raises ConfigInvalid: with the first mistake in the order of the file.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise syntax_error(error, text, path) from error
    version = _version(document, path)
    if version != migrations.current():
        text = migrations.migrated(text, version)
        document = tomllib.loads(text)
    document.pop(migrations.KEY, None)
    stack, waiting = _stacked(document, text, path, tuple(policies))
    findings = _Findings()
    config = _struct(stack.document, Config, (), findings)
    if config is not None:
        _check_accounts(config, findings, waiting)
        _check_networks(config, findings)
    lines = key_lines(text) if findings.mistakes or findings.unknown else {}
    if findings.mistakes or config is None:
        raise _invalid(findings.mistakes, lines, path)
    warnings = tuple(
        ConfigWarning(f"unknown setting {dotted(key)}{nearest}", dotted(key), lines.get(key))
        for key, nearest in findings.unknown
        if key in lines  # a policy's keys were checked where it was read
    )
    return Loaded(config, path, warnings, text, stack, waiting, version=version)


def _version(document: dict[str, Any], path: Path) -> int:
    version = migrations.version_of(document)
    if version is not None and version <= migrations.current():
        return version
    later = version is not None
    raise ConfigInvalid(
        f"{migrations.KEY} {'is that of a later version' if later else 'must be a number from 1'}",
        file=str(path),
        line=1,
        key=migrations.KEY,
        hint="Update kSync, or go back to the file that this version wrote." if later else "",
    )


def _stacked(
    document: dict[str, Any], text: str, path: Path, policies: tuple[Layer, ...]
) -> tuple[Stack, frozenset[str]]:
    """The file among the policies, and the accounts that only the policies know.

    Such an account has to have an ID before the user took it up. It is made from the
    file's place, so that it is the same each time and another one in another profile.
    """
    lines = key_lines(text) if policies else {}
    layers = [Layer(Level.USER, document, str(path), lines), *policies]
    described = sorted({table[1] for layer in policies for table in layer.tables})
    if not described:
        return combine(layers), frozenset()
    accounts = {
        name: {"id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{path}#{name}")), "username": ""}
        for name in described
    }
    layers.append(Layer(Level.DEFAULT, {"accounts": accounts}))
    stack = combine(layers)
    held = {name: stack.holder(("accounts", name, "id")) for name in described}
    return stack, frozenset(
        name for name, claim in held.items() if claim is None or claim.level is Level.DEFAULT
    )


def syntax_error(error: tomllib.TOMLDecodeError, text: str, path: Path) -> ConfigInvalid:
    """The parser's error in our words, with its line."""
    # Python 3.14 has attributes; before, the place is at the end of the message.
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    message = str(error)[: place.start()] if place else str(error)
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    if message.startswith("Cannot overwrite"):
        message, hint = "a key stands in it twice", "Remove one of the two."
    else:
        message, hint = f"{message[:1].lower()}{message[1:]}", 'Text needs quotes: key = "value".'
    return ConfigInvalid(f"not valid TOML: {message}", file=str(path), line=line, hint=hint)


def _invalid(mistakes: list[_Mistake], lines: Mapping[KeyPath, int], path: Path) -> ConfigInvalid:
    def line_of(mistake: _Mistake) -> int | None:
        # A missing key has no line: its table's line is the next best.
        for end in range(len(mistake.path), 0, -1):
            if (line := lines.get(mistake.path[:end])) is not None:
                return line
        return None

    first = min(mistakes, key=lambda mistake: line_of(mistake) or 0)
    names = first.path
    account = names[1] if len(names) > 1 and names[0] == "accounts" else ""
    slug = names[3] if account and len(names) > 3 and names[2] == "collections" else ""
    return ConfigInvalid(
        f"{dotted(first.path)} {first.message}",
        file=str(path),
        line=line_of(first),
        key=dotted(first.path),
        hint=first.hint,
        account=account,
        collection=f"{account}/{slug}" if slug else "",
    )


def _struct(table: Any, model: type[Any], path: KeyPath, findings: _Findings) -> Any | None:
    """One table; ``None`` if something in it is wrong (then it is in ``findings``)."""
    if not isinstance(table, dict):
        findings.wrong(path, "must be a table")
        return None
    before = len(findings.mistakes)
    fields = {info.name: info for info in msgspec.structs.fields(model)}
    values: dict[str, Any] = {}
    for key, raw in table.items():
        here = (*path, key)
        if key in fields:
            values[key] = _value(raw, fields[key].type, here, findings)
        elif key.lower() in SECRET_KEYS:
            findings.wrong(
                here,
                "must not be here: a secret does not belong into this file",
                "Remove the line, then store the password: `ksync account set-password NAME`.",
            )
        else:
            findings.unknown.append((here, _nearest(key, fields)))
    for name, info in fields.items():
        if info.required and name not in table:
            findings.wrong((*path, name), "is missing", f"Add {name} to [{dotted(path)}].")
    return model(**values) if len(findings.mistakes) == before else None


def _value(raw: Any, kind: Any, path: KeyPath, findings: _Findings) -> Any:
    """One value, or ``None`` and a finding."""
    inner = _without_none(kind)
    if raw is None and inner is not kind:  # only a policy can say it
        return None
    if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        return _struct(raw, inner, path, findings)
    if typing.get_origin(inner) is dict:
        return _named_tables(raw, typing.get_args(inner)[1], path, findings)
    if (model := tables_of(inner)) is not None:
        return _listed_tables(raw, model, path, findings)
    try:
        value = msgspec.convert(raw, inner)
    except msgspec.ValidationError:
        findings.wrong(path, f"must be {_expected(inner)}", rules.HINTS.get(path[-1], ""))
        return None
    rule = rules.RULES.get(path[-1])
    if value == "" and path[-1] == "username" and path[0] == "accounts":
        return value  # not known before the user says it: _check_accounts knows where
    if rule is not None and (message := rule(value)):
        findings.wrong(path, message, rules.HINTS.get(path[-1], ""))
    return value


def _named_tables(
    raw: Any, model: type[Any], path: KeyPath, findings: _Findings
) -> dict[str, Any] | None:
    if not isinstance(raw, dict):
        findings.wrong(path, "must be a table")
        return None
    tables: dict[str, Any] = {}
    for name, table in raw.items():
        if message := NAME_RULES[model](name):
            findings.wrong((*path, name), f"cannot be named so: the name {message}")
        tables[name] = _struct(table, model, (*path, name), findings)
    return tables


def _listed_tables(
    raw: Any, model: type[Any], path: KeyPath, findings: _Findings
) -> tuple[Any, ...] | None:
    """``[[tables]]``; in paths they are numbered from 1."""
    if not isinstance(raw, list):
        findings.wrong(path, f"must be a list of tables, each below [[{dotted(path)}]]")
        return None
    return tuple(
        _struct(table, model, (*path, str(number)), findings) for number, table in enumerate(raw, 1)
    )


def tables_of(kind: Any) -> type[Any] | None:
    """What a list of tables is a list of; ``None`` if it is none."""
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        if isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            return inner
    return None


def _check_networks(config: Config, findings: _Findings) -> None:
    for number, wifi in enumerate(config.network_guard.wifi, 1):
        if message := guard.one_name(wifi):
            findings.wrong(("network_guard", "wifi", str(number)), message)


def _check_accounts(config: Config, findings: _Findings, waiting: Container[str]) -> None:
    """What concerns several settings at once."""
    ids: dict[str, str] = {}
    for name, account in config.accounts.items():
        if not account.username and name not in waiting:
            findings.wrong(("accounts", name, "username"), "must not be empty")
        if not account.urls:
            findings.wrong(
                ("accounts", name, "url"),
                f"is missing: {account.preset.name} has no common address",
                account.preset.notes,
            )
        if account.id in ids:
            findings.wrong(
                ("accounts", name, "id"),
                f"is the same as that of {ids[account.id]}",
                "Two accounts would share their password and their state.",
            )
        ids.setdefault(account.id, name)


def _without_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not types.NoneType)
    return kind


_WORDS: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "a text in quotes",
    tuple[str, ...]: 'a list of texts, like ["a", "b"]',
}


def _expected(kind: Any) -> str:
    if isinstance(kind, EnumType):
        return f"one of {', '.join(kind)}"
    return _WORDS[kind]


def _nearest(key: str, known: Iterable[str]) -> str:
    import difflib  # noqa: PLC0415  needed for a typing mistake only

    close = difflib.get_close_matches(key, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
