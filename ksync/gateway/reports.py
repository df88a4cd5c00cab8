"""REPORT: sync-collection, multiget and query (RFC 6578 §3.2, RFC 4791 §7.8 and §7.9, RFC 6352
§8.6 and §8.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from itertools import islice
from urllib.parse import urlsplit

from ksync.gateway import answers, filters
from ksync.gateway.answers import Reply, escape, multistatus, row, status_row
from ksync.gateway.index import Entry
from ksync.gateway.properties import DATA, View, answer
from ksync.gateway.shelf import Shelf, Text
from ksync.gateway.tree import Collection, Hrefs, Member, file_segment, resolve
from sync_engine.core.collection import Kind
from sync_engine.core.content.facts import fits_xml, is_utf8
from sync_engine.dav import names
from sync_engine.dav.model import Element

_BATCH = 256
_FAST = frozenset({names.GETETAG, names.GETCONTENTTYPE, names.RESOURCETYPE})
QUERIES = {
    f"{{{names.CALDAV}}}calendar-query": Kind.CALENDAR,
    f"{{{names.CARDDAV}}}addressbook-query": Kind.ADDRESSBOOK,
}
MULTIGETS = {
    names.CALENDAR_MULTIGET: Kind.CALENDAR,
    names.ADDRESSBOOK_MULTIGET: Kind.ADDRESSBOOK,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A REPORT on a collection.

    :param root: its body.
    """

    collection: Collection
    shelf: Shelf
    hrefs: Hrefs
    root: Element

    @property
    def wanted(self) -> list[str]:
        """The properties that are wanted, the data among them."""
        prop = self.root.find(names.PROP)
        return [child.name for child in prop.children] if prop is not None else []

    @property
    def with_data(self) -> bool:
        """Whether the texts are wanted."""
        return DATA[self.collection.served.kind] in self.wanted


def report(asked: Asked) -> Reply:
    """Answer a REPORT."""
    name, kind = asked.root.name, asked.collection.served.kind
    if name == names.SYNC_COLLECTION:
        return _sync_collection(asked)
    if MULTIGETS.get(name) is kind:
        return _multiget(asked)
    if QUERIES.get(name) is kind:
        return _query(asked)
    # RFC 3253 §3.6
    return answers.error(HTTPStatus.FORBIDDEN, "<D:supported-report/>", f"no report {name}")


def member_rows(
    collection: Collection,
    hrefs: Hrefs,
    entries: Iterable[Entry],
    wanted: Iterable[str],
) -> Iterator[str]:
    """Rows of resources without their texts."""
    names_wanted = list(wanted)
    base = hrefs.collection(collection.served)
    if not set(names_wanted) <= _FAST:
        for entry in entries:
            member = Member(collection.served, entry.name)
            view = View(member, hrefs, entry=entry)
            yield row(view.href, answer(view, names_wanted))
        return
    # the same in text, for listings of thousands: of these three only the ETag differs
    sample = Entry("", 0, "", "\0", "", 0)
    view = View(Member(collection.served, ""), hrefs, entry=sample)
    before, _, after = answer(view, names_wanted).partition("\0")
    if names.GETETAG in names_wanted:
        for entry in entries:
            yield row(base + file_segment(entry.name), f"{before}{entry.etag}{after}")
    else:
        for entry in entries:
            yield row(base + file_segment(entry.name), before)


def _sync_collection(asked: Asked) -> Reply:
    level = asked.root.find(names.SYNC_LEVEL)
    if level is None or level.text.strip() not in ("1", "infinite"):
        return answers.plain(HTTPStatus.BAD_REQUEST, "sync-level is missing (RFC 6578 §6.3)")
    token_element = asked.root.find(names.SYNC_TOKEN)
    token = token_element.text.strip() if token_element is not None else ""
    found = asked.shelf.changes(token, _limit(asked.root))
    if found is None:
        # RFC 6578 §3.2: the client has to begin anew
        return answers.error(HTTPStatus.FORBIDDEN, "<D:valid-sync-token/>")
    here = [entry for entry in found.entries if not entry.gone]
    rows = list(_texts(asked, here) if asked.with_data else _plain(asked, here))
    rows += [
        status_row(asked.hrefs.member(asked.collection.served, entry.name), HTTPStatus.NOT_FOUND)
        for entry in found.entries
        if entry.gone
    ]
    if found.more:
        # §3.6: truncated; the collection itself says so
        rows.append(
            status_row(
                asked.hrefs.collection(asked.collection.served),
                HTTPStatus.INSUFFICIENT_STORAGE,
                "<D:number-of-matches-within-limits/>",
            )
        )
    return multistatus(rows, found.token)


