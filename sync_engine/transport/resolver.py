"""Name look-ups: addresses by the system, SRV and TXT by dnspython.

Rules
-----
* No look-up happens before the gate allowed it: ``GatedResolver`` asks
  ``before_lookup`` each time, and is the only resolver that discovery gets.
* Every look-up has a time limit. getaddrinfo(3) has none of its own: it runs
  in a thread that is left behind when the limit passes.
* A literal address is its own answer; nothing is asked.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from sync_engine.errors import NameNotResolved
from sync_engine.transport.port import Gate, Target

if TYPE_CHECKING:
    import dns.resolver


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """An SRV record (RFC 2782).

    :param target: host name without the final dot; ``""`` where the record
        says that the service is decidedly not available (target ``.``).
    """

    priority: int
    weight: int
    port: int
    target: str


class Resolver(Protocol):
    """Name look-ups. Thread-safe."""

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """Literal addresses of a host, in the system's order; never empty.

        :raises NameNotResolved: none, or no answer in time.
        """

    def services(self, name: str) -> Sequence[ServiceRecord]:
        """SRV records, best first; empty if there are none.

        :param name: e.g. ``_caldavs._tcp.example.com`` (RFC 6764 §3).
        :raises NameNotResolved: no name server answered in time.
        """

    def texts(self, name: str) -> Sequence[str]:
        """TXT records (the strings of each joined); empty if there are none.

        :raises NameNotResolved: no name server answered in time.
        """


class SystemResolver:
    """The system's resolver.

    :param timeout: seconds for each look-up.
    :param nameservers: addresses to ask for SRV and TXT instead of the
        system's; with ``nameserver_port``.
    """

    def __init__(
        self,
        timeout: float = 10.0,
        *,
        nameservers: Sequence[str] = (),
        nameserver_port: int = 53,
    ) -> None:
        self._timeout = timeout
        self._nameservers = list(nameservers)
        self._nameserver_port = nameserver_port

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """See ``Resolver``."""
        found: list[str] = []
        failure: list[str] = []

        def look_up() -> None:
            try:
                rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            except (OSError, UnicodeError) as exc:
                failure.append(str(exc))
            else:
                found.extend(dict.fromkeys(str(row[4][0]) for row in rows))

        worker = threading.Thread(target=look_up, name="name-lookup", daemon=True)
        worker.start()
        worker.join(self._timeout)
        if worker.is_alive():
            raise NameNotResolved("the name look-up timed out", where=host)
        if not found:
            raise NameNotResolved(failure[0] if failure else "no address", where=host)
        return found

    def services(self, name: str) -> Sequence[ServiceRecord]:
        """See ``Resolver``."""
        records = [
            ServiceRecord(
                record.priority,
                record.weight,
                record.port,
                record.target.to_text(omit_final_dot=True).removesuffix("."),
            )
            for record in self._query(name, "SRV")
        ]
        # RFC 2782: lowest priority first; within one, the weightier first.
        return sorted(records, key=lambda record: (record.priority, -record.weight))

    def texts(self, name: str) -> Sequence[str]:
        """See ``Resolver``."""
        return [
            b"".join(record.strings).decode("utf-8", "replace")
            for record in self._query(name, "TXT")
        ]

    # Any: a record's attributes depend on its type, which dnspython does not express.
    def _query(self, name: str, kind: str) -> Sequence[Any]:
        import dns.exception  # noqa: PLC0415 - needed while discovering alone
        import dns.resolver  # noqa: PLC0415 - needed while discovering alone

        try:
            answer = self._stub().resolve(name, kind, search=False, lifetime=self._timeout)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except (dns.exception.DNSException, OSError) as exc:
            raise NameNotResolved(f"{kind} look-up failed: {exc}", where=name) from exc
        return list(answer)

    def _stub(self) -> dns.resolver.Resolver:
        import dns.resolver  # noqa: PLC0415 - needed while discovering alone

        if not self._nameservers:
            return dns.resolver.Resolver()
        stub = dns.resolver.Resolver(configure=False)
        stub.nameservers = list(self._nameservers)
        stub.port = self._nameserver_port
        return stub


class GatedResolver:
    """A resolver that asks the gate before each look-up.

    :param purpose: what the gate is told the look-up is for.
    """

    def __init__(self, resolver: Resolver, gate: Gate, *, purpose: str = "discovery") -> None:
        self._resolver = resolver
        self._gate = gate
        self._purpose = purpose

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """See ``Resolver``.

        :raises GateDenied: nothing was asked.
        """
        self._ask(host, port)
        return self._resolver.addresses(host, port)

    def services(self, name: str) -> Sequence[ServiceRecord]:
        """See ``Resolver``.

        :raises GateDenied: nothing was asked.
        """
        self._ask(name, 53)
        return self._resolver.services(name)

    def texts(self, name: str) -> Sequence[str]:
        """See ``Resolver``.

        :raises GateDenied: nothing was asked.
        """
        self._ask(name, 53)
        return self._resolver.texts(name)

    def _ask(self, host: str, port: int) -> None:
        scheme = "dns" if port == 53 else "https"
        self._gate.before_lookup(Target(scheme, host, port, self._purpose))
