"""What each method does to what a path names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import urlsplit

from ksync.gateway import answers, properties, reports
from ksync.gateway.admission import Head
from ksync.gateway.answers import Reply, multistatus, plain, row
from ksync.gateway.catalogue import Served
from ksync.gateway.keeping import restorer
from ksync.gateway.properties import MEDIA_TYPES, View
from ksync.gateway.putting import Condition
from ksync.gateway.shelf import Declined, Done, Shelf, Text
from ksync.gateway.showing import asking, program
from ksync.gateway.tree import (
    Collection,
    Home,
    Hrefs,
    Member,
    Node,
    Principal,
    Root,
    Unknown,
    resolve,
)
from sync_engine.core.collection import Kind
from sync_engine.core.observation import Failure
from sync_engine.dav import names
from sync_engine.dav.model import Element
from sync_engine.dav.xml import Limits, XmlStream
from sync_engine.errors import EngineError, MalformedXml, NotDav

DAV = "1, 3, access-control, calendar-access, addressbook"
"""RFC 4918 §18, RFC 3744 §7.2, RFC 4791 §5.1, RFC 6352 §6.1. Nothing is locked (class 2), and
guests are told by whoever the server leaves it to (no calendar-auto-schedule)."""

_LIMITS = Limits(total=1 << 24, child=1 << 20, depth=32)
_CREATE_HINT = "Calendars and address books are made with `ksync collection create`."
_BUSY = {"Retry-After": "5"}


@dataclass(frozen=True, slots=True)
class Request:
    """An admitted request with its body."""

    head: Head
    prefix: str
    path: str
    body: bytes = b""

    @property
    def hrefs(self) -> Hrefs:
        """For the answer."""
        return Hrefs(self.prefix)


class Methods:
    """The methods over what is served now.

    :param served: collections by their path, as they are now.
    :param shelf: of a collection.
    """

    def __init__(
        self, served: Callable[[], dict[str, Served]], shelf: Callable[[Served], Shelf]
    ) -> None:
        self._served = served
        self._shelf = shelf
        self._table: dict[str, Callable[[Request, Node], Reply]] = {
            "OPTIONS": self._options,
            "GET": self._get,
            "HEAD": self._get,
            "PROPFIND": self._propfind,
            "REPORT": self._report,
            "PUT": self._put,
            "DELETE": self._delete,
            "MOVE": self._move,
            "PROPPATCH": self._proppatch,
            "MKCALENDAR": self._make,
            "MKCOL": self._make,
        }

    def __call__(self, request: Request) -> Reply:
        """Answer a request."""
        act = self._table.get(request.head.method)
        if act is None:
            allow = ", ".join(self._table)
            return plain(HTTPStatus.METHOD_NOT_ALLOWED, "no such method", {"Allow": allow})
        asking.set(program(request.head.get("user-agent")))
        try:
            return act(request, resolve(request.path, self._served()))
        except (MalformedXml, NotDav) as error:
            return plain(HTTPStatus.BAD_REQUEST, f"the body is no XML: {error}")
        except EngineError as error:
            # a folder that is not there is no empty calendar
            return plain(HTTPStatus.SERVICE_UNAVAILABLE, error.reference, _BUSY)

    def _options(self, _request: Request, _node: Node) -> Reply:
        return Reply(HTTPStatus.OK, headers={"Allow": ", ".join(self._table), "DAV": DAV})

    def _get(self, request: Request, node: Node) -> Reply:
        if not isinstance(node, Member):
            if isinstance(node, Unknown):
                return plain(HTTPStatus.NOT_FOUND)
            return plain(HTTPStatus.OK, "This is kSync, for programs that speak CalDAV or CardDAV.")
        shelf = self._shelf(node.served)
        got = shelf.text(node.name)
        if isinstance(got, Failure) and got.reference != "resource.invalid_name":
            return plain(HTTPStatus.SERVICE_UNAVAILABLE, got.reference, _BUSY)
        if not isinstance(got, Text):
            return plain(HTTPStatus.NOT_FOUND)
        entry = shelf.entry(node.name)
        when = properties.modified(entry.mark) if entry is not None else None
        headers = {
            "Content-Type": f"{MEDIA_TYPES[node.served.kind]}; charset=utf-8",
            "ETag": f'"{got.etag}"',
            "Last-Modified": when or formatdate(usegmt=True),
            "Cache-Control": "no-cache, private",
        }
        if got.etag in _tags(request.head.all("if-none-match"))[0]:
            return Reply(HTTPStatus.NOT_MODIFIED, headers=headers)
        return Reply(HTTPStatus.OK, got.body, headers)

    # PROPFIND ---------------------------------------------------------------------------

    def _propfind(self, request: Request, node: Node) -> Reply:
        depth = request.head.get("depth", "1").strip().lower()
        if depth not in ("0", "1"):
            # RFC 4918 §9.1.1: a server may refuse to go all the way down
            return answers.error(HTTPStatus.FORBIDDEN, "<D:propfind-finite-depth/>")
        if isinstance(node, Unknown):
            return plain(HTTPStatus.NOT_FOUND)
        wanted = _wanted(request.body)
        views: list[View] = []
        rows: Iterable[str] = ()
        here = self._view(node, request.hrefs, wanted)
        if here is None:
            return plain(HTTPStatus.NOT_FOUND)
        views.append(here)
        if depth == "1":
            views += (self._below(one, request.hrefs, wanted) for one in self._children(node))
            if isinstance(node, Collection):
                shelf = self._shelf(node.served)
                if not here.token:
                    shelf.look()
                rows = reports.member_rows(
                    node, request.hrefs, shelf.entries(), wanted.names or _ALL
                )
        return multistatus([*(row(view.href, wanted.answer(view)) for view in views), *rows])

    def _view(self, node: Node, hrefs: Hrefs, wanted: _Wanted) -> View | None:
        match node:
            case Collection(served):
                return View(node, hrefs, self._shelf(served).look() if wanted.state else "")
            case Member(served, name):
                shelf = self._shelf(served)
                shelf.look()
                entry = shelf.entry(name)
                return View(node, hrefs, entry=entry) if entry is not None else None
            case _:
                return View(node, hrefs)

    def _below(self, node: Node, hrefs: Hrefs, wanted: _Wanted) -> View:
        """One of a listing: where its folder is not there now, the others are told still."""
        try:
            return self._view(node, hrefs, wanted) or View(node, hrefs)
        except EngineError:
            return View(node, hrefs)

    def _children(self, node: Node) -> list[Node]:
        match node:
            case Root():
                return [Principal(), *map(Home, Kind)]
            case Home(kind):
                return [Collection(one) for one in self._served().values() if one.kind is kind]
            case _:
                return []

    def _proppatch(self, request: Request, node: Node) -> Reply:
        """Names and colours are the account's; kSync changes them on the server."""
        if isinstance(node, Unknown):
            return plain(HTTPStatus.NOT_FOUND)
        root = _parse(request.body)
        asked = [
            child.name
            for action in root.children
            for prop in action.all(names.PROP)
            for child in prop.children
        ]
        refused = answers.propstat((), (), map(answers.element, dict.fromkeys(asked)))
        return multistatus([row(request.hrefs.of(node), refused)])

    def _report(self, request: Request, node: Node) -> Reply:
        if isinstance(node, Unknown):
            return plain(HTTPStatus.NOT_FOUND)
        root = _parse(request.body)
        if not isinstance(node, Collection):
            return answers.error(HTTPStatus.FORBIDDEN, "<D:supported-report/>")
        shelf = self._shelf(node.served)
        return reports.report(reports.Asked(node, shelf, request.hrefs, root))

    # writing ----------------------------------------------------------------------------

    def _put(self, request: Request, node: Node) -> Reply:
        if not isinstance(node, Member):
            status = HTTPStatus.CONFLICT if isinstance(node, Unknown) else HTTPStatus.FORBIDDEN
            return plain(status, f"Only a collection takes resources. {_CREATE_HINT}")
        if refused := _refuse_read_only(node.served):
            return refused
        if len(request.body) > properties.MAX_RESOURCE:
            return _too_large(node.served)
        if request.head.get("content-range"):
            return plain(HTTPStatus.BAD_REQUEST, "no partial PUT (RFC 9110 §14.5)")
        shelf = self._shelf(node.served)
        restore = restorer(request.head.get("user-agent"))
        outcome = shelf.put(node.name, request.body, condition(request.head), restore)
        if isinstance(outcome, Declined):
            return _declined(node, request.hrefs, outcome)
        return _done(outcome)

    def _delete(self, request: Request, node: Node) -> Reply:
        if isinstance(node, Unknown):
            return plain(HTTPStatus.NOT_FOUND)
        if not isinstance(node, Member):
            hint = "A whole calendar or address book is deleted with `ksync collection delete`."
            return plain(HTTPStatus.FORBIDDEN, hint)
        if refused := _refuse_read_only(node.served):
            return refused
        outcome = self._shelf(node.served).delete(node.name, condition(request.head))
        if isinstance(outcome, Declined):
            return _declined(node, request.hrefs, outcome)
        return Reply(HTTPStatus.NO_CONTENT)

    def _move(self, request: Request, node: Node) -> Reply:
        """RFC 4918 §9.9: made there, then deleted here, so that it is never nowhere."""
        target = self._target(request)
        if not isinstance(node, Member) or not isinstance(target, Member):
            return plain(HTTPStatus.FORBIDDEN, "only resources are moved, into a collection")
        if refused := _refuse_read_only(node.served) or _refuse_read_only(target.served):
            return refused
        if node.served.kind is not target.served.kind or node == target:
            return plain(HTTPStatus.FORBIDDEN, "not there")
        here, there = self._shelf(node.served), self._shelf(target.served)
        got = here.text(node.name)
        if not isinstance(got, Text):
            return plain(HTTPStatus.NOT_FOUND)
        matched = condition(request.head)
        if matched.match is not None and got.etag not in matched.match:
            return plain(HTTPStatus.PRECONDITION_FAILED, "it changed meanwhile")
        if node.served == target.served:
            return plain(HTTPStatus.FORBIDDEN, "a resource keeps its name in its collection")
        made = there.put(target.name, got.body, Condition(none_match=True), lambda _, sent: sent)
        if isinstance(made, Declined):
            return _declined(target, request.hrefs, made)
        gone = here.delete(node.name, Condition(match=frozenset({got.etag})))
        if isinstance(gone, Declined) and gone.what != "missing":
            # it was edited in that moment: the edit stays where it was made
            return _declined(node, request.hrefs, gone)
        return Reply(HTTPStatus.CREATED)

    def _target(self, request: Request) -> Node:
        """The Destination (RFC 4918 §10.3), which has to be on this server."""
        there = urlsplit(request.head.get("destination"))
        own = request.head.get("host").strip().lower()
        prefix = f"/{request.prefix}/"
        if (there.netloc and there.netloc.lower() != own) or not there.path.startswith(prefix):
            return Unknown()
        return resolve(there.path[len(prefix) - 1 :], self._served())

    def _make(self, _request: Request, node: Node) -> Reply:
        if not isinstance(node, Unknown):
            return plain(HTTPStatus.METHOD_NOT_ALLOWED, "it is there already")
        return plain(HTTPStatus.FORBIDDEN, _CREATE_HINT)


