"""From what a person knows to the home sets of an account (RFC 6764 §6).

Theory
------
``dav.rfc6764`` says which places to ask, best first; here they are asked. A
place is one PROPFIND Depth:0; from what it says follows the next step::

    a principal (RFC 5397)      -> ask the principal for its home sets
    home sets right there       -> done (servers without principals)
    a calendar or address book  -> it is taken alone, with a home set of its own
    a folder that was given     -> its members tell whether it is a home set
    anything else               -> the next place

CalDAV and CardDAV are looked for one after the other, because they may be in
different contexts or on different hosts; a principal that tells both home sets
settles both.

Rules
-----
* The DAV header is not looked at: Infomaniak's root does not advertise what it
  has, and gives the principal all the same.
* 401 ends the search at once: more places would only be more wrong guesses at
  the door, and some servers lock it. The exception is a place that the login
  may not go to (``may_login``): that one merely asked.
* Cyrus answers its root without a login and without a principal: the next place.
* No place is asked twice.
* What each place said is kept for the person who has to find the mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from sync_engine.cancellation import CancelToken
from sync_engine.client.client import DavClient
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import href_key
from sync_engine.dav import names, rfc4791, rfc6352
from sync_engine.dav.collections import kind_of
from sync_engine.dav.hrefs import as_collection, is_collection_itself, join_href, resource_href
from sync_engine.dav.members import is_collection
from sync_engine.dav.properties import Properties, granted, text_of
from sync_engine.dav.rfc3744 import principal_url
from sync_engine.dav.rfc5397 import current_user_principal, unauthenticated
from sync_engine.dav.rfc6764 import (
    Address,
    Candidate,
    Lookup,
    Place,
    SrvRecord,
    candidates,
    read_address,
    srv_names,
)
from sync_engine.errors import (
    AuthenticationRejected,
    Cancelled,
    DiscoveryFailed,
    EngineError,
    GateDenied,
    HoldOff,
    HttpError,
    NameNotResolved,
    NotDav,
    TlsUntrusted,
    TransportError,
)
from sync_engine.transport.port import Meter, Transport
from sync_engine.transport.resolver import Resolver
from sync_engine.transport.targets import literal

_USER_ADDRESSES: Final = f"{{{names.CALDAV}}}calendar-user-address-set"
_ASKED: Final = (
    names.RESOURCETYPE,
    names.CURRENT_USER_PRINCIPAL,
    names.PRINCIPAL_URL,
    names.CALENDAR_HOME_SET,
    names.ADDRESSBOOK_HOME_SET,
    names.DISPLAYNAME,
    _USER_ADDRESSES,
)


@dataclass(frozen=True, slots=True)
class HomeSet:
    """A place that holds collections.

    :param url: absolute, with a trailing slash.
    :param principal: whose it is, ``""`` if the server has no principals.
    :param single: it is itself the only collection (asked with Depth:0).
    """

    kinds: frozenset[Kind]
    url: str
    principal: str = ""
    single: bool = False


@dataclass(frozen=True, slots=True)
class Discovered:
    """What an account has.

    :param principal: URL, ``""`` if the server has no principals.
    :param home_sets: each URL once.
    :param calendar_user_addresses: e.g. ``mailto:user@example.org`` (RFC 6638 §2.4.1).
    :param display_name: of the principal.
    """

    principal: str
    home_sets: tuple[HomeSet, ...]
    calendar_user_addresses: tuple[str, ...] = ()
    display_name: str | None = None


def discover(
    transport: Transport,
    resolver: Resolver,
    address: str,
    *,
    may_login: Callable[[str], bool] | None = None,
    meter: Meter | None = None,
    cancel: CancelToken | None = None,
) -> Discovered:
    """Find the home sets.

    :param resolver: asks the gate before each look-up.
    :param address: a URL, a host name, or an e-mail address.
    :param may_login: whether the transport gives the login to a URL; everywhere
        if ``None``.
    :raises AuthenticationRejected: the login was not accepted.
    :raises DiscoveryFailed: every place answered, and none has anything.
    :raises TransportError: no place could be asked.
    """
    client = DavClient(transport, meter=meter, cancel=cancel, purpose="discovery")
    search = _Search(client, resolver, may_login or (lambda _url: True))
    return search.run(read_address(address))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one place said about itself."""

    url: str
    properties: Properties


