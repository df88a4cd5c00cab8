"""Export: a copy of everything that is here, in formats that other programs read.

::

    DIR/settings.toml                       the settings, without anything secret
    DIR/ACCOUNT/collections.json            names, colours, kinds, addresses
    DIR/ACCOUNT/calendars/SLUG.ics          all of a calendar in one file
    DIR/ACCOUNT/calendars/SLUG/…ics         the same, a file for each, byte for byte
    DIR/ACCOUNT/contacts/SLUG.vcf           address books likewise
    DIR/ACCOUNT/history/NUMBER.ics or .vcf  overwritten and deleted versions
    DIR/ACCOUNT/versions.json                what these are

Rules
-----
* The network is not asked; what is on the server alone is counted and told.
* DIR is new, or empty: nothing is overwritten. Files are 0600, folders 0700.
* Passwords are in the keyring and go nowhere. ``password_command`` is left out: there may
  be one in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ksync.composition import FOLDERS, OpenAccount, Parts
from ksync.paths import PRIVATE_FILE, ensure_private
from ksync.reporting.errors import UsageError
from ksync.service import select
from ksync.service.collections import CollectionView, view
from ksync.sides import StoreSide
from sync_engine.base_store.collections import CollectionRow
from sync_engine.core.collection import Kind
from sync_engine.core.content.facts import kind as kind_of
from sync_engine.core.content.joining import join_calendars, join_cards
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.names import SUFFIXES
from sync_engine.replicas.port import Loaded
from sync_engine.replicas.vdir.disk import translated

LEFT_OUT = frozenset({"password_command"})


@dataclass(frozen=True, slots=True)
class ExportedCollection:
    """A collection that was copied.

    :param file: all of it in one file; :param folder: a file for each item.
    :param unreadable: names of what could not be read, or not joined into the file.
    :param elsewhere: how many items are on the server alone (``past_days``).
    """

    id: str
    items: int
    file: str
    folder: str
    unreadable: tuple[str, ...]
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What was copied.

    :param versions: how many versions of the history.
    :param missing: IDs of collections without a folder here.
    """

    path: str
    collections: tuple[ExportedCollection, ...]
    versions: int
    missing: tuple[str, ...]


class Exporting:
    """Export of everything."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def run(self, target: Path, *, history: bool = False) -> Exported:
        """Copy everything into a folder that is new or empty.

        :param history: the history, too.
        :raises UsageError: the folder has something in it.
        :raises StorageError, LockHeld:
        """
        target = target.expanduser().absolute()
        with translated(target):
            if target.exists() and (not target.is_dir() or any(target.iterdir())):
                raise UsageError(
                    f"{target} is there already.", hint="Name a folder that is new, or empty."
                )
            ensure_private(target)
            self._settings(target)
            copied: list[ExportedCollection] = []
            missing: list[str] = []
            versions = 0
            for name in select.begun(self._parts):
                with select.account(self._parts, name) as opened, opened.held():
                    folder = ensure_private(target / name)
                    rows = opened.store.collections.all()
                    shown = {row.slug: view(opened, row) for row in rows}
                    _write_json(folder / "collections.json", [_plain(v) for v in shown.values()])
                    for row in rows:
                        found = _collection(opened, row, folder)
                        if found is None:
                            missing.append(f"{name}/{row.slug}")
                        else:
                            copied.append(found)
                    if history:
                        versions += _history(opened, folder)
        return Exported(str(target), tuple(copied), versions, tuple(missing))

    def _settings(self, target: Path) -> None:
        import tomlkit  # noqa: PLC0415  imported when used

        file = self._parts.paths.config_file
        if not file.exists():
            return
        document = tomlkit.parse(file.read_text("utf-8"))
        for account in document.get("accounts", {}).values():
            for key in LEFT_OUT & set(account):
                del account[key]
        _put(target / "settings.toml", tomlkit.dumps(document).encode())


def _collection(opened: OpenAccount, row: CollectionRow, folder: Path) -> ExportedCollection | None:
    if row.local_name is None:
        return None
    try:
        local, _ = StoreSide(opened, dry_run=True).open(row)
        observation = local.observe(None)
    except ReplicaUnavailable:
        return None
    bodies: dict[str, bytes] = {}
    unreadable = [str(name) for name in observation.failed]
    for batch in local.get(list(getattr(observation, "items", ()))):
        for name, got in batch.items():
            if isinstance(got, Loaded):
                bodies[str(name)] = got.body
            else:
                unreadable.append(str(name))
    suffix = SUFFIXES[row.info.kind]
    each = ensure_private(folder / FOLDERS[row.info.kind] / row.slug)
    for file, body in bodies.items():
        _put(each / file, body)
    join = join_cards if row.info.kind is Kind.ADDRESSBOOK else join_calendars
    alone = [name for name in sorted(bodies) if join([bodies[name]])[1]]
    joined, _ = join(bodies[name] for name in sorted(bodies))
    whole = each.with_name(each.name + suffix)
    _put(whole, joined)
    return ExportedCollection(
        f"{opened.name}/{row.slug}",
        len(bodies),
        str(whole),
        str(each),
        tuple(sorted([*unreadable, *alone])),
        opened.store.beyond.count(row.id),
    )


def _history(opened: OpenAccount, folder: Path) -> int:
    each = ensure_private(folder / "history")
    index = list(_versions(opened, each))
    _write_json(folder / "versions.json", index)
    return len(index)


def _versions(opened: OpenAccount, each: Path) -> Iterator[dict[str, object]]:
    for version in opened.store.history.newest():
        body = opened.store.contents.get(version.content)
        row = opened.store.collections.get(version.collection)
        suffix = ".vcf" if str(kind_of(body)) == "VCARD" else ".ics"
        file = each / f"{version.id}{suffix}"
        _put(file, body)
        yield {
            "id": f"{opened.name}:{version.id}",
            "file": file.name,
            "at": version.at,
            "collection": f"{opened.name}/{row.slug}",
            "side": version.side,
            "reason": version.reason.value,
            "href": version.href,
            "name": version.local_id,
        }


def _plain(shown: CollectionView) -> dict[str, object]:
    import dataclasses  # noqa: PLC0415  imported when used

    return dataclasses.asdict(shown)


def _write_json(path: Path, data: object) -> None:
    _put(path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


def _put(path: Path, body: bytes) -> None:
    path.touch(PRIVATE_FILE)
    path.write_bytes(body)
