"""Reading resources: multiget in batches, GET where that fails, vCards as stored.

Rules
-----
* Fingerprint and bytes come from the same reply.
* Hrefs are asked exactly as listed; answers are matched back by ``Asked``.
* An href that is left out of the reply is asked for once more, alone, by GET:
  SabreDAV leaves deleted ones out, but an empty 207 on a wrong URL leaves all
  out, and only 404 to a question of its own says "missing".
* SabreDAV 1.8 answers a whole report with 404 if one href is gone: such a batch
  is halved until the gone one stands alone.
* The end tag of a report vouches for the texts in it; nothing does for what a GET
  brings where a proxy cut it and counted again. A text without its last line is a
  ``Failure``, never the resource.
* A batch that breaks (time-out, 5xx, too large, not well-formed) is asked again
  in smaller ones, at last as single GETs; what still fails is a ``Failure`` of
  that resource alone.

vCard versions
--------------
An address book may hold vCard 3.0 and 4.0 side by side, and two families of
servers convert on the way out, which loses data:

* Cyrus (measured on 3.6, and so in its source): address-data in any REPORT and
  GET are 3.0 unless 4.0 is asked for, and everything then comes as 4.0. There
  is no way to ask for "as stored".
* SabreDAV from 3.1 on (its source): the same for addressbook-multiget,
  addressbook-query and GET. Inside sync-collection it gives the stored text,
  whatever version is asked for. 1.8 never converts.

Both tell the size of the *stored* text as DAV:getcontentlength. So where a
collection supports 4.0 at all, each read asks for that length along with the
text (after a GET by itself); a text of another length was converted, and is asked
for once more in the other version. A conversion that keeps the length has changed
nothing but the digit of VERSION. Where no length fits (a server that counts
otherwise) the default version is taken, as every other client sees it, and ``stored_length``
is learned to be useless.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sync_engine.client.client import Fetched
from sync_engine.core.content.facts import BROKEN
from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.dav.members import FailedMember, Gone, MemberReader
from sync_engine.dav.model import Element, ResponseRow
from sync_engine.dav.text import crlf
from sync_engine.errors import (
    AuthenticationRejected,
    HoldOff,
    HttpError,
    MalformedXml,
    NotFound,
    ReplyTooLarge,
    ServerFailure,
    Unreachable,
)
from sync_engine.replicas.port import Got, Loaded, Missing
from sync_engine.replicas.remote.hrefs import Asked
from sync_engine.replicas.remote.scope import GETCONTENTLENGTH, Scope

_FIRST_BATCH: Final = 100
_LARGEST_BATCH: Final = 500
_SMALLEST_BATCH: Final = 20
_BATCH_BYTES: Final = 4 << 20
_OTHER_VERSION: Final = "4.0"

_NO_MULTIGET: Final = frozenset({405, 415, 501})


class Reader:
    """Reads resources of one collection; remembers what batches it bears."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._size = _FIRST_BATCH
        self._ceiling = _LARGEST_BATCH

    def get(self, ids: Sequence[ResourceId]) -> Iterator[Mapping[ResourceId, Got]]:
        """Read; every id is answered once.

        :raises EngineError: the server cannot be used now.
        """
        pending = list(dict.fromkeys(ids))
        while pending:
            batch, pending = pending[: self._size], pending[self._size :]
            answers = self._batch(batch)
            self._adapt(answers)
            yield answers

    def one(self, id_: ResourceId) -> Got:
        """Read a single resource."""
        return self._batch([id_])[id_]

    def _adapt(self, answers: Mapping[ResourceId, Got]) -> None:
        sizes = [len(got.body) for got in answers.values() if isinstance(got, Loaded)]
        if sizes:
            fitting = _BATCH_BYTES // max(1, sum(sizes) // len(sizes))
            self._size = min(max(fitting, _SMALLEST_BATCH), self._size * 4, self._ceiling)

    def _batch(self, ids: Sequence[ResourceId]) -> dict[ResourceId, Got]:
        if self._scope.traits.multiget is False:
            return {id_: self._single(id_) for id_ in ids}
        try:
            return self._multiget(ids)
        except NotFound:
            part = (len(ids) + 1) // 2
        except (AuthenticationRejected, HoldOff):
            raise
        except (ServerFailure, ReplyTooLarge, MalformedXml, Unreachable) as error:
            if isinstance(error, ServerFailure) and error.status == 501:
                self._scope.traits.multiget = False
            part = max(1, len(ids) // 8)
            self._ceiling = self._size = min(self._ceiling, part)
        except HttpError as error:
            if error.status in _NO_MULTIGET:
                self._scope.traits.multiget = False
            part = 1
        if len(ids) == 1 or part == 1:
            return {id_: self._single(id_) for id_ in ids}
        answers: dict[ResourceId, Got] = {}
        for start in range(0, len(ids), part):
            answers.update(self._batch(ids[start : start + part]))
        return answers

    def _multiget(self, ids: Sequence[ResourceId]) -> dict[ResourceId, Got]:
        answers, converted = self._ask(ids, None)
        if converted and self._scope.traits.stored_length is not False:
            again, still = self._ask(converted, _OTHER_VERSION)
            for id_ in set(converted).difference(still):
                if id_ in again:
                    answers[id_] = again[id_]
                else:
                    del answers[id_]  # a conversion, and no other answer: asked for alone
            if len(still) == len(converted) == len(ids) > 1:
                self._scope.traits.stored_length = False
        left_out = [id_ for id_ in ids if id_ not in answers]
        if len(left_out) == len(ids) > 1:
            self._scope.verify()
        answers.update((id_, self._single(id_)) for id_ in left_out)
        return answers

    def _ask(
        self, ids: Sequence[ResourceId], version: str | None
    ) -> tuple[dict[ResourceId, Got], list[ResourceId]]:
        """One multiget: the answers, and those among them whose text was converted."""
        scope = self._scope
        asked = Asked(scope.hrefs, ids)
        answers: dict[ResourceId, Got] = {}
        converted: list[ResourceId] = []
        rows = scope.client.multiget(
            scope.url, scope.info.kind, ids, version=version, props=scope.stored_props
        )
        reader = MemberReader(scope.url)
        for row in rows:
            id_ = asked.match(row.href)
            got = _judge(reader, row) if id_ is not None else None
            if id_ is None or got is None:
                continue
            answers[id_] = got
            if isinstance(got, Loaded) and not as_stored(scope, row.ok(), got.body):
                converted.append(id_)
        return answers, converted

    def _single(self, id_: ResourceId) -> Got:
        """GET: what remains when a report does not answer for a resource."""
        try:
            fetched = self._fetched(self._scope.location(id_))
        except NotFound:
            return Missing()
        except (AuthenticationRejected, HoldOff):
            raise
        except (HttpError, ReplyTooLarge) as error:
            return Failure(error.reference, str(error))
        if not _closed(fetched.body):
            return Failure(BROKEN, "the text is cut off, or none")
        etag = fetched.etag
        return Loaded(etag.fingerprint if etag else None, crlf(fetched.body))

    def _fetched(self, url: str) -> Fetched:
        """GET, in the version that is stored if its length tells.

        A GET brings the length of what it sends, so the stored one is asked for by itself.
        """
        scope = self._scope
        fetched = scope.client.get(url)
        if not scope.two_versions or scope.traits.stored_length is False:
            return fetched
        try:
            rows = list(scope.client.propfind(url, scope.stored_props, depth=0))
        except (AuthenticationRejected, HoldOff, NotFound):
            raise
        except HttpError:
            rows = []  # it does not tell: the default version, as every other client sees it
        found = rows[0].ok() if len(rows) == 1 else {}
        if as_stored(scope, found, crlf(fetched.body)):
            return fetched
        other = scope.client.get(url, f"text/vcard; version={_OTHER_VERSION}")
        return other if as_stored(scope, found, crlf(other.body)) else fetched


def _closed(body: bytes) -> bool:
    """Whether the last line of an object is there."""
    text = body.upper()
    return b"END:VCALENDAR" in text or b"END:VCARD" in text


def _judge(reader: MemberReader, row: ResponseRow) -> Got | None:
    """What a row of a multiget says; ``None`` if only a question of its own can tell."""
    member = reader.read(row)
    if isinstance(member, Gone):
        return Missing()
    if isinstance(member, FailedMember):
        return row_failure(member.status)
    if member is None or member.body is None:
        return None
    return Loaded(member.etag.fingerprint if member.etag else None, member.body)


def row_failure(status: int) -> Failure:
    """The failure that a row's status means."""
    known = {401: "http.unauthorized", 403: "http.forbidden", 423: "http.locked"}
    if status >= 500:
        return Failure("http.server_failure", f"status {status} in a row")
    return Failure(known.get(status, "http.error"), f"status {status} in a row")


def as_stored(scope: Scope, found: Mapping[str, Element], body: bytes) -> bool:
    """Whether a text has the length of the stored one (with CRLF or LF, or unknown)."""
    if not scope.two_versions or scope.traits.stored_length is False:
        return True
    element = found.get(GETCONTENTLENGTH)
    length = element.text.strip() if element is not None else ""
    if not length.isdecimal():
        return True
    return int(length) in (len(body), len(body) - body.count(b"\r\n"))
