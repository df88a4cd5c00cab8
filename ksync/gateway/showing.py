"""Which text each program was last shown, for programs that name no version.

Theory
------
Thunderbird (for contacts) and evolution-data-server send a PUT without If-Match. It is an
edit all the same, of the text that the program was shown; without that text nobody can tell
a property that a person deleted from one that came meanwhile. So it is remembered for each
program: its ETag, by which the text is found again.

Rules
-----
* A program is its User-Agent without the numbers: a new version is the same program.
* It is on the disk, beside the index: a program does not ask again because the gateway
  was started again. What was shown is written at the end of the answer that shows it; if
  that did not come to pass, nothing is known, and nothing is taken away.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING

from sync_engine.core.content.facts import content_hash

if TYPE_CHECKING:
    from ksync.gateway.index import Index

asking: ContextVar[str] = ContextVar("asking", default="")
"""The program whose request is answered, ``""`` where it says no name."""

_NUMBERS = re.compile(r"[\d._]+")
_LONGEST = 200


def program(user_agent: str) -> str:
    """A program's name."""
    return _NUMBERS.sub("", user_agent).strip().lower()[:_LONGEST]


class Shown:
    """What was shown of one collection."""

    def __init__(self, index: Index, key: str) -> None:
        self._index = index
        self._key = key
        self._lock = threading.Lock()
        self._etags: dict[str, dict[str, str]] = {}
        self.last: dict[str, str] = {}
        """The ETag of the text that any of them last got, or sent, since the start."""

    def note(self, etags: Mapping[str, str], *, exact: bool = True) -> None:
        """Who asks was shown these, or wrote them: name -> ETag.

        :param exact: it knows these texts; else it has to read them first.
        """
        who = asking.get()
        with self._lock:
            self.last.update(etags)
            if not exact:
                return
            known = self._of(who)
            new = {name: etag for name, etag in etags.items() if known.get(name) != etag}
            if who and new:
                self._index.note_shown(self._key, who, new)
                known.update(new)

    def text(
        self, name: str, now: bytes | None, known: Callable[[str], bytes | None]
    ) -> bytes | None:
        """The text that the one who asks was last shown under that name, if it is known.

        :param now: what is there now.
        :param known: finds a text by its ETag.
        """
        with self._lock:
            etag = self._of(asking.get()).get(name)
        if etag is None or now is None:
            return None
        return now if etag == content_hash(now) else known(etag)

    def _of(self, who: str) -> dict[str, str]:
        if who not in self._etags:
            self._etags[who] = self._index.shown(self._key, who) if who else {}
        return self._etags[who]