_ALL = [
    names.RESOURCETYPE,
    names.GETETAG,
    names.GETCONTENTTYPE,
    "{DAV:}getcontentlength",
    "{DAV:}getlastmodified",
]
"""What allprop gives of a resource."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a PROPFIND asks for. :param names: none: everything there is."""

    names: list[str]
    names_only: bool = False

    @property
    def state(self) -> bool:
        """Whether the folder has to be looked at."""
        return not self.names or bool({names.SYNC_TOKEN, names.GETCTAG} & set(self.names))

    def answer(self, view: View) -> str:
        """The propstats of one resource."""
        if self.names:
            return properties.answer(view, self.names)
        known = properties.all_names(view)
        if self.names_only:
            return answers.propstat(map(answers.element, known), ())
        return properties.answer(view, known)


def _wanted(body: bytes) -> _Wanted:
    """RFC 4918 §9.1: an empty body asks for everything."""
    if not body.strip():
        return _Wanted([])
    root = _parse(body)
    if root.name != names.PROPFIND:
        raise NotDav(f"{root.name[:80]} instead of propfind")
    prop = root.find(names.PROP)
    if prop is None:
        return _Wanted([], root.find("{DAV:}propname") is not None)
    return _Wanted(list(dict.fromkeys(child.name for child in prop.children)))


