"""Nothing is shown twice: GNOME's programs get an account from their own data server, or from the
gateway.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ksync.config.model import Account, Store
from ksync.connect.errors import Doubled
from ksync.connect.memory import App, Memory
from ksync.paths import Paths

if TYPE_CHECKING:
    from ksync.config.edit import Change


def refuse_gateway(accounts: Mapping[str, Account]) -> None:
    """Before GNOME's programs are led to the gateway.

    :raises Doubled: an account is kept in their data server.
    """
    stored = [name for name, account in sorted(accounts.items()) if Store.EDS in account.stores]
    if stored:
        raise Doubled(", ".join(stored), account=stored[0])


def refuse_store(paths: Paths, changes: Iterable[Change]) -> None:
    """Before settings are changed.

    :raises Doubled: an account would be kept in the data server of programs that are led to
        the gateway.
    """
    for path, value in changes:
        if path[0] == "accounts" and path[-1] == "store" and value == Store.EDS:
            name = str(path[1])
            if Memory(paths).of(App.EVOLUTION, "") is not None:
                raise Doubled(name, account=name)
