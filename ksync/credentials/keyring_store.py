"""The operating system's keyring, with a deadline.

Rules
-----
* No call of the keyring library runs in the caller's thread: it has no time-out.
  A worker thread does it, and the caller waits for a limited time.
* At most one worker: calls wait for each other, and while one is stuck the next
  fails at once instead of piling up threads (and windows that ask for a password).
* The Secret Service is looked at first (``secret_service.look``), so that "locked"
  and "missing" are known without a prompt; a prompt is shown only where a person
  is expected (``may_prompt``).
* The library is imported by the worker: it takes a third of a second, and most
  commands never ask for a password.
* Entries are named by the account's UUID: two profiles never share one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ksync.credentials.errors import (
    CredentialError,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
    SecretMissing,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "kSync"
DEADLINE_SECONDS = 20.0
PROMPT_SECONDS = 120.0

T = TypeVar("T")

_turn = threading.Lock()
_stuck = threading.Event()


class Keyring:
    """Stores, gives and deletes passwords.

    :param allow_plaintext: accept a backend that does not protect what it stores.
    :param may_prompt: a person is there to unlock the keyring.
    :param deadline: seconds without a person, ``prompt_deadline``: with one.
    """

    def __init__(
        self,
        *,
        allow_plaintext: bool = False,
        may_prompt: bool = False,
        deadline: float = DEADLINE_SECONDS,
        prompt_deadline: float = PROMPT_SECONDS,
    ) -> None:
        self._allow_plaintext = allow_plaintext
        self._may_prompt = may_prompt
        self._look_deadline = deadline
        self._deadline = prompt_deadline if may_prompt else deadline

    def quiet(self) -> Keyring:
        """The same one, never prompting."""
        return Keyring(allow_plaintext=self._allow_plaintext, deadline=self._look_deadline)

    def get(self, account_id: str) -> str:
        """The password of an account.

        :raises SecretMissing: the keyring is open and has none.
        :raises KeyringLocked, KeyringMissing, KeyringTimeout, KeyringFailed: see there.
        :raises PlaintextRefused: what is there may not be used.
        """

        def work() -> str | None:
            for backend in self._backends():
                password = backend.get_password(SERVICE, account_id)
                if password is not None:
                    return password
            return None

        password = self._in_worker(work)
        if password is None:
            raise SecretMissing("the keyring has no entry for the account")
        return password

    def set(self, account_id: str, password: str) -> None:
        """Store a password, over an older one; raises as ``get`` does."""
        self._in_worker(lambda: self._backends()[0].set_password(SERVICE, account_id, password))

    def delete(self, account_id: str) -> bool:
        """Delete a password wherever it is; whether there was one. Raises as ``get`` does."""

        def work() -> bool:
            deleted = False
            for backend in self._backends():
                if backend.get_password(SERVICE, account_id) is not None:
                    backend.delete_password(SERVICE, account_id)
                    deleted = True
            return deleted

        return self._in_worker(work)

    def describe(self) -> str:
        """The backend's class, for diagnostics; raises as ``get`` does."""

        def work() -> str:
            kind = type(self._backends()[0])
            return f"{kind.__module__}.{kind.__qualname__}"

        return self._in_worker(work)

    def _backends(self) -> list[KeyringBackend]:
        """The backends, seen to be open (or a person will be asked)."""
        from ksync.credentials import backends  # noqa: PLC0415  see the rules above

        found = backends.choose(allow_plaintext=self._allow_plaintext)
        if backends.class_name(found[0]) in backends.ON_SECRET_SERVICE:
            self._look(getattr(found[0], "preferred_collection", None))
        return found

    def _look(self, collection: str | None) -> None:
        from ksync.credentials import secret_service  # noqa: PLC0415  see the rules above
        from ksync.credentials.secret_service import State  # noqa: PLC0415  see the rules above

        state = secret_service.look(self._look_deadline, collection)
        if state is State.ABSENT:
            raise KeyringMissing("no Secret Service on the session bus")
        if state is State.LOCKED and not (
            self._may_prompt and secret_service.unlock(self._deadline, collection)
        ):
            raise KeyringLocked
        # Making a first keyring asks a person for its password: the library does that.
        if state is State.NO_COLLECTION and not self._may_prompt:
            raise KeyringMissing("the Secret Service has no default keyring")

    def _in_worker(self, work: Callable[[], T]) -> T:
        if _stuck.is_set() or not _turn.acquire(timeout=self._deadline):
            raise KeyringTimeout("an earlier question to the keyring is still unanswered")
        outcome: list[T] = []
        failure: list[Exception] = []
        done = threading.Event()

        def run() -> None:
            try:
                outcome.append(work())
            except Exception as error:  # noqa: BLE001  carried over to the caller's thread
                failure.append(error)
            finally:
                done.set()
                _stuck.clear()
                _turn.release()

        # A daemon: a stuck keyring must not keep the process from ending.
        threading.Thread(target=run, name="keyring", daemon=True).start()
        # A little longer than the look, which has the more exact error.
        if not done.wait(self._deadline + 1.0):
            _stuck.set()
            if done.is_set():  # it came between the two lines above
                _stuck.clear()
            raise KeyringTimeout(f"no answer for {self._deadline:.0f} seconds")
        if failure:
            raise _translated(failure[0]) from failure[0]
        return outcome[0]


def _translated(error: Exception) -> CredentialError:
    """The one seam where the library's exceptions become ours."""
    from keyring import errors as library  # noqa: PLC0415  see the rules above

    match error:
        case CredentialError():
            return error
        case library.KeyringLocked():
            return KeyringLocked("the keyring was not unlocked")
        case library.NoKeyringError() | library.InitError():
            return KeyringMissing(str(error))
        case TimeoutError():
            return KeyringTimeout("the Secret Service does not answer")
        case _:
            # Its text may quote what was to be stored; its type says enough.
            return KeyringFailed(type(error).__name__)