def _parse(body: bytes) -> Element:
    """:raises MalformedXml, NotDav: it is no XML that is accepted."""
    stream = XmlStream(_LIMITS)
    children = [*stream.feed(body), *stream.close()]
    root = stream.root
    assert root is not None
    root.children = children
    return root


def condition(head: Head) -> Condition:
    """RFC 9110 §13.1.1 and §13.1.2; a weak tag matches nothing (§8.8.3.2)."""
    none_match = any(value.strip() == "*" for value in head.all("if-none-match"))
    values = head.all("if-match")
    if not values:
        return Condition(none_match=none_match)
    tags, anything = _tags(values)
    if anything:
        return Condition(match_any=True, none_match=none_match)
    return Condition(match=tags, none_match=none_match)


def _tags(values: Iterable[str]) -> tuple[frozenset[str], bool]:
    found: set[str] = set()
    for value in values:
        if value.strip() == "*":
            return frozenset(), True
        for one in value.split(","):
            text = one.strip()
            if len(text) >= 2 and text[0] == text[-1] == '"':
                found.add(text[1:-1])
    return frozenset(found), False


def _refuse_read_only(served: Served) -> Reply | None:
    if not served.read_only:
        return None
    return answers.error(
        HTTPStatus.FORBIDDEN, "<D:need-privileges/>", "this collection is only read"
    )