@dataclass(slots=True)
class _Search:
    """One run: what was asked, what was said, what was found."""

    client: DavClient
    resolver: Resolver
    may_login: Callable[[str], bool]
    tried: list[str] = field(default_factory=list)
    failures: list[EngineError] = field(default_factory=list)
    pages: list[NotDav] = field(default_factory=list)
    asked: dict[str, _Answer | None] = field(default_factory=dict)
    answered: bool = False

    def run(self, address: Address) -> Discovered:
        """Both kinds, one after the other."""
        found: Discovered | None = None
        for kind in Kind:
            if found is not None and _has(found, kind):
                continue
            # A given URL that led somewhere is answer enough: no look-ups then.
            names_too = found is None or address.url is None
            more = self._first(address, kind, look_up=names_too)
            if more is not None:
                found = more if found is None else _joined(found, more)
        if found is None:
            raise self._failure(address)
        return found

    def _first(self, address: Address, kind: Kind, *, look_up: bool) -> Discovered | None:
        for candidate in self._places(address, kind, look_up=look_up):
            found = self._follow(candidate, kind)
            if found is not None:
                return found
        return None

    def _places(self, address: Address, kind: Kind, *, look_up: bool) -> Iterator[Candidate]:
        """The places, those of DNS only looked up when the given URL led nowhere."""
        told: list[Candidate] = []
        if address.url is not None:
            told = candidates(address, kind)
            yield from told
            if not look_up:
                return
        if literal(address.domain) is not None:
            return  # a URL with an address in it: DNS has nothing to say
        known = {candidate.url for candidate in told}
        lookups = {name: self._lookup(name) for name in srv_names(kind, address.domain)}
        for candidate in candidates(address, kind, lookups):
            if candidate.url not in known:
                yield candidate

    def _lookup(self, name: str) -> Lookup:
        try:
            records = self.resolver.services(name)
            texts = self.resolver.texts(name) if records else ()
        except NameNotResolved as error:
            self.tried.append(f"{name}: {error.detail}")
            return Lookup()
        return Lookup(
            tuple(
                SrvRecord(record.priority, record.weight, record.port, record.target)
                for record in records
            ),
            tuple(texts),
        )

    def _follow(self, candidate: Candidate, kind: Kind) -> Discovered | None:
        """What a place leads to for this kind."""
        place = self._ask(candidate.url)
        if place is None:
            return None
        told = _principal_of(place)
        if told is not None:
            principal = self._ask(told)
            found = _homes(principal, told) if principal is not None else None
            if found is not None and _has(found, kind):
                return found
        found = _homes(place, told or "") or _alone(place, told or "")
        if found is None and candidate.place is Place.GIVEN and is_collection(place.properties):
            found = self._folder(place, told or "")
        if found is None or not _has(found, kind):
            # A server that answers before it asks for a login.
            nobody = told is None and unauthenticated(place.properties)
            self.tried.append(
                f"{candidate.url}: {'answers as to nobody' if nobody else f'no {kind} home'}"
            )
            return None
        return found

    def _folder(self, place: _Answer, principal: str) -> Discovered | None:
        """A folder as a home set, if calendars or address books are in it."""
        rows = self._rows(place.url, (names.RESOURCETYPE,), depth=1)
        kinds = {
            kind
            for row in (rows[1] if rows else ())
            if not is_collection_itself(row[0], place.url)
            for kind in [kind_of(row[1])]
            if kind is not None
        }
        if not kinds:
            return None
        home = HomeSet(frozenset(kinds), as_collection(place.url), principal)
        return Discovered(principal, (home,))

    def _ask(self, url: str) -> _Answer | None:
        """PROPFIND Depth:0, once for each URL; ``None`` for "not here"."""
        key = href_key(url)
        if key not in self.asked:
            answer = None
            rows = self._rows(url, _ASKED, depth=0)
            if rows is not None:
                base, found = rows
                own = [row for row in found if is_collection_itself(row[0], base)] or found
                answer = _Answer(base, own[0][1]) if own else None
                if answer is None:
                    self.tried.append(f"{url}: an empty answer")
            self.asked[key] = answer
        return self.asked[key]

    def _rows(
        self, url: str, props: Iterable[str], depth: int
    ) -> tuple[str, list[tuple[str, Properties]]] | None:
        """The URL that answered and its rows, or ``None`` with the reason kept.

        :raises AuthenticationRejected, GateDenied, Cancelled: the search ends.
        """
        try:
            reply = self.client.propfind(url, props, depth)
            rows = [(str(row.href), granted(row)) for row in reply]
        except (GateDenied, Cancelled):
            raise
        except AuthenticationRejected as error:
            if self.may_login(error.where or url):
                raise
            self.answered = True
            self.tried.append(f"{url}: wants a login that may not go there")
            return None
        except (HttpError, NotDav, TransportError) as error:
            self._note(url, error)
            return None
        self.answered = True
        return reply.url, rows

    def _note(self, url: str, error: EngineError) -> None:
        self.tried.append(f"{url}: {error.detail}")
        if isinstance(error, NotDav):
            self.pages.append(error)
        elif isinstance(error, TransportError | HoldOff):
            self.failures.append(error)
        else:
            self.answered = True

    def _failure(self, address: Address) -> EngineError:
        """Nothing found: why. What cannot be reached is not "has nothing", and where every
        place shows a web page, that is a portal or no server of this kind.
        """
        if self.pages and not self.answered:
            return self.pages[0]
        if self.failures and not self.answered:
            untrusted = [error for error in self.failures if isinstance(error, TlsUntrusted)]
            return (untrusted or self.failures)[0]
        return DiscoveryFailed(
            "no home set was found",
            where=address.url or address.domain,
            tried=tuple(self.tried),
        )


