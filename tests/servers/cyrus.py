"""Cyrus IMAP 3.6 with CalDAV and CardDAV: the fast one, with paging and scheduling.

Its master gives root up for the user ``cyrus`` before it does anything; run by
another user it stays that user (``cyrus_user``). So everything in the folder
belongs to whom it will run as.
"""

from __future__ import annotations

import imaplib
import os
import pwd
import secrets
from pathlib import Path

from tests.servers.base import TestServer, Traits
from tests.servers.process import Daemon, ServerFailed, free_port, fresh_folder, run_tool

_MASTER = "/usr/sbin/cyrmaster"
_REALM = "localhost"
_FOLDERS = (
    "conf/db",
    "conf/log",
    "conf/msg",
    "conf/user",
    "conf/quota",
    "conf/backup",
    "conf/socket",
)
_MORE_FOLDERS = ("spool", "sieve", "socket", "proc", "lock")

_IMAPD_CONF = """\
configdirectory: {folder}/conf
defaultpartition: default
partition-default: {folder}/spool
sievedir: {folder}/sieve
proc_path: {folder}/proc
mboxname_lockpath: {folder}/lock
lmtpsocket: {folder}/socket/lmtp
idlesocket: {folder}/socket/idle
notifysocket: {folder}/socket/notify
cyrus_user: {user}
admins: admin
servername: {realm}
virtdomains: off
unixhierarchysep: yes
altnamespace: no
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {folder}/sasldb2
sasl_mech_list: PLAIN LOGIN
httpmodules: caldav carddav
httpkeepalive: 60
caldav_create_default: no
caldav_create_attach: no
caldav_historical_age: -1
calendar_user_address_set: example.test
imipnotifier: imip
"""

_CYRUS_CONF = """\
START {{
  recover cmd="ctl_cyrusdb -r -C {folder}/imapd.conf"
}}
SERVICES {{
  imap cmd="imapd -C {folder}/imapd.conf" listen="127.0.0.1:{imap}" prefork=0 maxchild=10
  http cmd="httpd -C {folder}/imapd.conf" listen="127.0.0.1:{http}" prefork=2 maxchild=40
}}
"""


class CyrusServer(TestServer):
    """``cyrmaster`` with an http service, and an imap service to make mailboxes.

    A user's calendar address is ``mailto:USER@example.test``. An invitation goes to the
    user's Inbox and to a calendar named Default, if the user has made one; for any other
    address Cyrus hands a mail to ``notify_socket``, where a test may listen (``post``).
    """

    kind = "cyrus"
    traits = Traits(
        rewrites=True,
        vcard4=False,
        schedule_tag=True,
        permanent=("/dav/addressbooks/user/{username}/Default/",),
    )

    def __init__(self) -> None:
        super().__init__()
        self._owner = _run_as()
        self._imap_port = 0
        self._admin_password = ""

    @property
    def notify_socket(self) -> Path:
        """Where Cyrus sends a datagram for each mail that is to leave (RFC 6047)."""
        return self._folder / "socket" / "notify"

    def _make_folder(self) -> Path:
        folder = fresh_folder(self.kind)
        for name in (*_FOLDERS, *_MORE_FOLDERS):
            (folder / name).mkdir(parents=True)
        return folder

    def _prepare(self, folder: Path) -> Daemon:
        self._imap_port = free_port()
        self._admin_password = secrets.token_urlsafe(12)
        values = {
            "folder": folder,
            "user": self._owner.pw_name,
            "realm": _REALM,
            "imap": self._imap_port,
            "http": self.port,
        }
        (folder / "imapd.conf").write_text(_IMAPD_CONF.format(**values), encoding="utf-8")
        (folder / "cyrus.conf").write_text(_CYRUS_CONF.format(**values), encoding="utf-8")
        self._set_password("admin", self._admin_password)
        for username, password in self._passwords.items():
            self._set_password(username, password)
        _give(folder, self._owner)
        return Daemon(
            [
                *(_MASTER, "-D", "-C", str(folder / "imapd.conf")),
                *("-M", str(folder / "cyrus.conf"), "-p", str(folder / "master.pid")),
            ],
            folder,
        )

    def _ready(self) -> bool:
        # Nobody has a mailbox yet at the first start, so nobody has a principal.
        if not (self._folder / "conf" / "ready").exists():
            for username in self._passwords:
                self._make_mailbox(username)
            (self._folder / "conf" / "ready").touch()
        return super()._ready()

    def _add_user(self, username: str, password: str) -> None:
        self._set_password(username, password)
        self._make_mailbox(username)

    def _set_password(self, username: str, password: str) -> None:
        database = str(self._folder / "sasldb2")
        run_tool(
            ["saslpasswd2", "-f", database, "-u", _REALM, "-c", "-p", username],
            stdin=password.encode(),
            folder=self._folder,
        )

    def _make_mailbox(self, username: str) -> None:
        imap = imaplib.IMAP4("127.0.0.1", self._imap_port, timeout=20)
        try:
            imap.login("admin", self._admin_password)
            status, said = imap.create(f"user/{username}")
            if status != "OK" and b"exists" not in (said[0] or b""):
                raise ServerFailed(f"mailbox of {username}: {said!r}")
        finally:
            imap.shutdown()

    def _home_sets(self, username: str) -> tuple[str, str, str]:
        return (
            f"/dav/principals/user/{username}/",
            f"/dav/calendars/user/{username}/",
            f"/dav/addressbooks/user/{username}/",
        )


def _run_as() -> pwd.struct_passwd:
    """Whom the master will run as: itself for a user, ``cyrus`` for root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    try:
        return pwd.getpwnam("cyrus")
    except KeyError:
        raise ServerFailed("no user cyrus: is the package cyrus-common installed?") from None


def _give(folder: Path, owner: pwd.struct_passwd) -> None:
    """Let everything in the folder belong to the user that the server runs as."""
    if os.geteuid() != 0:
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid)
