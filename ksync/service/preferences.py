"""The settings as a window shows them: each with its value, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ksync.composition import Parts
from ksync.config import load
from ksync.config.edit import edit
from ksync.config.effective import settings
from ksync.config.keys import parse_or_remove
from ksync.config.positions import dotted, split_dotted
from ksync.credentials.keyring_store import Keyring
from ksync.reporting.errors import UnknownKey


@dataclass(frozen=True, slots=True)
class Preferences:
    """All settings.

    :param values: dotted key -> plain value.
    :param locked: keys that only the administrator changes; ``manager`` is that one.
    :param warnings: what of the file was ignored.
    """

    values: Mapping[str, object]
    locked: frozenset[str]
    manager: str
    file: str
    log_folder: str
    data_folder: str
    warnings: tuple[str, ...] = ()


def read(parts: Parts) -> Preferences:
    """All settings as they are now.

    :raises ConfigInvalid, ConfigUnreadable, PolicyInvalid: they cannot be used.
    """
    loaded = load(parts.paths.config_file)
    found = list(settings(loaded))
    return Preferences(
        values={dotted(one.key): one.value for one in found},
        locked=frozenset(dotted(one.key) for one in found if one.locked),
        manager=loaded.manager,
        file=str(loaded.path),
        log_folder=str(parts.paths.log),
        data_folder=loaded.config.general.data_dir or str(parts.paths.data),
        warnings=tuple(warning.message for warning in loaded.warnings),
    )


def collection_locks(
    parts: Parts, ids: Iterable[str], keys: Iterable[str]
) -> Mapping[str, frozenset[str]]:
    """Which settings of collections only the administrator changes, by the collection's ID."""
    stack = load(parts.paths.config_file).stack
    found = {}
    for each in ids:
        account, _, slug = each.partition("/")
        path = ("accounts", account, "collections", slug)
        found[each] = frozenset(key for key in keys if stack.lock((*path, key)) is not None)
    return found


def change(parts: Parts, key: str, text: str) -> None:
    """Set one, given as on the command line; an empty text takes a text out of the file.

    :raises UnknownKey, ConfigRefused, PolicyForbids: nothing was written.
    """
    path = split_dotted(key)
    if path is None:
        raise UnknownKey(resource=key)
    changed = edit(parts.paths, lambda loaded: [parse_or_remove(loaded.config, path, text)])
    parts.config = changed.config


def unlock_keyring(parts: Parts) -> None:
    """Let the desktop ask for the keyring's password; returns when it is open.

    :raises CredentialError: it is not, or there is none.
    """
    allow = parts.config.general.allow_plaintext_keyring
    Keyring(allow_plaintext=allow, may_prompt=True).describe()
