"""A root folder of vdir collections of one kind.

Calendars and address books live under separate roots, because other programs are
pointed at a root and expect one kind there. Each collection folder holds, beside
its resources, a hidden marker with its key, and the files ``displayname`` and
``color`` that other vdir programs read.

Only folders with a marker are collections; others are left alone.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.names import (
    HIDDEN_PREFIX,
    SUFFIXES,
    folder_name,
    is_component,
    is_resource,
    one_line,
    printable,
    unique_title,
)
from sync_engine.replicas.port import CollectionInfo, Kind
from sync_engine.replicas.vdir import marker
from sync_engine.replicas.vdir.collection import VdirCollection, VdirOptions
from sync_engine.replicas.vdir.disk import (
    FOLDER_MODE,
    TEMPORARY,
    sync_folder,
    temporary,
    translated,
    write_over,
)
from sync_engine.replicas.vdir.renames import Renames

_DISPLAY_NAME: Final = "displayname"
_COLOR: Final = "color"
_REMOVED: Final = f"{HIDDEN_PREFIX}-removed-"
_MAX_META: Final = 4096
_HEX_COLOR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


class VdirStore:
    """The collections under one root.

    :param root: the folder; made by ``prepare`` or by the first ``create``.
    :param kind: decides the suffix of resources, ``.ics`` or ``.vcf``.
    """

    def __init__(self, root: Path, kind: Kind, options: VdirOptions | None = None) -> None:
        self._root = root
        self._kind = kind
        self._root_key = f"root-{kind.value}"
        self._suffix = SUFFIXES[kind]
        self._options = options or VdirOptions()

    def prepare(self) -> None:
        """Make and mark the root, if that is not done yet.

        :raises ReplicaUnavailable: it is marked as something else.
        """
        with translated(self._root):
            self._root.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                marker.write_marker(self._root, self._root_key)
        self._verify_root()

    def collections(self) -> Sequence[CollectionInfo]:
        """What is there, by name.

        :raises ReplicaUnavailable: the root is not there or not marked (not mounted,
            or nothing was made yet): not the same as empty.
        """
        self._verify_root()
        with translated(self._root):
            return tuple(self._info(name) for name, _ in self._marked())

    def create(self, key: str, info: CollectionInfo) -> str:
        """Make a collection; if one with that key is there: that one, updated."""
        self.prepare()
        with translated(self._root):
            name = self._name_of(key) or self._make(key, info.display_name or "")
        self.update(name, info)
        return name

    def open(self, name: str, key: str) -> VdirCollection:
        """Open for sync; what an interrupted write left there is put right.

        :raises ReplicaUnavailable: with what is wrong in its detail.
        """
        self._verify(name, key)
        collection = VdirCollection(self._root / name, key, self._suffix, self._options)
        collection.recover()
        return collection

    def update(self, name: str, info: CollectionInfo) -> None:
        """Set display name (made unique in this root) and colour; ``None`` leaves them."""
        folder = self._root / name
        if not is_component(name) or folder.is_symlink():
            raise ReplicaUnavailable("no folder of this store", where=str(folder))
        marker.read_key(folder)
        with translated(folder):
            if info.display_name is not None and (title := one_line(info.display_name)):
                self._write_meta(folder, _DISPLAY_NAME, unique_title(title, self._titles(name)))
            if info.color is not None:
                self._write_meta(folder, _COLOR, info.color)

    def remove(self, name: str, key: str, *, resources: bool = True) -> Sequence[str]:
        """Delete the collection with its resources.

        The folder is moved out of sight first, and loses its marker last: a removal
        that was interrupted is finished by the next call.

        :param resources: delete those that are in it; else they count as not ours.

        :returns: names of what was not ours. It stays where it was; only then does
            the folder stay, without its marker.
        """
        self._verify_root()
        with translated(self._root):
            hidden = self._removed_with(key)
            if hidden is None:
                self._verify(name, key)
                hidden = self._root / f"{_REMOVED}{secrets.token_hex(6)}"
                VdirCollection(self._root / name, key, self._suffix, self._options).retire(hidden)
            self._options.step("moved away")
            self._empty(hidden, resources=resources)
            foreign = sorted(p.name for p in hidden.iterdir() if p.name != marker.MARKER)
            if foreign:
                hidden = self._give_back(hidden, name)
            (hidden / marker.MARKER).unlink()
            if not foreign:
                hidden.rmdir()
            sync_folder(self._root)
        return tuple(foreign)

    def _verify_root(self) -> None:
        try:
            marker.verify(self._root, self._root_key)
        except ReplicaUnavailable as error:
            raise ReplicaUnavailable(f"root: {error.detail}", where=error.where) from error

    def _verify(self, name: str, key: str) -> None:
        self._verify_root()
        folder = self._root / name
        if not is_component(name):
            raise ReplicaUnavailable("no folder name", where=str(folder))
        if folder.is_symlink():
            raise ReplicaUnavailable("the folder is a symbolic link", where=str(folder))
        try:
            marker.verify(folder, key)
        except ReplicaUnavailable as error:
            with translated(self._root):
                now_at = self._name_of(key)
            if now_at is None:
                raise
            detail = f"the folder was renamed to {now_at}"
            raise ReplicaUnavailable(detail, where=str(folder)) from error

    def _folders(self) -> Iterator[str]:
        for path in sorted(self._root.iterdir()):
            visible = not path.name.startswith(".") and printable(path.name) is None
            if visible and stat.S_ISDIR(path.lstat().st_mode):
                yield path.name

    def _marked(self) -> Iterator[tuple[str, str]]:
        """Names and keys of the collections."""
        for name in self._folders():
            with contextlib.suppress(ReplicaUnavailable):
                yield name, marker.read_key(self._root / name)

    def _name_of(self, key: str) -> str | None:
        return next((name for name, known in self._marked() if known == key), None)

    def _removed_with(self, key: str) -> Path | None:
        for path in sorted(self._root.glob(f"{_REMOVED}*")):
            with contextlib.suppress(ReplicaUnavailable):
                if marker.read_key(path) == key:
                    return path
        return None

    def _make(self, key: str, display_name: str) -> str:
        # Out of sight until it is marked: a folder without a marker is nobody's, and one
        # that an interruption left so would keep its name for good.
        self._clear_away()
        new = temporary(self._root)
        new.mkdir(FOLDER_MODE)
        self._options.step("made")
        marker.write_marker(new, key)
        self._options.step("marked")
        renames = Renames(self._options.way)
        while True:
            there = {path.name.casefold() for path in self._root.iterdir()}
            name = folder_name(display_name, self._kind.value, there.__contains__)
            try:
                renames.place(new, self._root / name)
            except FileExistsError:
                continue  # made a moment ago by another program
            sync_folder(self._root)
            return name

    def _clear_away(self) -> None:
        """Remove what an interrupted ``_make`` or ``write_marker`` left."""
        for left in self._root.glob(f"{TEMPORARY}*"):
            if left.is_symlink() or not left.is_dir():
                left.unlink(missing_ok=True)
                continue
            for part in (*left.glob(f"{TEMPORARY}*"), left / marker.MARKER):
                part.unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # what is in it is none of ours
                left.rmdir()

    def _info(self, name: str) -> CollectionInfo:
        color = self._read_meta(name, _COLOR)
        return replace(
            CollectionInfo(name, self._kind, self._read_meta(name, _DISPLAY_NAME)),
            color=color.lower() if color and _HEX_COLOR.fullmatch(color) else None,
        )

    def _titles(self, but: str) -> set[str]:
        """Case-folded names under which other programs show the other folders."""
        others = (name for name in self._folders() if name != but)
        return {(self._read_meta(name, _DISPLAY_NAME) or name).casefold() for name in others}

    def _read_meta(self, name: str, what: str) -> str | None:
        try:
            with (self._root / name / what).open("rb") as file:
                text = file.read(_MAX_META).decode("utf-8", "replace")
        except OSError:
            return None
        return one_line(text) or None

    def _write_meta(self, folder: Path, what: str, text: str) -> None:
        if self._read_meta(folder.name, what) != text:
            write_over(folder / what, text.encode())

    def _empty(self, folder: Path, *, resources: bool) -> None:
        """Delete what is ours: resources, display name and colour."""
        for path in sorted(folder.iterdir()):
            ours = path.name in (_DISPLAY_NAME, _COLOR) or (
                resources and is_resource(path.name, self._suffix)
            )
            if ours and stat.S_ISREG(path.lstat().st_mode):
                path.unlink()
                self._options.step("deleted")

    def _give_back(self, hidden: Path, name: str) -> Path:
        """Give a folder that is not empty a visible name again."""
        renames = Renames(self._options.way)
        while True:
            there = {path.name.casefold() for path in self._root.iterdir()}
            target = self._root / (
                name
                if name.casefold() not in there
                else folder_name(name, self._kind.value, there.__contains__)
            )
            with contextlib.suppress(FileExistsError):
                renames.place(hidden, target)
                return target
