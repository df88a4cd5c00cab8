"""Connecting the programs that people use to the gateway, and disconnecting them.

Rules
-----
* A program that gets the collections from GNOME's data server already is not led to the
  gateway as well: it would show everything twice.
* Where the gateway is switched off, connecting switches it on.
* What an account left in programs goes with the account.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.composition import Parts
from ksync.connect import doubles, looking, steps
from ksync.connect.errors import (
    NoDataServer,
    NothingOffered,
    ProgramRuns,
    SettingsUnusable,
    Unsent,
)
from ksync.connect.memory import App, Connection, Entry, Memory
from ksync.connect.offer import Offer, Offered
from ksync.connect.steps import Step
from ksync.connect.thunderbird import running
from ksync.paths import write_private
from ksync.service import preferences

if TYPE_CHECKING:
    from ksync.service.gateway import ServedCollection

OfferOf = Callable[[Parts], Offer]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What connecting or disconnecting came to.

    :param place: the profile's folder, where a program has several.
    :param steps: what a person has to do, where kSync cannot.
    :param written: a file with which it is done.
    :param switched_on: the gateway was off, and is on now.
    :param entries: what the program shows now.
    """

    app: App
    place: str = ""
    label: str = ""
    added: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    steps: tuple[Step, ...] = ()
    written: str = ""
    switched_on: bool = False


class Connections:
    """What is connected, and to what.

    :param offer: what the gateway offers; by default, of this profile's gateway.
    """

    def __init__(self, parts: Parts, offer: OfferOf | None = None) -> None:
        self._parts = parts
        self._offer_of = offer or of_the_gateway
        self._memory = Memory(parts.paths)

    def all(self) -> tuple[Connection, ...]:
        """What is connected."""
        return self._memory.all()

    def here(self) -> tuple[looking.Program, ...]:
        """The programs that are here; nothing is started to find out."""
        old = {one.place for one in self.outdated()}
        return tuple(
            replace(one, outdated=one.collections > 0 and one.place in old)
            for one in looking.programs(self.all())
        )

    def outdated(self) -> tuple[Connection, ...]:
        """Profiles of Thunderbird for which ``connect`` would change something."""
        profiles = [one for one in self.all() if one.app is App.THUNDERBIRD]
        if not profiles:
            return ()
        from ksync.connect.thunderbird import connector  # noqa: PLC0415  imported when used

        offer = self._offer_of(self._parts)
        found = []
        for one in profiles:
            with suppress(SettingsUnusable):
                if connector.outdated(one, offer):
                    found.append(one)
        return tuple(found)

    def connect(
        self, app: App, *, profile: str = "", force: bool = False, output: str = ""
    ) -> Outcome:
        """Have the synced collections appear in a program.

        :param profile: of Thunderbird: its name or its folder.
        :param force: also if the program's edits that were not sent are lost by it.
        :param output: for Apple: where to write a configuration profile.
        :raises AppError: see ``ksync.connect.errors``; nothing was changed.
        :raises PolicyForbids: the administrator keeps the gateway off.
        """
        if app is App.EVOLUTION:
            doubles.refuse_gateway(self._parts.config.accounts)
        offer = self._offer()
        switched_on = self._switch_on()
        if app is App.THUNDERBIRD and running.CAN_LOCK:
            outcome = self._thunderbird(offer, profile, force=force)
        elif app is App.THUNDERBIRD:
            outcome = Outcome(app, steps=steps.thunderbird(offer))
        elif app is App.EVOLUTION:
            outcome = self._evolution(offer, force=force)
        elif app is App.KDE:
            outcome = Outcome(app, steps=steps.kde(offer))
        else:
            outcome = self._apple(output)
        return replace(outcome, switched_on=switched_on)

    def disconnect(
        self, app: App, *, profile: str = "", force: bool = False
    ) -> tuple[Outcome, ...]:
        """Undo it; where nothing is connected, nothing is done.

        :param profile: of Thunderbird; ``""``: of all.
        :raises AppError: see ``ksync.connect.errors``.
        """
        with self._memory.held():
            return tuple(
                Outcome(app, one.place, one.label, removed=self._leave(one, None, force=force))
                for one in self._memory.all()
                if one.app is app and (not profile or _meant(one, profile))
            )

    def refuse_while_used(self, account_id: str = "") -> None:
        """Stop where ``leave`` could not undo everything.

        :raises ProgramRuns: a program that is connected runs.
        """
        for one in self._memory.all():
            folder = Path(one.place)
            concerned = one.app is App.THUNDERBIRD and _of_account(one, account_id)
            if concerned and folder.is_dir():
                with running.kept_closed(folder):
                    pass

    def leave(self, account_id: str = "", *, force: bool = True) -> list[str]:
        """Take an account's collections out of all programs, or all collections.

        :param force: with the edits that programs have not sent.
        :returns: what could not be undone, in words.
        """
        left = []
        for one in self._memory.all():
            gone = _of_account(one, account_id)
            try:
                if gone:
                    with self._memory.held():
                        self._leave(one, gone, force=force)
            except (ProgramRuns, SettingsUnusable, NoDataServer, Unsent):
                left.append(f"{one.app} ({one.label}): {len(gone)} of kSync's entries")
        return left

    def _leave(
        self, one: Connection, gone: tuple[Entry, ...] | None, *, force: bool
    ) -> tuple[Entry, ...]:
        if one.app is App.THUNDERBIRD:
            from ksync.connect.thunderbird import connector  # noqa: PLC0415  imported when used

            return connector.disconnect(self._memory, one, force=force, gone=gone)
        from ksync.connect import evolution  # noqa: PLC0415  imported when used
        from ksync.connect.sources import Sources  # noqa: PLC0415  as above

        with Sources() as sources:
            return evolution.disconnect(
                self._memory, sources, one, _cache(), force=force, gone=gone
            )

    def _thunderbird(self, offer: Offer, named: str, *, force: bool) -> Outcome:
        from ksync.connect.thunderbird import connector  # noqa: PLC0415  imported when used
        from ksync.connect.thunderbird.profiles import pick, profiles  # noqa: PLC0415  as above

        profile = pick(profiles(Path.home()), named)
        with self._memory.held():
            plan = connector.connect(self._memory, profile, offer, force=force)
        return Outcome(
            App.THUNDERBIRD,
            str(profile.folder),
            profile.name,
            plan.added,
            plan.changed,
            plan.removed,
            plan.entries,
        )

    def _evolution(self, offer: Offer, *, force: bool) -> Outcome:
        from ksync.connect import evolution  # noqa: PLC0415  imported when used
        from ksync.connect.sources import Sources  # noqa: PLC0415  as above

        with self._memory.held(), Sources() as sources:
            plan = evolution.connect(self._memory, sources, offer, _cache(), force=force)
        return Outcome(
            App.EVOLUTION,
            added=plan.added,
            changed=plan.changed,
            removed=plan.removed,
            entries=plan.entries,
        )

    def _apple(self, output: str) -> Outcome:
        from ksync.service.gateway import Gateway  # noqa: PLC0415  imported when used

        if self._offer_of is of_the_gateway:
            Gateway(self._parts).make_certificate()
        offer = self._offer()
        if not output:
            return Outcome(App.APPLE, steps=steps.apple(offer))
        file = Path(output).expanduser().absolute()
        try:
            write_private(file, steps.mobileconfig(offer), own=False)
        except OSError as error:
            raise SettingsUnusable(str(error), resource=str(file)) from error
        return Outcome(App.APPLE, steps=steps.apple(offer, str(file)), written=str(file))

    def _offer(self) -> Offer:
        offer = self._offer_of(self._parts)
        if not offer.collections:
            raise NothingOffered
        return offer

    def _switch_on(self) -> bool:
        if self._parts.config.gateway.enabled:
            return False
        preferences.change(self._parts, "gateway.enabled", "true")
        return True


