"""An adversarial CalDAV/CardDAV server, for the tests and by hand.

Theory
------
``Adversary.handle`` is a pure walk from a request to a reply: the state is in memory,
the clock is the server's own, and what is left to chance comes from a seed, so the same
calls give the same bytes. Two doors lead to it:

* ``doors.InProcess``: a ``Transport`` without sockets. The real walk of one call
  (redirects, retries, login), the real client, parser and replica run above it.
* ``sockets.SocketServer``: a real HTTP server on 127.0.0.1, for tests and by hand
  (``python -m tests.adversary``).

By default it is SabreDAV 4.3.1 as Infomaniak runs it. What other servers do instead is
a switch in ``quirks.Quirks``, what goes wrong once is a ``faults.Fault``.

``model``        collections and resources, tokens, backups
``handler``      who asks, and which method answers
``properties``   PROPFIND, PROPPATCH; ``reports``; ``writes``; ``contents`` (repairs, vCards)
``wire``         requests, replies, multistatus
``quirks``       the table of servers; ``faults``: the table of faults
"""

from tests.adversary.handler import Adversary
from tests.adversary.quirks import PROFILES, Quirks

__all__ = ["PROFILES", "Adversary", "Quirks"]
