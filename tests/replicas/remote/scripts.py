"""Remote collections over a scripted transport."""

from __future__ import annotations

from collections.abc import Sequence

from sync_engine.client.client import DavClient
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.replicas.remote.collection import RemoteCollection
from sync_engine.replicas.remote.hrefs import Hrefs
from sync_engine.replicas.remote.scope import Scope
from sync_engine.replicas.remote.traits import Traits
from tests.client.scripted import CALENDAR, HOST, Script, Step, multistatus, principal, row

ME = "/principals/me/"
CAL = "/cal/"
BODY = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
TEXT = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
SYNC = frozenset({"{DAV:}sync-collection"})


def collection(
    *steps: Step,
    traits: Traits | None = None,
    kind: Kind = Kind.CALENDAR,
    reports: frozenset[str] | None = SYNC,
    data_types: tuple[str, ...] = (),
    hosts: Sequence[str] = (),
    path: str = CAL,
    verified: bool = False,
) -> tuple[RemoteCollection, Script]:
    """A calendar at /cal/ of the principal ``ME``, and its script."""
    script = Script(*steps)
    url = HOST + path
    info = CollectionInfo(url, kind, reports=reports, data_types=data_types)
    scope = Scope(
        DavClient(script), info, traits or Traits(), Hrefs(url, hosts), HOST + ME, verified=verified
    )
    return RemoteCollection(scope), script


def identity(type_: str = CALENDAR, who: str = ME, path: str = CAL) -> Step:
    """The answer to ``verify``."""
    return multistatus(row(path, type_ + principal(who)))
