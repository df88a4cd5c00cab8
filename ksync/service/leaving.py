"""Leaving an account: sign out, or remove it; with or without what is here of it.

Rules
-----
* The secret goes first. Where a keyring is locked or does not answer, nobody can say that
  it is gone: that is an error, and nothing else is done. No keyring means no secret in it.
* What kSync did not store (a password command, a systemd credential) it cannot delete; it
  is named.
* With ``erase`` the lines of the log about the account, its lock and older versions of the
  settings that name it go, too, and so does what connected programs show of it. What is not
  kSync's stays and is named.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ksync.composition import OpenAccount, Parts
from ksync.config.edit import edit
from ksync.credentials.errors import CredentialError, KeyringMissing, PlaintextRefused
from ksync.reporting import logs
from ksync.service import erasing, password_age, presets, select
from ksync.service.connections import Connections


@dataclass(frozen=True, slots=True)
class SignedOut:
    """What a sign-out did.

    :param secret: whether there was one in the keyring.
    :param elsewhere: where else a password comes from, which kSync cannot delete.
    :param left: paths of what is here still.
    """

    account: str
    secret: bool
    elsewhere: str
    erased: bool
    left: tuple[str, ...]


def sign_out(parts: Parts, name: str, *, erase: bool, wait: float = 30.0) -> SignedOut:
    """Delete the secret, with ``erase`` also files, state and history; keep the settings.

    :raises UnknownAccount, LockHeld:
    :raises ProgramRuns: a program that shows the account and is to be erased from runs.
    :raises CredentialError: the secret may be in a keyring that is not open.
    :raises ReplicaUnavailable, StorageError: not everything could be erased.
    """
    with select.account(parts, name) as opened, opened.held(wait):
        programs = Connections(parts)
        if erase:
            programs.refuse_while_used(opened.settings.id)
        secret = delete_secret(opened)
        if erase:
            left = programs.leave(opened.settings.id) + erasing.erase(opened)
            _forget_log(parts, name)
        else:
            password_age.forget(opened)
            left = erasing.orphans(opened)
        elsewhere = "password_command" if opened.settings.password_command else ""
        return SignedOut(name, secret, elsewhere, erase, tuple(left))


def remove(parts: Parts, name: str, *, erase: bool, wait: float = 30.0) -> list[str]:
    """Remove settings and secret; with ``erase`` also everything else that is here.

    The settings go last: until then it can be tried again.

    :returns: paths of what was left. Raises as ``sign_out`` does.
    :raises PolicyForbids: the administrator manages it.
    """
    select.account(parts, name)
    presets.refuse_removal(parts, name)
    with select.account(parts, name) as opened, opened.held(wait):
        programs = Connections(parts)
        if erase:
            programs.refuse_while_used(opened.settings.id)
        delete_secret(opened)
        left = programs.leave(opened.settings.id, force=erase)
        left += erasing.erase(opened) if erase else erasing.orphans(opened)
        parts.config = edit(parts.paths, lambda _loaded: [(("accounts", name), None)]).config
        if erase:
            _forget_log(parts, name)
            _forget_settings(parts, opened)
            # nobody locks an account that is not in the settings any more
            with suppress(OSError):
                parts.paths.account_lock(opened.settings.id).unlink()
    return left


def delete_secret(opened: OpenAccount) -> bool:
    """Delete the account's secret from the keyring; whether there was one.

    :raises CredentialError: it may be there, and cannot be reached.
    """
    try:
        return opened.parts.keyring.delete(opened.settings.id)
    except (KeyringMissing, PlaintextRefused):
        return False
    except CredentialError as error:
        if opened.settings.password_command:
            # its password never was in the keyring; if one was before, it is told
            opened.parts.warn(f"The keyring could not be looked into: {error}")
            return False
        error.account = opened.name
        raise


def _forget_log(parts: Parts, name: str) -> None:
    """Take the account's lines out of the log, in place: who writes it goes on."""
    about = re.compile(rf"(?<![\w.@+-]){re.escape(name)}(?![\w@+-])")
    for file in logs.files(parts.paths.log):
        with suppress(OSError), file.open("r+", encoding="utf-8", newline="") as log:
            lines = log.readlines()
            kept = [line for line in lines if not about.search(line)]
            if len(kept) < len(lines):
                log.seek(0)
                log.writelines(kept)
                log.truncate()
                log.flush()
                os.fsync(log.fileno())


def _forget_settings(parts: Parts, opened: OpenAccount) -> None:
    """Delete older versions of the settings that have the account in them."""
    current = parts.paths.config_file
    for file in sorted(parts.paths.config.glob(f"{current.name}.*")):
        if _names(file, opened.settings.id):
            with suppress(OSError):
                file.unlink()


def _names(file: Path, text: str) -> bool:
    try:
        return text in file.read_text("utf-8", "replace")
    except OSError:
        return False