def of_the_gateway(parts: Parts) -> Offer:
    """What this profile's gateway offers, whether it runs or not.

    :raises StorageError: its address cannot be kept.
    """
    from ksync.service.gateway import USER, Gateway  # noqa: PLC0415  imported when used

    view = Gateway(parts).view()
    accounts = parts.config.accounts
    secure = view.certificate is not None
    return Offer(
        address=view.address,
        username=USER,
        password=view.token,
        collections=tuple(
            _offered(one, accounts[one.id.partition("/")[0]].id) for one in view.collections
        ),
        secure=view.secure_address if secure else "",
        certificate=_der(view.certificate) if view.certificate else b"",
        unread=frozenset(accounts[name].id for name in view.unknown),
    )


def _offered(one: ServedCollection, account_id: str) -> Offered:
    return Offered(
        id=one.id,
        key=f"{account_id}/{one.id.partition('/')[2]}",
        kind=one.kind,
        name=one.display_name,
        color=one.color or "",
        url=one.url,
        read_only=one.read_only,
        components=frozenset(one.components),
    )


def _der(file: Path) -> bytes:
    import ssl  # noqa: PLC0415  for Apple's programs alone

    return ssl.PEM_cert_to_DER_cert(file.read_text("ascii"))


def _of_account(one: Connection, account_id: str) -> tuple[Entry, ...]:
    """Its entries of that account; ``""``: all."""
    return tuple(
        entry for entry in one.entries if not account_id or entry.key.startswith(f"{account_id}/")
    )


def _meant(one: Connection, profile: str) -> bool:
    folder = Path(one.place)
    return profile in (one.label, folder.name) or Path(profile).expanduser().absolute() == folder


def _cache() -> Path:
    """Where GNOME's data server keeps its caches."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return Path(chosen) if chosen else Path.home() / ".cache"
