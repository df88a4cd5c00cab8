"""SabreDAV 1.8 (Debian's) under PHP's own web server, with Digest and without sync-collection.

It covers what the family does that the others do not: the way by ctag and
ETags, the Digest login, one connection for each request.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.servers.base import TestServer, Traits
from tests.servers.process import Daemon, fresh_folder

_ROUTER = Path(__file__).with_name("sabre_server.php")
_REALM = "SabreDAV"

# The tables and columns are those that the PDO backends of SabreDAV 1.8 query.
_TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT UNIQUE, digesta1 TEXT);
CREATE TABLE principals (id INTEGER PRIMARY KEY, uri TEXT UNIQUE, email TEXT,
    displayname TEXT, vcardurl TEXT);
CREATE TABLE groupmembers (id INTEGER PRIMARY KEY, principal_id INTEGER, member_id INTEGER,
    UNIQUE (principal_id, member_id));
CREATE TABLE calendars (id INTEGER PRIMARY KEY, principaluri TEXT, displayname TEXT, uri TEXT,
    ctag INTEGER, description TEXT, calendarorder INTEGER, calendarcolor TEXT, timezone TEXT,
    components TEXT, transparent INTEGER, UNIQUE (principaluri, uri));
CREATE TABLE calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, uri TEXT,
    calendarid INTEGER, lastmodified INTEGER, etag TEXT, size INTEGER, componenttype TEXT,
    firstoccurence INTEGER, lastoccurence INTEGER, UNIQUE (calendarid, uri));
CREATE TABLE addressbooks (id INTEGER PRIMARY KEY, principaluri TEXT, displayname TEXT, uri TEXT,
    description TEXT, ctag INTEGER, UNIQUE (principaluri, uri));
CREATE TABLE cards (id INTEGER PRIMARY KEY, addressbookid INTEGER, carddata BLOB, uri TEXT,
    lastmodified INTEGER, UNIQUE (addressbookid, uri));
"""


class SabreServer(TestServer):
    """``php -S`` with four workers; users are rows of its database."""

    kind = "sabre"
    traits = Traits(
        digest=True,
        sync_report=False,
        data_in_sync=False,
        keep_alive=False,
        unique_uid=False,
    )

    def _make_folder(self) -> Path:
        folder = fresh_folder(self.kind)
        with closing(sqlite3.connect(folder / "dav.sqlite")) as database:
            database.executescript(_TABLES)
        (folder / "www").mkdir()
        return folder

    def _prepare(self, folder: Path) -> Daemon:
        for username, password in self._passwords.items():
            self._add_user(username, password)
        settings = {
            "display_errors": "0",
            "log_errors": "1",
            "error_log": str(folder / "php.log"),
            "html_errors": "0",
            "opcache.enable_cli": "1",
        }
        flags = [flag for name, value in settings.items() for flag in ("-d", f"{name}={value}")]
        return Daemon(
            [
                "php",
                *flags,
                "-S",
                f"127.0.0.1:{self.port}",
                "-t",
                str(folder / "www"),
                str(_ROUTER),
            ],
            folder,
            {"PHP_CLI_SERVER_WORKERS": "4", "KSYNC_SABRE_DB": str(folder / "dav.sqlite")},
        )

    def _add_user(self, username: str, password: str) -> None:
        a1 = hashlib.md5(f"{username}:{_REALM}:{password}".encode()).hexdigest()
        database = sqlite3.connect(self._folder / "dav.sqlite", timeout=20)
        with closing(database), database:
            database.execute("INSERT INTO users (username, digesta1) VALUES (?, ?)", (username, a1))
            database.execute(
                "INSERT INTO principals (uri, email, displayname) VALUES (?, ?, ?)",
                (f"principals/{username}", f"{username}@example.test", username),
            )

    def _home_sets(self, username: str) -> tuple[str, str, str]:
        return f"/principals/{username}/", f"/calendars/{username}/", f"/addressbooks/{username}/"