def _limit(root: Element) -> int | None:
    """RFC 5323 §5.17: DAV:limit."""
    limit = root.find("{DAV:}limit")
    count = limit.find("{DAV:}nresults") if limit is not None else None
    digits = count.text.strip() if count is not None else ""
    return max(1, int(digits)) if digits.isdigit() and len(digits) < 10 else None


def _plain(asked: Asked, entries: Iterable[Entry]) -> Iterator[str]:
    return member_rows(asked.collection, asked.hrefs, entries, asked.wanted)


def _texts(asked: Asked, entries: Iterable[Entry]) -> Iterator[str]:
    """Rows with texts, read now: the ETag is that of the text."""
    by_name = {entry.name: entry for entry in entries}
    for name, got in asked.shelf.texts(by_name):
        yield _data_row(asked, name, got, by_name[name].mark)


def _data_row(asked: Asked, name: str, got: Text | object, mark: str) -> str:
    served = asked.collection.served
    href = asked.hrefs.member(served, name)
    if not isinstance(got, Text):
        # RFC 4791 §7.9: not there; or it cannot be read now, which is no absence
        gone = got is None
        return status_row(href, HTTPStatus.NOT_FOUND if gone else HTTPStatus.SERVICE_UNAVAILABLE)
    entry = Entry(name, 0, mark, got.etag, "", len(got.body))
    view = View(Member(served, name), asked.hrefs, entry=entry)
    carried = fits_xml(got.body) and is_utf8(got.body)  # what is not, a GET has
    text = escape(got.body.decode("utf-8")) if asked.with_data and carried else None
    return row(href, answer(view, asked.wanted, {DATA[served.kind]: text}))


def _multiget(asked: Asked) -> Reply:
    rows: list[str] = []
    hrefs = (child.text.strip() for child in asked.root.all(names.HREF))
    while batch := list(islice(hrefs, _BATCH)):
        rows += _batch(asked, batch)
    return multistatus(rows)


def _batch(asked: Asked, hrefs: list[str]) -> Iterator[str]:
    members = {href: _member(asked, href) for href in hrefs}
    wanted = [name for name in members.values() if name is not None]
    texts = dict(asked.shelf.texts(dict.fromkeys(wanted)))
    for href, name in members.items():
        got = texts.get(name) if name is not None else None
        if name is None or got is None:
            yield status_row(href, HTTPStatus.NOT_FOUND)
        else:
            entry = asked.shelf.entry(name)
            yield _data_row(asked, name, got, entry.mark if entry is not None else "")


def _member(asked: Asked, href: str) -> str | None:
    """The name of a resource of this collection, by its href (RFC 4918 §8.3)."""
    path = urlsplit(href).path if "://" in href else href.partition("?")[0]
    prefix = f"/{asked.hrefs.prefix}/"
    if not path.startswith(prefix):
        return None
    served = asked.collection.served
    node = resolve(path[len(prefix) - 1 :], {served.path: served})
    return node.name if isinstance(node, Member) else None


def _query(asked: Asked) -> Reply:
    asked.shelf.look()
    filter_ = next((c for c in asked.root.children if c.name.endswith("}filter")), None)
    limit = _limit(asked.root)
    entries = {entry.name: entry for entry in asked.shelf.entries()}
    rows: list[str] = []
    try:
        for name, got in asked.shelf.texts(entries):
            if not isinstance(got, Text):
                continue
            if filter_ is not None and not filters.matches(got.body, filter_):
                continue
            rows.append(_data_row(asked, name, got, entries[name].mark))
            if limit is not None and len(rows) >= limit:
                break
    except filters.UnknownFilter as error:
        prefix = "C" if asked.collection.served.kind is Kind.CALENDAR else "CR"
        condition = f"<{prefix}:supported-filter/>"
        return answers.error(HTTPStatus.FORBIDDEN, condition, f"no filter {error}")
    return multistatus(rows)
