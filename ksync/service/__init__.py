"""The application layer: everything that the CLI and the desktop program can do.

``accounts``     add, list, test, change, remove
``collections``  list, refresh, enable, disable, set
``server_collections``  make, rename, recolour, delete, make again
``personal``     the user's own data: import, export, what is stored and why, erase
``sync``         one cycle of what is named
``decisions``    holds: list, show, approve, reject
``conflicts``    list, show, resolve
``undo``         a whole run
``versions``     history: list, show, restore
``reports``      runs and status
``glance()``     how things are, in one look
``network``      the network guard: explain, list, allow, remove, allow once
``viewing``      what was synced, to look at: events, tasks, people
``gateway``      the loopback gateway: address, token, what it serves, connected programs

They take plain values and return frozen ones; they print nothing and ask
nobody. Errors are ``AppError`` and ``EngineError``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.service.accounts import Accounts
    from ksync.service.collections import Collections
    from ksync.service.conflicts import Conflicts
    from ksync.service.decisions import Decisions
    from ksync.service.gateway import Gateway
    from ksync.service.glance import Glance
    from ksync.service.network import Network
    from ksync.service.personal import Personal
    from ksync.service.reports import Reports
    from ksync.service.server_collections import ServerCollections
    from ksync.service.sync import Sync
    from ksync.service.undo import Undo
    from ksync.service.versions import Versions
    from ksync.service.viewing import Viewing


class Service:
    """All areas over one configuration; each is imported when it is first used."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    @cached_property
    def accounts(self) -> Accounts:
        """Accounts."""
        from ksync.service.accounts import Accounts  # noqa: PLC0415  imported when used

        return Accounts(self.parts)

    @cached_property
    def collections(self) -> Collections:
        """Collections."""
        from ksync.service.collections import Collections  # noqa: PLC0415  imported when used

        return Collections(self.parts)

    @cached_property
    def server_collections(self) -> ServerCollections:
        """Collections on the server."""
        from ksync.service.server_collections import (  # noqa: PLC0415  imported when used
            ServerCollections,
        )

        return ServerCollections(self.parts)

    @cached_property
    def personal(self) -> Personal:
        """The user's own data."""
        from ksync.service.personal import Personal  # noqa: PLC0415  imported when used

        return Personal(self.parts)

    @cached_property
    def sync(self) -> Sync:
        """Sync."""
        from ksync.service.sync import Sync  # noqa: PLC0415  imported when used

        return Sync(self.parts)

    @cached_property
    def decisions(self) -> Decisions:
        """Holds."""
        from ksync.service.decisions import Decisions  # noqa: PLC0415  imported when used

        return Decisions(self.parts)

    @cached_property
    def conflicts(self) -> Conflicts:
        """Conflicts."""
        from ksync.service.conflicts import Conflicts  # noqa: PLC0415  imported when used

        return Conflicts(self.parts)

    @cached_property
    def undo(self) -> Undo:
        """Undo of runs."""
        from ksync.service.undo import Undo  # noqa: PLC0415  imported when used

        return Undo(self.parts)

    @cached_property
    def versions(self) -> Versions:
        """History."""
        from ksync.service.versions import Versions  # noqa: PLC0415  imported when used

        return Versions(self.parts)

    @cached_property
    def reports(self) -> Reports:
        """Runs and status."""
        from ksync.service.reports import Reports  # noqa: PLC0415  imported when used

        return Reports(self.parts)

    def glance(self) -> Glance:
        """How things are, in one look."""
        from ksync.service.glance import glance  # noqa: PLC0415  imported when used

        return glance(self.parts)

    @cached_property
    def network(self) -> Network:
        """The network guard."""
        from ksync.service.network import Network  # noqa: PLC0415  imported when used

        return Network(self.parts)

    @cached_property
    def viewing(self) -> Viewing:
        """What was synced, to look at."""
        from ksync.service.viewing import Viewing  # noqa: PLC0415  imported when used

        return Viewing(self.parts)

    @cached_property
    def gateway(self) -> Gateway:
        """The loopback gateway."""
        from ksync.service.gateway import Gateway  # noqa: PLC0415  imported when used

        return Gateway(self.parts)
