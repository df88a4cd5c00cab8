"""Changing ``config.toml`` without touching what a person wrote around it.

Rules
-----
* Comments, order and spelling of everything else stay (tomlkit).
* What is written has been checked as if it were read: a mistake changes nothing.
* What is managed is not changed, here or anywhere: ``refuse_locked``.
* A file of an older version is kept beside the new one.
* Two processes that edit at once do so one after the other; each reads inside
  the lock, so no change is lost.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from ksync.config import migrations
from ksync.config.check import Loaded
from ksync.config.effective import load, load_text, refuse_locked
from ksync.config.positions import Path as KeyPath
from ksync.config.positions import dotted, statements
from ksync.locks import ProcessLock
from ksync.paths import Paths, write_private
from ksync.reporting.errors import ConfigInvalid, ConfigRefused, ConfigUnreadable, UnknownKey

LOCK_WAIT_SECONDS = 10.0

Plain = str | bool | int | list[str] | dict[str, str | list[str]]
Change = tuple[KeyPath, Plain | None]
"""A key's path and its new value; ``None`` removes the key or the whole table.

The tables of a list are numbered from 1; ``APPEND`` as the last part, with a dict,
adds one.
"""

APPEND = "+"


def edit(
    paths: Paths, changes: Callable[[Loaded], list[Change]], *, guarded: bool = True
) -> Loaded:
    """Read, change, check and write the file.

    :param changes: gets what the file says now and returns what shall change; an
        exception that it raises leaves the file alone.
    :param guarded: refuse what is managed. Not where what a policy says is copied: it
        holds over the copy all the same.
    :raises ConfigInvalid: the file is wrong as it is.
    :raises ConfigRefused: it would be wrong afterwards; nothing was written.
    :raises ConfigUnreadable: the disk said no.
    :raises PolicyForbids: a change is to what is managed; nothing was written.
    :raises Doubled: programs would show an account twice; nothing was written.
    :raises LockHeld: another process has been editing for ten seconds.
    """
    file = paths.config_file
    try:
        with ProcessLock(paths.state / "locks" / "config.lock").acquire(LOCK_WAIT_SECONDS):
            before = load(file)
            wanted = changes(before)
            if guarded:
                refuse_locked(before, (path for path, _ in wanted))
            _refuse_doubles(paths, wanted)
            text = _apply(before.text, wanted)
            try:
                after = load_text(text, file)
            except ConfigInvalid as error:
                raise ConfigRefused(
                    error.detail,
                    account=error.account,
                    collection=error.collection,
                    resource=error.key,
                    hint=error.hint,
                ) from error
            if text != before.text:
                _back_up(file, before.version)
                write_private(file, text.encode("utf-8"))
            return after
    except OSError as error:
        raise ConfigUnreadable(error.strerror or str(error), resource=str(file)) from error


def _back_up(file: Path, version: int) -> None:
    """Keep a file of an older version as it was, before it is written anew."""
    if version != migrations.current():
        kept = file.with_name(migrations.backup_name(file.name, version))
        write_private(kept, file.read_bytes())


def table_changes(path: KeyPath, values: Mapping[str, Plain | None]) -> list[Change]:
    """Changes for several keys of one table; ``None`` values are left out."""
    return [((*path, key), value) for key, value in values.items() if value is not None]


def _refuse_doubles(paths: Paths, wanted: list[Change]) -> None:
    if any(path[-1] == "store" for path, _ in wanted):
        from ksync.connect.doubles import refuse_store  # noqa: PLC0415  hardly ever needed

        refuse_store(paths, wanted)


def _apply(text: str, changes: list[Change]) -> str:
    for path, value in changes:
        text = _apply_one(text, path, value)
    return text


def _apply_one(text: str, path: KeyPath, value: Plain | None) -> str:
    """By lines where that gives exactly the wanted document, else through tomlkit.

    tomlkit replaces values faultlessly, but a comment above a header belongs, for
    it, to the table before: new keys land behind it, and it goes with that table.
    Unusual spellings (inline tables, dotted keys) are what it is needed for.
    """
    wanted = _changed(tomllib.loads(text), path, value)
    if value is None:
        by_lines: str | None = _remove_lines(text, path)
    elif isinstance(value, dict):
        by_lines = _append_table(text, path[:-1], value)
    else:
        by_lines = _insert_line(text, path, value)
    if by_lines is not None and _document(by_lines) == _pruned(wanted):
        return by_lines
    import tomlkit  # noqa: PLC0415  most runs only read

    document = tomlkit.parse(text)
    _changed(document, path, value, tomlkit.inline_table)
    return tomlkit.dumps(document)


def _document(text: str) -> dict[str, Any] | None:
    try:
        return _pruned(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        return None


def _pruned(table: dict[str, Any]) -> dict[str, Any]:
    """Without empty tables: a header that nothing stands under says nothing."""
    pruned = {
        key: _pruned(value) if isinstance(value, dict) else value for key, value in table.items()
    }
    return {key: value for key, value in pruned.items() if value not in ({}, [])}


def _changed(
    document: Any, path: KeyPath, value: Plain | None, new_table: Callable[[], Any] = dict
) -> Any:
    """The change, made in a parsed document (plain or tomlkit's)."""
    adding = path[-1] == APPEND
    table = document
    for part in path[:-2] if adding else path[:-1]:
        if value is None and part not in table:
            return document
        table = table.setdefault(part, new_table())
        if not isinstance(table, MutableMapping | list):
            raise UnknownKey(resource=dotted(path))
    if adding:
        table.setdefault(path[-2], []).append(value)
    elif isinstance(table, list):
        del table[int(path[-1]) - 1]
    elif value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = value
    return document


def _append_table(text: str, path: KeyPath, values: dict[str, str | list[str]]) -> str:
    """A new table of a list, at the end."""
    gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    lines = [f"{dotted((key,))} = {_literal(value)}\n" for key, value in values.items()]
    return f"{text}{gap}[[{dotted(path)}]]\n{''.join(lines)}"


def _insert_line(text: str, path: KeyPath, value: Plain) -> str | None:
    """A new key behind the last one of its table, or a new table at the end.

    ``None`` if the key is already there.
    """
    found = list(statements(text))
    if any(path in statement.paths for statement in found):
        return None
    table, line = path[:-1], f"{dotted(path[-1:])} = {_literal(value)}"
    lines = text.split("\n")
    inside = [statement for statement in found if statement.table == table]
    if inside:
        lines.insert(inside[-1].last + 1, line)
        return "\n".join(lines)
    head = [*lines[:-1]] if lines[-1] == "" else lines
    gap = [""] if head and head[-1].strip() else []
    return "\n".join([*head, *gap, f"[{dotted(table)}]", line, ""])


def _remove_lines(text: str, path: KeyPath) -> str:
    """Without the key, or without the table and the tables in it.

    Comments between the keys of a removed table go; those behind its last key stay,
    since they may be about what follows.
    """
    lines: list[str | None] = [*text.split("\n")]
    begin: int | None = None
    for statement in statements(text):
        if statement.table[: len(path)] == path:
            begin = statement.first if statement.is_header or begin is None else begin
        elif path in statement.paths and not statement.is_header:
            begin = statement.first
        else:
            begin = None
            continue
        for index in range(begin, statement.last + 1):
            lines[index] = None
    return "\n".join(line for line in lines if line is not None)


def _literal(value: Plain) -> str:
    import tomlkit  # noqa: PLC0415  most runs only read

    return tomlkit.item(value).as_string()
