"""An account with a life behind it: a month of syncs, conflicts, a hold, an error.

Everything happens for real, against the demo's server; only the times of the runs are
moved back afterwards, so that there is a month to look at.
"""

from __future__ import annotations

import random
import shlex
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ksync.composition import Parts
from ksync.config import load
from ksync.demo.editing import edited
from ksync.demo.samples import account, events
from ksync.demo.samples.writing import Maker
from ksync.demo.server import USERNAME, DemoServer
from ksync.paths import Paths, write_private
from ksync.service import Service
from ksync.service.accounts import NewAccount

NAME = "infomaniak"
_SEED = 7
_DAYS = 29


class Stage:
    """The server, the profile, and what can be done on both sides."""

    def __init__(self, paths: Paths, server: DemoServer) -> None:
        self.paths = paths
        self.server = server

    @property
    def service(self) -> Service:
        """The application layer as the settings are now."""
        return Service(Parts(self.paths, load(self.paths.config_file).config))

    def sync(self) -> None:
        """One sync of everything."""
        self.service.sync.run()

    def folder(self, slug: str) -> Path:
        """The local folder of a collection."""
        path = self.service.collections.show(f"{NAME}/{slug}").path
        assert path is not None
        return Path(path)

    def edit_here(self, path: str, component: str = "VEVENT", **values: tuple[str, str]) -> None:
        """Change a file."""
        slug, _, name = path.partition("/")
        file = self.folder(slug) / name
        file.write_bytes(edited(file.read_bytes(), component, **values).text)

    def edit_there(self, path: str, component: str = "VEVENT", **values: tuple[str, str]) -> None:
        """Change a resource on the server."""
        reply = self.server.get(path)
        self.server.put(path, edited(reply.body, component, **values).text, reply.etag)


@contextmanager
def stage(paths: Paths) -> Iterator[Stage]:
    """An account that was just added and synced once."""
    with DemoServer(paths.cache / "server") as server:
        now = datetime.now(UTC).astimezone()
        for collection in account(now.date(), now):
            server.fill(collection)
        secret = paths.cache / "password"
        write_private(secret, server.password.encode())
        made = Stage(paths, server)
        made.service.accounts.add(
            NewAccount(
                NAME, USERNAME, "generic", server.url,
                password_command=f"cat {shlex.quote(str(secret))}",
            )
        )  # fmt: skip
        made.sync()
        yield made


def live(made: Stage) -> None:
    """A month goes by, and some of it is not over yet."""
    _a_month(made)
    _backdate(made)
    _conflicts(made)
    _picnic(made)


def _a_month(made: Stage) -> None:
    """Small edits on both sides, a sync after each few."""
    dice = random.Random(_SEED)  # noqa: S311  no secret, only variety
    names = ("haircut", "run", "concert", "car-service", "dentist")
    titles = {"haircut": "Haircut", "run": "Run along the lake", "concert": "Concert: Tonhalle",
              "car-service": "Car to the garage", "dentist": "Dentist"}  # fmt: skip
    for number in range(_DAYS):
        for name in dice.sample(names, dice.choice((0, 1, 1, 2, 3))):
            before, after = titles[name], f"{titles[name].split(' (')[0]} ({number})"
            if dice.random() < 0.6:
                made.edit_there(f"personal/{name}.ics", SUMMARY=(before, after))
                made.sync()
            else:
                made.edit_here(f"personal/{name}.ics", SUMMARY=(before, after))
                made.sync()
            titles[name] = after
    for name, title in titles.items():
        plain = title.split(" (")[0]
        if plain != title:
            made.edit_there(f"personal/{name}.ics", SUMMARY=(title, plain))
    made.sync()


def _backdate(made: Stage) -> None:
    """Spread the runs over the days before today, the newest an hour ago."""
    (state,) = made.paths.state.glob("accounts/*/state.sqlite3")
    with sqlite3.connect(state) as database:
        runs = [row[0] for row in database.execute("SELECT id FROM run ORDER BY id")]
        newest = time.time() - 3600
        span = timedelta(days=_DAYS).total_seconds()
        for number, run in enumerate(runs):
            at = newest - span * (1 - (number + 1) / len(runs))
            database.execute(
                "UPDATE run SET ended_at = ? + ended_at - started_at, started_at = ? WHERE id = ?",
                (at, at, run),
            )
            database.execute("UPDATE run_item SET at = ? WHERE run = ?", (at, run))
    database.close()


def _conflicts(made: Stage) -> None:
    """Two edits of the same property, on both sides, where kSync is to ask."""
    for slug in ("work", "contacts"):
        made.service.collections.set(f"{NAME}/{slug}", {"conflict": "ask"})
    made.edit_here("work/release.ics", SUMMARY=("Release 4.2", "Release 4.2 with the new search"),
                   DTSTART=("T110000", "T140000"), DTEND=("T120000", "T150000"))  # fmt: skip
    made.edit_there("work/release.ics", SUMMARY=("Release 4.2", "Release 4.2\\\\, postponed"),
                    DTSTART=("T110000", "T160000"), DTEND=("T120000", "T170000"))  # fmt: skip
    made.edit_here("work/interview.ics", SUMMARY=("designer", "designer (Paolo)"))
    made.edit_there("work/interview.ics", SUMMARY=("designer", "designer (second round)"))
    made.edit_here(
        "contacts/sofia-almeida.vcf", "VCARD", TEL=("+351 21 555 0110", "+351 21 555 0199")
    )
    made.edit_there(
        "contacts/sofia-almeida.vcf", "VCARD", TEL=("+351 21 555 0110", "+351 21 555 0140")
    )
    for name in ("yoga", "ticino", "concert", "dentist", "haircut"):
        (made.folder("personal") / f"{name}.ics").unlink()
    (made.folder("family") / "notes.ics").write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    made.sync()


def _picnic(made: Stage) -> None:
    """The newest run brings something as well."""
    now = datetime.now(UTC).astimezone()
    text = events.picnic(Maker(now.date(), now))
    (made.folder("family") / "picnic.ics").write_bytes(text)
    made.sync()
