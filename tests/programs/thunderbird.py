"""Debian's Thunderbird, without a screen, in a home of its own.

One runs at a time. Its preferences are what a person's would be, but for those that keep it
from asking the internet for updates and from looking for the servers only after a while.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.programs.marionette import Marionette

PROGRAM = "/usr/lib/thunderbird/thunderbird"
_PATIENCE = 60.0
_FIRST = """\
// A person's own
user_pref("mail.spam.version", 1);
user_pref("calendar.timezone.local", "Europe/Zürich \\"x\\" \\\\");
user_pref("mailnews.start_page.enabled", false);
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""

# What the scripts below have at hand.
_HELPERS = """
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { VCardUtils } = ChromeUtils.importESModule("resource:///modules/VCardUtils.sys.mjs");
const { CalEvent } = ChromeUtils.importESModule("resource:///modules/CalEvent.sys.mjs");
const pause = ms => new Promise(resolve => {
  const timer = Cc["@mozilla.org/timer;1"].createInstance(Ci.nsITimer);
  timer.initWithCallback(resolve, ms, Ci.nsITimer.TYPE_ONE_SHOT);
  globalThis.kept = timer;
});
const until = async (what, test) => {
  for (let n = 0; n < 300; n++) {
    if (await test()) { return; }
    await pause(100);
  }
  throw new Error("never: " + what);
};
const calendar = name => cal.manager.getCalendars().find(one => one.name == name);
const items = async one => {
  const found = [];
  const all = Ci.calICalendar.ITEM_FILTER_ALL_ITEMS;
  for await (const some of cal.iterate.streamValues(one.getItems(all, 0, null, null))) {
    found.push(...some);
  }
  return found;
};
const synced = async one => {
  await one.wrappedJSObject.refresh();
  await one.wrappedJSObject.synchronize();
};
const book = name => MailServices.ab.directories.find(one => one.dirName == name);
const card = (name, uid) => book(name).childCards.find(one => one.UID == uid);
"""