def _principal_of(place: _Answer) -> str | None:
    """Who is logged in, as an absolute URL on the origin that answered."""
    told = current_user_principal(place.properties, place.url)
    if told is None and _is_principal(place.properties):
        told = principal_url(place.properties, place.url) or place.url
    return _own_origin(place.url, told) if told is not None else None


def _is_principal(properties: Properties) -> bool:
    types = properties.get(names.RESOURCETYPE)
    return types is not None and types.find(names.PRINCIPAL) is not None


def _homes(place: _Answer, principal: str) -> Discovered | None:
    """The home sets that a principal (or another place) tells."""
    told = {
        Kind.CALENDAR: rfc4791.calendar_home_set(place.properties, place.url),
        Kind.ADDRESSBOOK: rfc6352.addressbook_home_set(place.properties, place.url),
    }
    homes = [
        HomeSet(frozenset({kind}), as_collection(_own_origin(place.url, url)), principal)
        for kind, urls in told.items()
        for url in urls
    ]
    if not homes:
        return None
    return Discovered(
        principal,
        _distinct(homes),
        _user_addresses(place.properties),
        text_of(place.properties, names.DISPLAYNAME),
    )


def _alone(place: _Answer, principal: str) -> Discovered | None:
    """A collection that was given itself, on a server that tells no home sets."""
    kind = kind_of(place.properties)
    if kind is None:
        return None
    home = HomeSet(frozenset({kind}), as_collection(place.url), principal, single=True)
    return Discovered(principal, (home,))


def _user_addresses(properties: Properties) -> tuple[str, ...]:
    prop = properties.get(_USER_ADDRESSES)
    told = (href.text.strip() for href in prop.all(names.HREF)) if prop else ()
    return tuple(dict.fromkeys(address for address in told if address))


def _own_origin(base: str, url: str) -> str:
    """``url``, on the origin of ``base`` where it means that one (a server behind
    a proxy writes ``http:`` for what is reached by ``https:``).
    """
    return join_href(base, resource_href(base, url))


def _has(found: Discovered, kind: Kind) -> bool:
    return any(kind in home.kinds for home in found.home_sets)


def _distinct(homes: Iterable[HomeSet]) -> tuple[HomeSet, ...]:
    """Each URL once, with all its kinds."""
    merged: dict[str, HomeSet] = {}
    for home in homes:
        known = merged.setdefault(href_key(home.url), home)
        merged[href_key(home.url)] = replace(known, kinds=known.kinds | home.kinds)
    return tuple(merged.values())


def _joined(one: Discovered, other: Discovered) -> Discovered:
    """Two contexts as one account; the first one's principal stands for it."""
    return replace(
        one,
        principal=one.principal or other.principal,
        home_sets=_distinct([*one.home_sets, *other.home_sets]),
        calendar_user_addresses=one.calendar_user_addresses or other.calendar_user_addresses,
        display_name=one.display_name or other.display_name,
    )
