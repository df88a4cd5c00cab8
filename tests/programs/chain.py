"""The whole way: a server, kSync, its gateway, and a program at the end.

``Chain`` has an account "home" on a Radicale with a calendar and an address book, synced,
and ``ksync serve`` as a process. ``sync`` carries what the program did to the server, and the
other way.
"""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.acceptance.cli import Client
from tests.acceptance.waiting import wait_until
from tests.programs.texts import card, event
from tests.servers import Account


class Chain:
    """See above.

    :param client: its HOME is that of the person whose program it is.
    """

    def __init__(self, account: Account, client: Client) -> None:
        self.account, self.client = account, client
        self.work = account.make_calendar("cal", ("VEVENT",), title="Work")
        self.people = account.make_addressbook("book", title="People")
        account.put(f"{self.work}e1.ics", event("e1", "First"))
        account.put(f"{self.people}c1.vcf", card("c1", "Ada"))
        client.add(account, "home")
        client.sync()

    @contextmanager
    def served(self) -> Iterator[None]:
        """While ``ksync serve`` runs."""
        log = self.client.home.parent / "serve.log"
        with log.open("ab") as out:
            process = subprocess.Popen(
                [*self.client.program, "serve"],
                env=self.client.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        try:
            wait_until(
                lambda: self.client.run("serve", "--show").data["running"], "the gateway runs"
            )
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0, log.read_text()

    def sync(self) -> None:
        """Sync; nothing may fail."""
        self.client.sync()

    def events(self) -> dict[str, str]:
        """UID -> title, on the server."""
        return self._found(self.work, "SUMMARY")

    def cards(self) -> dict[str, str]:
        """UID -> name, on the server."""
        return self._found(self.people, "FN")

    def _found(self, collection: str, name: str) -> dict[str, str]:
        texts = [body.decode() for body in self.account.listing(collection).values()]
        return {value("UID", text): value(name, text) for text in texts}


def value(name: str, text: str) -> str:
    """The first value of a property."""
    found = re.search(rf"(?m)^{name}:(.*?)\r?$", text)
    assert found, text
    return found[1]