class Thunderbird:
    """A profile, and the program that uses it.

    :param home: the folder that is HOME; the profile is below it.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.profile = home / ".thunderbird" / "abc.default-release"
        self.profile.mkdir(parents=True)
        with socket.create_server(("127.0.0.1", 0)) as found:
            self._port = found.getsockname()[1]
        (home / ".thunderbird" / "profiles.ini").write_text(
            "[Install0123456789ABCDEF]\nDefault=abc.default-release\nLocked=1\n\n"
            "[Profile0]\nName=default-release\nIsRelative=1\nPath=abc.default-release\n\n"
            "[General]\nStartWithLastProfile=1\nVersion=2\n"
        )
        first = _FIRST + f'user_pref("marionette.port", {self._port});\n'
        (self.profile / "prefs.js").write_text(first, encoding="utf-8")
        self._process: subprocess.Popen[bytes] | None = None
        self._session: Marionette | None = None

    def start(self) -> None:
        """Start it; returns when it can be asked."""
        environment = {key: os.environ[key] for key in ("PATH",)}
        environment |= {"HOME": str(self.home), "LANG": "C.UTF-8", "GSETTINGS_BACKEND": "memory"}
        with (self.home / "thunderbird.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(PROGRAM, "--headless", "--no-remote", "--profile", str(self.profile)),
                    *("--marionette", "--remote-allow-system-access"),
                ],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + _PATIENCE
        while self._session is None:
            try:
                self._session = Marionette(self._port)
            except OSError:
                assert self._process.poll() is None, "it ended"
                assert time.monotonic() < deadline, "it does not answer"
                time.sleep(0.1)

    def run(self, script: str, *arguments: object) -> Any:
        """What an asynchronous function with this body resolves to, in the program."""
        assert self._session is not None
        return self._session.run(_HELPERS + script, *arguments)

    def stop(self) -> None:
        """Have it end as if a person had closed it; wait until it has."""
        if self._session is not None:
            self._session.quit()
            self._session = None
        self._end(_PATIENCE)

    def kill(self) -> None:
        """End it, whatever it does."""
        if self._session is not None:
            self._session.close()
            self._session = None
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._end(_PATIENCE)

    def _end(self, seconds: float) -> None:
        if self._process is not None:
            self._process.wait(seconds)
            self._process = None

    @property
    def prefs(self) -> list[str]:
        """The lines of its preferences."""
        return (self.profile / "prefs.js").read_text(encoding="utf-8").splitlines()

    # -- calendars ---------------------------------------------------------------------

    def calendars(self) -> list[dict[str, Any]]:
        """Its calendars that have an address on a server."""
        return self.run("""
            return cal.manager.getCalendars().filter(one => one.type == "caldav").map(one => ({
              name: one.name, color: one.getProperty("color"), readOnly: one.readOnly,
              disabled: !!one.getProperty("disabled"), uri: one.uri.spec,
            }));
        """)

    def events(self, name: str) -> dict[str, str]:
        """Look at the server; UID -> title of a calendar's events."""
        return self.run(
            """
            const one = calendar(arguments[0]);
            await synced(one);
            return Object.fromEntries((await items(one)).map(item => [item.id, item.title]));
            """,
            name,
        )

    def add_event(self, name: str, text: str) -> None:
        """Make an event of an iCalendar text."""
        self.run("await calendar(arguments[0]).addItem(new CalEvent(arguments[1]));", name, text)

    def retitle(self, name: str, uid: str, title: str) -> None:
        """Give an event another title."""
        self.run(
            """
            const one = calendar(arguments[0]);
            const before = (await items(one)).find(item => item.id == arguments[1]);
            const after = before.clone();
            after.title = arguments[2];
            await one.modifyItem(after, before);
            """,
            *(name, uid, title),
        )

    def delete_event(self, name: str, uid: str) -> None:
        """Delete an event."""
        self.run(
            """
            const one = calendar(arguments[0]);
            await one.deleteItem((await items(one)).find(item => item.id == arguments[1]));
            """,
            *(name, uid),
        )

    # -- address books -----------------------------------------------------------------

    def books(self) -> list[dict[str, Any]]:
        """Its address books that have an address on a server."""
        return self.run("""
            return MailServices.ab.directories.filter(one => one.dirType == 102).map(one => ({
              name: one.dirName, readOnly: one.readOnly,
              uri: one.getStringValue("carddav.url", ""),
            }));
        """)

    def cards(self, name: str) -> dict[str, str]:
        """Look at the server; UID -> displayed name of an address book's contacts."""
        return self.run(
            """
            const one = book(arguments[0]);
            const inner = one.wrappedJSObject || one;
            await (inner._syncToken || inner.childCardCount ? inner.syncWithServer()
              : inner.fetchAllFromServer());
            return Object.fromEntries(one.childCards.map(card => [card.UID, card.displayName]));
            """,
            name,
        )

    def add_card_unsent(self, name: str, text: str) -> None:
        """Make a contact of a vCard while nobody answers."""
        self.run(
            """
            const one = book(arguments[0]);
            one.addCard(VCardUtils.vCardToAbCard(arguments[1]), false);
            const inner = one.wrappedJSObject || one;
            await until("it waits", () => inner._uidsToSync.size);
            """,
            *(name, text),
        )

    def add_card(self, name: str, text: str) -> None:
        """Make a contact of a vCard, and wait until the server has it."""
        self.run(
            """
            const added = book(arguments[0]).addCard(VCardUtils.vCardToAbCard(arguments[1]), false);
            await until("sent", () => card(arguments[0], added.UID).getProperty("_href", ""));
            """,
            *(name, text),
        )

    def rename_card(self, name: str, uid: str, shown: str) -> None:
        """Give a contact another name."""
        self.run(
            """
            const found = card(arguments[0], arguments[1]);
            const etag = found.getProperty("_etag", "");
            found.vCardProperties.getFirstEntry("fn").value = arguments[2];
            book(arguments[0]).modifyCard(found);
            await until("sent", () =>
              card(arguments[0], arguments[1]).getProperty("_etag", "") != etag);
            """,
            *(name, uid, shown),
        )

    def strip_card(self, name: str, uid: str, *properties: str) -> None:
        """Take properties out of a contact."""
        self.run(
            """
            const found = card(arguments[0], arguments[1]);
            const etag = found.getProperty("_etag", "");
            for (const name of arguments[2]) {
              found.vCardProperties.removeEntry(found.vCardProperties.getFirstEntry(name));
            }
            book(arguments[0]).modifyCard(found);
            await until("sent", () =>
              card(arguments[0], arguments[1]).getProperty("_etag", "") != etag);
            """,
            *(name, uid, properties),
        )

    def delete_card(self, name: str, uid: str) -> None:
        """Delete a contact."""
        self.run(
            "book(arguments[0]).deleteCards([card(arguments[0], arguments[1])]);",
            *(name, uid),
        )
