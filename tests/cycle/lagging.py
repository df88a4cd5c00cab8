"""A server in memory that does what is asked of its collections late, as Infomaniak does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.cycle.ports import Listing
from sync_engine.errors import Forbidden, NotFound
from sync_engine.replicas.port import Operation, Rejected
from tests.cycle.twin import HOME, RemoteTwin, Server

MADE, GONE, CHANGED = 8.0, 20.0, 10.0
"""Seconds that were measured."""


@dataclass
class Kept:
    """A collection as the server has it.

    :param from_: when it is there; :param until: when it is gone.
    :param before: what its properties were until ``changed``.
    """

    info: CollectionInfo
    from_: float = 0.0
    until: float = float("inf")
    before: CollectionInfo | None = None
    changed: float = 0.0

    def shown(self, now: float) -> CollectionInfo:
        """Its properties as a listing gives them."""
        return self.before if self.before is not None and now < self.changed else self.info


@dataclass
class Lagging(Server):
    """A server that makes, changes and deletes collections late.

    :param lists_at_once: a new one is listed at once, though it takes nothing yet.
    :param early: what answers 404 then: the whole ``collection``, or a ``put`` only.
    :param moves: a new display name gives a new address (Zimbra).
    """

    clock: Callable[[], float] = lambda: 0.0
    kept: dict[str, Kept] = field(default_factory=dict)
    lists_at_once: bool = False
    early: str = "collection"
    moves: bool = False
    lag: float = 1.0
    refuses: bool = False
    lose_answer: BaseException | None = None
    lose_request: BaseException | None = None
    asked: list[str] = field(default_factory=list)

    # -- what the administration asks ----------------------------------------------

    def make(self, info: CollectionInfo) -> None:
        self._asked("make")
        twin = RemoteTwin(info.url)
        url = info.url
        if self.moves:
            url = f"{HOME}{info.display_name}/"
            twin._name = url
        self.collections[url] = twin
        start = self.clock() + MADE * self.lag
        self.kept[url] = Kept(replace(info, url=url), start)
        self._answered()

    def change(self, url: str, *, display_name: str | None, color: str | None) -> None:
        self._asked("change")
        kept = self.kept[url]
        before = kept.shown(self.clock())
        info = replace(
            kept.info,
            display_name=display_name or kept.info.display_name,
            color=color or kept.info.color,
        )
        if self.moves and display_name is not None:
            target = f"{HOME}{display_name}/"
            twin = self.collections[target] = self.collections.pop(url)
            del self.kept[url]
            twin._rows = {name.replace(twin._name, target): row for name, row in twin._rows.items()}
            twin._name, twin._epoch = target, twin._epoch + 1
            self.kept[target] = Kept(replace(info, url=target))
        else:
            self.kept[url] = Kept(
                info, kept.from_, kept.until, before, self.clock() + CHANGED * self.lag
            )
        self._answered()

    def remove(self, url: str) -> None:
        self._asked("remove")
        if url in self.kept:
            self.kept[url].until = self.clock() + GONE * self.lag
        self._answered()

    def _asked(self, what: str) -> None:
        if self.refuses:
            raise Forbidden(403, "HTTP 403")
        if self.lose_request is not None:
            error, self.lose_request = self.lose_request, None
            raise error
        self.asked.append(what)

    def _answered(self) -> None:
        if self.lose_answer is not None:
            error, self.lose_answer = self.lose_answer, None
            raise error

    # -- what a cycle asks ------------------------------------------------------------

    def listing(self, meter, cancel) -> Listing:
        found = super().listing(meter, cancel)
        now = self.clock()
        infos = []
        for info in found.collections:
            kept = self.kept.get(info.url)
            if kept is None:
                infos.append(info)
                continue
            there = (now >= kept.from_ or self.lists_at_once) and now < kept.until
            if there:
                infos.append(
                    replace(kept.shown(now), kind=Kind.CALENDAR, sync_token=info.sync_token)
                )
        return replace(found, collections=tuple(infos))

    def open(self, info, learned, meter, cancel) -> RemoteTwin:
        twin = self.collections[info.url]
        kept = self.kept.get(info.url)
        early = kept is not None and self.clock() < kept.from_
        gone = NotFound(404, "HTTP 404") if early and self.early == "collection" else None
        twin.faults.unavailable = gone
        twin.faults.reject = _refused if early and self.early == "put" else lambda _: None
        return twin


def _refused(operation: Operation) -> Rejected:
    return Rejected(operation.id, "http.not_found", "HTTP 404", permanent=False)
