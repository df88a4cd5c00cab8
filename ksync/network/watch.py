"""Being told when the network changes: a thread that sleeps until somebody says so.

It wakes by the kernel's messages and by the services' signals. Only where nobody
would tell (a system without them, a service that has gone) it looks by itself.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from contextlib import suppress

from ksync.network.observer import Observer
from ksync.network.providers.port import Needs
from ksync.network.rules import Rules

LOOK_SECONDS = 5.0
"""Where nobody tells of changes."""


class Watch:
    """Calls back, from its own thread, whenever the network may be another one.

    :param rules: what decides how much is listened to; asked again after each change.
    """

    def __init__(
        self,
        observer: Callable[[Rules], Observer],
        rules: Callable[[], Rules],
        changed: Callable[[], None],
    ) -> None:
        self._observer = observer
        self._rules = rules
        self._changed = changed
        self._closed = False
        self._ear, self._mouth = os.pipe()
        os.set_blocking(self._ear, False)
        os.set_blocking(self._mouth, False)
        self._thread = threading.Thread(target=self._run, name="network-watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop; returns when no call back is under way."""
        if self._closed:
            return
        self._closed = True
        self.wake()
        if threading.current_thread() is not self._thread:
            self._thread.join()
            os.close(self._ear)
            os.close(self._mouth)

    def wake(self) -> None:
        """Look again now (the rules may be others)."""
        with suppress(OSError):
            os.write(self._mouth, b"!")

    def _run(self) -> None:
        while not self._closed:
            rules = self._rules()
            observer = self._observer(rules)
            end = observer.subscribe(self.wake)
            try:
                self._listen(observer, rules)
            finally:
                end()

    def _listen(self, observer: Observer, rules: Rules) -> None:
        """Until the rules want another observer."""
        seen = observer.changes
        while not self._closed:
            sources, all_told = observer.sources(Needs.of(rules))
            waited = None if all_told else LOOK_SECONDS
            try:
                ready, _, _ = select.select([self._ear, *sources], [], [], waited)
            except OSError:  # one of them was closed meanwhile
                ready = [self._ear]
            with suppress(OSError):
                os.read(self._ear, 4096)
            observer.notice()
            if self._closed:
                return
            if observer.changes != seen or not ready:
                seen = observer.changes
                self._changed()
            rules = self._rules()
            if self._observer(rules) is not observer:
                return
