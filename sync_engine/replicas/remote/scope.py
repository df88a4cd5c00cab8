"""What the parts of a remote collection share: ``Scope``, and who it must be.

Identity (loss class L2): before a deletion is believed, or an emptiness, the
collection is asked who it is: its DAV:resourcetype must be of the right kind,
and DAV:current-user-principal (RFC 5397) the principal that the account is
bound to. A wrong server, a captive portal and a login that lost its rights all
answer something; none of them answers this.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sync_engine.client.client import DavClient
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.core.identifiers import ResourceId, same_place
from sync_engine.dav import names
from sync_engine.dav.model import ResponseRow
from sync_engine.dav.rfc5397 import current_user_principal, unauthenticated
from sync_engine.errors import IdentityMismatch, NotFound, ReplicaUnavailable
from sync_engine.replicas.remote.hrefs import Hrefs
from sync_engine.replicas.remote.traits import Traits

GETCONTENTLENGTH: Final = "{DAV:}getcontentlength"

_TYPE: Final = {Kind.CALENDAR: names.CALENDAR, Kind.ADDRESSBOOK: names.ADDRESSBOOK}
_IDENTITY: Final = (names.RESOURCETYPE, names.CURRENT_USER_PRINCIPAL)


@dataclass(slots=True)
class Scope:
    """One collection of one account, as the requests see it.

    :param principal: URL of the bound principal, ``""`` if the server has none.
    :param verified: whether the identity was checked since the cycle began.
    """

    client: DavClient
    info: CollectionInfo
    traits: Traits
    hrefs: Hrefs
    principal: str = ""
    verified: bool = field(default=False)

    @property
    def url(self) -> str:
        """The collection's URL."""
        return self.info.url

    @property
    def stored_props(self) -> tuple[str, ...]:
        """What is asked along with a text, to tell whether it is the stored one."""
        if self.two_versions:
            return (names.GETETAG, GETCONTENTLENGTH)
        return (names.GETETAG,)

    @property
    def two_versions(self) -> bool:
        """Whether the server may convert vCards between versions (see ``reading``)."""
        return self.info.kind is Kind.ADDRESSBOOK and any(
            "version=4" in type_.replace(" ", "") for type_ in self.info.data_types
        )

    def location(self, id_: ResourceId) -> str:
        """The URL of a member, for a request.

        :raises IdentityMismatch: it points to a host that is not trusted.
        """
        if not self.hrefs.trusted(id_):
            raise IdentityMismatch("the href points to a host that is not trusted", where=id_)
        return self.hrefs.url(id_)

    def verify(self) -> None:
        """Ask the collection who it is.

        :raises ReplicaUnavailable: it is not there, or no collection of this kind.
        :raises IdentityMismatch: it answers for another principal.
        """
        try:
            rows = list(self.client.propfind(self.url, _IDENTITY, depth=0))
        except NotFound as error:
            raise ReplicaUnavailable("the collection is not there", where=self.url) from error
        own = [row for row in rows if self.hrefs.is_own(row.href)]
        if not own and len(rows) == 1:
            own = rows  # a Depth:0 answer under another spelling of the same URL
        if not own:
            raise ReplicaUnavailable("the collection did not answer for itself", where=self.url)
        self.check_row(own[0])
        self.verified = True

    def check_row(self, row: ResponseRow) -> None:
        """Judge the collection's own row (of ``verify`` or of a listing).

        :raises ReplicaUnavailable: no collection of this kind.
        :raises IdentityMismatch: another principal.
        """
        found = row.ok()
        type_ = found.get(names.RESOURCETYPE)
        if type_ is None or type_.find(_TYPE[self.info.kind]) is None:
            raise ReplicaUnavailable(f"no {self.info.kind} at this URL", where=self.url)
        check_principal(row, self.principal, self.url)


def check_principal(row: ResponseRow, principal: str, where: str) -> None:
    """Compare a row's DAV:current-user-principal with the bound one.

    A row without the property says nothing (not every server gives it on every
    resource); DAV:unauthenticated (RFC 5397 §3) says that nobody is logged in.

    :raises IdentityMismatch: another principal, or none.
    """
    if not principal:
        return
    found = row.ok()
    told = current_user_principal(found, where)
    if told is not None and not same_place(told, principal):
        raise IdentityMismatch("the server answers for another principal", where=where)
    if unauthenticated(found):
        raise IdentityMismatch("the server answers as to nobody", where=where)
