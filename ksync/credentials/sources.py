"""The sources of a password, in their order.

1. the operating system's keyring,
2. ``password_command``,
3. a systemd credential, ``$CREDENTIALS_DIRECTORY/ksync-ACCOUNT`` (systemd.exec(5)),
4. a prompt on a terminal.

Rules
-----
* A source that has none, or cannot be used, is passed over for the next one.
* If none has it, the error is that of the source which the user set up: the
  command, else the credential's file, else the keyring.
* Where another source is set up, the keyring does not ask to be unlocked: the
  other one answers without a person.
* Nothing is asked before it is needed: a transport calls ``AccountSecret`` when a
  server wants a login, after its gate allowed the network.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ksync.credentials.errors import (
    CredentialError,
    CredentialFileUnreadable,
    PasswordCommandFailed,
    SecretMissing,
)
from ksync.credentials.keyring_store import Keyring
from sync_engine.transport.port import Secret

COMMAND_SECONDS = 60.0
MESSAGE_CHARACTERS = 300


class Source(StrEnum):
    """Where a password came from."""

    KEYRING = "keyring"
    COMMAND = "password_command"
    SYSTEMD = "systemd credential"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Found:
    """A password and its source; the password never shows in a repr."""

    source: Source
    password: str = field(repr=False)


def credential_file_name(account: str) -> str:
    """The name of an account's systemd credential."""
    return f"ksync-{account}"


class AccountSecret:
    """The login of an account; a ``CredentialSource`` of the transport.

    Thread-safe; the sources are asked once, then the answer is kept in memory.

    :param account: its name; ``account_id``: its UUID.
    :param command: ``password_command``, or ``None``.
    :param prompt: asks a person and returns the password; ``None`` where nobody is.
    """

    def __init__(
        self,
        *,
        account: str,
        account_id: str,
        username: str,
        keyring: Keyring,
        command: str | None = None,
        prompt: Callable[[str], str] | None = None,
    ) -> None:
        self._account = account
        self._account_id = account_id
        self._username = username
        self._keyring = keyring
        self._command = command
        self._prompt = prompt
        self._lock = threading.Lock()
        self._found: Found | None = None

    def __call__(self) -> Secret:
        """The login.

        :raises CredentialError: no source has the password; its class says why.
        """
        return Secret(self._username, self.find().password)

    def forget(self) -> None:
        """Ask the sources again next time (the server rejected the password)."""
        with self._lock:
            self._found = None

    def find(self) -> Found:
        """The password and its source; raises as calling does."""
        with self._lock:
            if self._found is None:
                try:
                    self._found = self._ask()
                except CredentialError as error:
                    error.account = error.account or self._account
                    raise
            return self._found

    def _ask(self) -> Found:
        file = credential_file(self._account)
        others = self._command is not None or file is not None
        keyring = self._keyring.quiet() if others else self._keyring
        errors: list[CredentialError] = []
        steps: list[tuple[Source, Callable[[], str]]] = [
            (Source.KEYRING, lambda: keyring.get(self._account_id))
        ]
        if (command := self._command) is not None:
            steps.append((Source.COMMAND, lambda: run_command(command)))
        if file is not None:
            steps.append((Source.SYSTEMD, lambda: _read_credential(file)))
        for source, ask in steps:
            try:
                return Found(source, ask())
            except CredentialError as error:
                errors.append(error)
        if self._prompt is not None and (
            password := self._prompt(f"Password of {self._username} ({self._account}): ")
        ):
            return Found(Source.PROMPT, password)
        # The first that was set up by hand, else what the keyring said.
        raise errors[1] if len(errors) > 1 else errors[0]


def run_command(command: str, *, timeout: float = COMMAND_SECONDS) -> str:
    """The first line that a command prints; no shell, no input.

    :raises PasswordCommandFailed: it failed or printed nothing. Its stdout is never
        shown, its stderr is, without the line that would have been the password.
    """
    words = shlex.split(command)
    try:
        done = subprocess.run(  # noqa: S603  the user's own command, words only, no shell
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PasswordCommandFailed(f"no end after {timeout:.0f} seconds") from error
    except OSError as error:
        raise PasswordCommandFailed(f"{words[0]}: {error.strerror}") from error
    try:
        password = _first_line(done.stdout.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PasswordCommandFailed("its output is not UTF-8") from error
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip()
        if password:
            said = said.replace(password, "***")
        said = said[-MESSAGE_CHARACTERS:]
        raise PasswordCommandFailed(
            f"it ended with {done.returncode}" + (f": {said}" if said else "")
        )
    if not password:
        raise PasswordCommandFailed("it printed nothing")
    return password


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0].removesuffix("\r")


def credential_file(account: str) -> Path | None:
    """The account's systemd credential, if the unit has one."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
    if not folder:
        return None
    file = Path(folder) / credential_file_name(account)
    return file if file.exists() else None


def _read_credential(file: Path) -> str:
    try:
        password = _first_line(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CredentialFileUnreadable(type(error).__name__, resource=str(file)) from error
    if not password:
        raise SecretMissing("the systemd credential is empty", resource=str(file))
    return password
