"""python-caldav, for set-up work, riding on our transport.

Theory
------
caldav knows how to make a calendar on many servers (which method, which
properties, what to try again) and has measured what they do
(``compatibility_hints``). It also brings an HTTP stack of its own, which would
go past the gate, follow the environment's proxies and read ``.netrc``. The
subclass of its client here overrides ``request``, the one method through which
all of its traffic goes, and hands every request to ``Transport.exchange``; the
session that the base class makes is closed and replaced by one that refuses.

It is imported when first used (about a second), and is not used for sync: it
decodes hrefs and leaves preconditions out.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, Self
from urllib.parse import urljoin

from sync_engine.client.statuses import error_for
from sync_engine.errors import DiscoveryFailed, ProtocolError
from sync_engine.transport.port import Request, Response, Transport

if TYPE_CHECKING:
    from caldav.davclient import DAVClient
    from caldav.response import DAVResponse

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT"})
_OURS = frozenset({"user-agent", "content-length", "host", "authorization", "connection"})


def create_calendar(
    transport: Transport,
    home_url: str,
    name: str,
    components: Iterable[str] = (),
    *,
    profile: str | None = None,
) -> str:
    """Make a calendar (RFC 4791 §5.3.1) under a fresh random name.

    :param home_url: the calendar home, absolute.
    :param components: e.g. ``VEVENT``; empty leaves it to the server.
    :param profile: what the server is, as in ``compatibility_hint``. With one,
        caldav may wait until a slow server shows the calendar (15 s).
    :returns: its URL, absolute, with trailing slash.
    :raises HttpError: the server refused.
    :raises EngineError: what the transport raises.
    """
    with _client(transport, home_url, profile) as client:
        from caldav.collection import CalendarSet  # noqa: PLC0415 - a second to import

        home = CalendarSet(client, url=home_url)
        # Any: it gives a coroutine as well, but not to a synchronous client.
        made: Any = home.make_calendar(
            name=name, supported_calendar_component_set=sorted(components) or None
        )
        return urljoin(home_url, str(made.url)).rstrip("/") + "/"


def delete_collection(transport: Transport, url: str) -> None:
    """Delete a collection and all that is in it; one that is gone already is fine.

    The caller has made sure that it is the right one, and that it may go.

    :raises HttpError: the server refused.
    :raises EngineError: what the transport raises.
    """
    with _client(transport, url, None) as client:
        from caldav.davobject import DAVObject  # noqa: PLC0415 - a second to import

        DAVObject(client, url=url).delete()


def compatibility_hint(profile: str, feature: str) -> Mapping[str, Any]:
    """What caldav has measured about a server.

    :param profile: e.g. ``infomaniak``, ``nextcloud``, ``cyrus``.
    :param feature: e.g. ``save.no-uid-conflict``.
    :returns: at least ``support``: full, unsupported, fragile, quirk, broken…
    :raises DiscoveryFailed: no such profile or feature.
    """
    from caldav.compatibility_hints import FeatureSet  # noqa: PLC0415 - see above
    from caldav.config import resolve_features  # noqa: PLC0415 - see above

    try:
        measured = FeatureSet(resolve_features(profile))  # type: ignore[no-untyped-call] # caldav's
        known: Mapping[str, Any] = measured.is_supported(feature, dict)  # type: ignore[no-untyped-call] # caldav's
    except (ValueError, KeyError, AssertionError) as exc:
        raise DiscoveryFailed(f"caldav knows no {profile}/{feature}") from exc
    return known


class _Answer:
    """A reply with its body, as caldav reads replies; also a ``port.Response``."""

    def __init__(self, reply: Response) -> None:
        self.status = reply.status
        self.status_code = reply.status
        self.url = reply.url
        self.content = reply.read()
        self.reason = ""
        self.header = reply.header
        self.headers = _Fields(reply)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    def chunks(self) -> Iterator[bytes]:
        """The body in one piece."""
        yield self.content

    def read(self) -> bytes:
        """The body."""
        return self.content

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        """Nothing is open."""


class _Fields:
    """A reply's fields as the mapping that caldav wants."""

    def __init__(self, reply: Response) -> None:
        self._reply = reply

    def get(self, name: str, default: str | None = None) -> str | None:
        """A field's value."""
        value = self._reply.header(name)
        return default if value is None else value

    def __getitem__(self, name: str) -> str:
        value = self._reply.header(name)
        if value is None:
            raise KeyError(name)
        return value

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._reply.header(name) is not None


class _NoSession:
    """Stands where caldav's HTTP session was: using it is an error."""

    def close(self) -> None:
        """Nothing is open."""

    def __getattr__(self, name: str) -> NoReturn:
        raise ProtocolError(f"caldav tried to use its own HTTP session ({name})")


@contextmanager
def _client(transport: Transport, url: str, profile: str | None) -> Iterator[DAVClient]:
    """A caldav client for a block of work; caldav's errors become ours at its end."""
    client = _client_class()(transport, url, profile)
    from caldav.lib.error import DAVError  # noqa: PLC0415 - a second to import

    try:
        yield client
    except DAVError as exc:
        if client.refusal is not None:
            refusal = client.refusal
            raise error_for(refusal.status, refusal.content, refusal) from exc
        raise ProtocolError(str(exc), where=url) from exc


@functools.cache
def _client_class() -> type[Any]:
    from caldav.davclient import DAVClient  # noqa: PLC0415 - a second to import
    from caldav.response import DAVResponse  # noqa: PLC0415 - a second to import

    # It logs bodies of replies, with names in them, where it does not like them.
    logging.getLogger("caldav").setLevel(logging.CRITICAL)

    class BridgedClient(DAVClient):
        """A caldav client over our transport."""

        def __init__(self, transport: Transport, url: str, profile: str | None) -> None:
            super().__init__(
                url=url, features=profile or {}, enable_rfc6764=False, rate_limit_handle=False
            )
            self.session.close()
            self.session = _NoSession()  # type: ignore[assignment] # refuses on purpose
            self.refusal: _Answer | None = None
            self._transport = transport

        def request(
            self,
            url: Any,
            method: str = "GET",
            body: str | bytes | None = "",
            headers: Mapping[str, str] | None = None,
            rate_limit_time_slept: float = 0,  # noqa: ARG002 - the transport waits by itself
        ) -> DAVResponse:
            """Send by the transport, which knows the login, retries and redirects."""
            octets = body if isinstance(body, bytes) else (body or "").encode()
            merged: dict[str, str] = dict(self.headers)
            merged.update(headers or {})
            if not octets:
                merged.pop("Content-Type", None)
            request = Request(
                method.upper(),
                urljoin(str(self.url), str(url)),
                tuple((k, v) for k, v in merged.items() if k.lower() not in _OURS),
                octets,
                idempotent=method.upper() in _IDEMPOTENT,
                purpose="setup",
            )
            with self._transport.exchange(request) as reply:
                answer = _Answer(reply)
            if answer.status >= 400:
                self.refusal = answer
            return DAVResponse(answer, self)

    return BridgedClient


__all__ = ["compatibility_hint", "create_calendar", "delete_collection"]
