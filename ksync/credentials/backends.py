"""Which keyring backends may be used.

Rules
-----
* Only backends that protect what they store, by class, from a list. The library's
  own choice is not enough: an installed ``keyrings.alt`` brings a plaintext file
  as a backend, ``PYTHON_KEYRING_BACKEND`` and ``keyringrc.cfg`` override any limit,
  and its "chainer" mixes all of them.
* What was named explicitly is used or refused, never replaced by something else.
* A name that is not on the list is refused before its module is imported.
* ``allow_plaintext_keyring = true`` lifts the list, and nothing else.
* Backends of other systems are not imported: the one for macOS looks for its libraries
  at import, which runs gcc and ld on Linux.
"""

from __future__ import annotations

import configparser
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata

from keyring import backend as keyring_backend
from keyring import core
from keyring.backend import KeyringBackend
from keyring.util import platform_

from ksync.credentials.errors import KeyringFailed, KeyringMissing, PlaintextRefused

SECRET_SERVICE = "keyring.backends.SecretService.Keyring"  # noqa: S105  a class name
LIBSECRET = "keyring.backends.libsecret.Keyring"
ON_SECRET_SERVICE = frozenset({SECRET_SERVICE, LIBSECRET})
_ELSEWHERE = {
    "darwin": "keyring.backends.macOS",
    "win32": "keyring.backends.Windows",
}
"""Modules that mean something on one system only."""
TRUSTED = (
    SECRET_SERVICE,
    LIBSECRET,
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.Windows.WinVaultKeyring",
)
CHAINER = "keyring.backends.chainer.ChainerBackend"
# Switched off on purpose, or nothing there: there is no keyring.
NONE = frozenset({"keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"})


def class_name(backend: KeyringBackend) -> str:
    """``module.Class``, as the library's configuration spells it."""
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


def choose(*, allow_plaintext: bool) -> list[KeyringBackend]:
    """The backends to use, best first; never empty.

    :raises KeyringMissing: there is none.
    :raises PlaintextRefused: the only ones, or the one that was named, may not be used.
    :raises KeyringFailed: the one that was named cannot be loaded.
    """
    named = _named()
    if named in NONE:
        raise KeyringMissing(f"switched off: {named}")
    if named and named != CHAINER:
        return [_load_named(named, allow_plaintext)]
    found = sorted(_viable(TRUSTED), key=keyring_backend.by_priority, reverse=True)
    if found:
        return found
    others = sorted(_others(), key=keyring_backend.by_priority, reverse=True)
    if not others:
        raise KeyringMissing
    if not allow_plaintext:
        raise PlaintextRefused(f"found only {class_name(others[0])}")
    return others[:1]


def _named() -> str:
    """The backend that the environment or the library's configuration names, or ``""``."""
    if name := os.environ.get("PYTHON_KEYRING_BACKEND", "").strip():
        return name
    parser = configparser.RawConfigParser()
    try:
        parser.read(platform_.config_root() / "keyringrc.cfg", encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError) as error:
        raise KeyringFailed(f"keyringrc.cfg: {type(error).__name__}") from error
    return parser.get("backend", "default-keyring", fallback="").strip()


def _load_named(name: str, allow_plaintext: bool) -> KeyringBackend:
    if name not in TRUSTED and not allow_plaintext:
        raise PlaintextRefused(f"{name} was asked for and is not known to protect secrets")
    try:
        return core.load_keyring(name)
    except RuntimeError as error:  # by the library's convention: not viable here
        raise KeyringMissing(f"{name}: {error}") from error
    except (ImportError, AttributeError, ValueError) as error:
        raise KeyringFailed(f"{name} cannot be loaded: {error}") from error


def _viable(names: tuple[str, ...]) -> Iterator[KeyringBackend]:
    """Those that work here and now, asked anew each time.

    The library asks once in a process; a service that was started before the
    desktop's keyring would never find it.
    """
    for name in names:
        if _foreign(name):
            continue
        try:
            yield core.load_keyring(name)
        except (RuntimeError, ImportError, AttributeError, OSError):
            continue


def _others() -> list[KeyringBackend]:
    """Backends that others installed and that would store something."""
    for entry in metadata.entry_points(group="keyring.backends"):
        if not _foreign(entry.value):
            with suppress(Exception):  # another project's code: what does not load is not there
                loaded = entry.load()
                if callable(loaded):
                    loaded()
    found: list[KeyringBackend] = []
    for kind in KeyringBackend.get_viable_backends():
        with suppress(TypeError):
            found.append(kind())
    return [
        backend
        for backend in found
        if class_name(backend) not in {*TRUSTED, *NONE, CHAINER} and backend.priority > 0
    ]


def _foreign(name: str) -> bool:
    """Whether it is of another system than this one."""
    return any(
        name.startswith(module) for system, module in _ELSEWHERE.items() if system != sys.platform
    )
