"""What the steps share: the stage, the server, the files, and looks at both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.demo.editing import Edit, edited
from ksync.demo.errors import DemoFailed
from ksync.demo.samples import SampleCollection, account
from ksync.demo.script import Script
from ksync.demo.server import DemoServer
from ksync.demo.stage import Stage
from sync_engine.core.content.titles import summary

if TYPE_CHECKING:
    from sync_engine.cycle.result import AccountResult

ACCOUNT = "demo"
"""The account's name in kSync."""


@dataclass
class Scene:
    """What the steps share.

    :param password_file: what the password command prints.
    :param now: aware; the sample account is made around it.
    """

    stage: Stage
    script: Script
    server: DemoServer
    password_file: Path
    now: datetime

    @cached_property
    def samples(self) -> tuple[SampleCollection, ...]:
        """The account on the server, as it was at first."""
        return account(self.now.date(), self.now)

    @cached_property
    def folders(self) -> dict[str, Path]:
        """The local folder of each collection, by its name on the server."""
        listed = self.script.ask("collection", "list", ACCOUNT)["collections"]
        return {view["href"].rstrip("/").rpartition("/")[2]: Path(view["path"]) for view in listed}

    def file(self, path: str) -> Path:
        """The file of a resource such as ``work/stand-up.ics``."""
        slug, _, name = path.partition("/")
        return self.folders[slug] / name

    def shown_path(self, path: str) -> str:
        """A resource's file as it is called in the text: below the account's folder."""
        file = self.file(path)
        return file.relative_to(file.parents[2]).as_posix()

    def on_server(self, slug: str) -> dict[str, bytes]:
        """All resources of a collection."""
        return {name: self.server.get(f"{slug}/{name}").body for name in self.server.names(slug)}

    def here(self, slug: str) -> dict[str, bytes]:
        """All files of a collection."""
        files = self.folders[slug].glob("*.[iv]c[sf]")
        return {file.name: file.read_bytes() for file in files}

    def edit_here(self, path: str, component: str = "VEVENT", **values: tuple[str, str]) -> Edit:
        """Change a file, and show it."""
        file = self.file(path)
        edit = edited(file.read_bytes(), component, **values)
        file.write_bytes(edit.text)
        self._show_edit(f"here: {self.shown_path(path)}", edit)
        return edit

    def edit_on_phone(
        self, path: str, component: str = "VEVENT", **values: tuple[str, str]
    ) -> Edit:
        """Change a resource on the server, and show it."""
        reply = self.server.get(path)
        edit = edited(reply.body, component, **values)
        self.server.put(path, edit.text, reply.etag)
        self._show_edit(f"on the phone: {summary(edit.text)}", edit)
        return edit

    def _show_edit(self, where: str, edit: Edit) -> None:
        self.stage.line(f"\n  {where}")
        for old, new in edit.changes:
            self.stage.change(old, new)

    def last_run(self) -> AccountResult:
        """What came of the newest run."""
        from ksync.cli.app import App  # noqa: PLC0415  the verbs' modules import this package

        reports = App().service.reports
        result = reports.run(reports.runs(ACCOUNT, limit=1)[0].id).result
        if result is None:
            raise DemoFailed("the run has a report")
        return result

    def counted(self, **expected: int) -> bool:
        """Whether the newest run counted this, and nothing else."""
        counts: dict[str, int] = {}
        for collection in self.last_run().collections:
            for name, count in collection.counts.items():
                counts[name] = counts.get(name, 0) + count
        return {name: count for name, count in counts.items() if count} == expected


def new_scene(stage: Stage, server: DemoServer, password_file: Path) -> Scene:
    """A scene that happens now."""
    return Scene(stage, Script(stage), server, password_file, datetime.now(UTC).astimezone())


def lines(text: bytes) -> list[bytes]:
    """Everything but the kind of line ends: XML makes them LF on the way (XML 1.0 §2.11)."""
    return text.rstrip().splitlines()


def sorted_lines(text: bytes) -> list[bytes]:
    """Radicale sorts what it stores; a file here stays as its editor wrote it."""
    return sorted(text.replace(b"\r\n ", b"").replace(b"\n ", b"").splitlines())


def same_everywhere(
    scene: Scene, *slugs: str, seen_as: Callable[[bytes], object] = sorted_lines
) -> bool:
    """Whether both sides have the same resources in these collections."""
    for slug in slugs:
        here = [seen_as(text) for text in scene.here(slug).values()]
        there = [seen_as(text) for text in scene.on_server(slug).values()]
        if len(here) != len(there) or any(text not in there for text in here):
            return False
    return True