def _too_large(served: Served) -> Reply:
    prefix = "C" if served.kind is Kind.CALENDAR else "CR"
    return answers.error(HTTPStatus.FORBIDDEN, f"<{prefix}:max-resource-size/>")


def _done(done: Done) -> Reply:
    status = HTTPStatus.CREATED if done.created else HTTPStatus.NO_CONTENT
    return Reply(status, headers={"ETag": f'"{done.etag}"'} if done.etag else {})


def _declined(member: Member, hrefs: Hrefs, declined: Declined) -> Reply:
    calendar = member.served.kind is Kind.CALENDAR
    prefix = "C" if calendar else "CR"
    match declined.what:
        case "precondition":
            return plain(HTTPStatus.PRECONDITION_FAILED, declined.reason)
        case "missing":
            return plain(HTTPStatus.NOT_FOUND)
        case "invalid":
            what = f"{prefix}:valid-{'calendar' if calendar else 'address'}-data"
            return answers.error(HTTPStatus.FORBIDDEN, f"<{what}/>", declined.reason)
        case "uid":
            where = "".join(
                f"<D:href>{answers.escape(hrefs.member(member.served, name))}</D:href>"
                for name in declined.names
            )
            inside = f"<{prefix}:no-uid-conflict>{where}</{prefix}:no-uid-conflict>"
            return answers.error(HTTPStatus.FORBIDDEN, inside, declined.reason)
        case "name":
            return plain(HTTPStatus.FORBIDDEN, declined.reason)
        case _:
            return plain(HTTPStatus.SERVICE_UNAVAILABLE, declined.reason, _BUSY)
