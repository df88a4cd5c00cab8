"""The steps of the demo, in their order; each checks that it did what it says.

"Here" are the files. "The phone" is a plain HTTP client that reads a resource and
puts it back changed, with If-Match.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable

from ksync.demo.editing import line_of
from ksync.demo.samples import events
from ksync.demo.samples.writing import Maker
from ksync.demo.scene import ACCOUNT, Scene, lines, same_everywhere
from ksync.demo.server import USERNAME
from ksync.demo.stage import Style
from ksync.reporting.errors import ExitCode
from sync_engine.core.content.titles import summary

_NOUNS = {"VEVENT": "events", "VTODO": "tasks", "": "contacts with photos"}
_SHOWN_FILES = 2


def an_account(scene: Scene) -> None:
    """The server gets its data."""
    stage = scene.stage
    stage.step("An account on a server")
    stage.say(
        "Anna has three calendars, a task list and an address book at her provider: a "
        f"CalDAV/CardDAV server, {scene.server.url}."
    )
    stage.line("")
    for collection in scene.samples:
        scene.server.fill(collection)
    stage.rows(
        (collection.name, f"{len(collection.resources)} {_NOUNS[collection.component]}")
        for collection in scene.samples
    )
    stage.check(
        all(
            scene.server.names(collection.slug) == sorted(collection.resources)
            for collection in scene.samples
        ),
        "The server has them: recurring, all-day, in two time zones, with reminders.",
    )


def add(scene: Scene) -> None:
    """The account is made known to kSync."""
    stage = scene.stage
    stage.step("kSync gets to know the account")
    stage.say(
        "It logs in and finds the collections by itself. (The demo's password comes from a "
        "command; yours goes to the keyring of your system.)"
    )
    scene.script.run(
        "account", "add", ACCOUNT, "--url", scene.server.url, "--username", USERNAME,
        "--password-command", f"cat {shlex.quote(str(scene.password_file))}",
    )  # fmt: skip
    listed = scene.script.ask("collection", "list", ACCOUNT)["collections"]
    names = {view["display_name"] for view in listed}
    stage.check(
        names == {collection.name for collection in scene.samples},
        f"All {len(listed)} collections were found.",
    )


def first_sync(scene: Scene) -> None:
    """Everything comes down."""
    stage = scene.stage
    stage.step("The first sync")
    scene.script.run("sync")
    total = sum(len(collection.resources) for collection in scene.samples)
    stage.check(
        same_everywhere(scene, *scene.folders, seen_as=lines) and scene.counted(downloaded=total),
        f"{total} files, and each has exactly what the server has.",
    )
    stage.say("What lies on the disk: a folder for each collection, a file for each item.")
    stage.line("")
    _show_tree(scene)
    path = "personal/dentist.ics"
    text = scene.file(path).read_bytes()
    stage.say(f"One of them, {scene.shown_path(path)} (some of its lines):")
    stage.line("")
    for name in ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "TRIGGER"):
        stage.line(f"    {line_of(text, name)}")
    stage.say("Any program that reads such files works on them: khal, todoman, khard, an editor.")


def edits(scene: Scene) -> None:
    """Changes on both sides meet."""
    stage = scene.stage
    stage.step("Edits on both sides")
    stage.say("Two things change here, two on Anna's phone:")
    dentist = scene.edit_here(
        "personal/dentist.ics",
        SUMMARY=("Dentist", "Dentist (bring the X-rays)"),
        DTSTART=("T140000", "T153000"),
        DTEND=("T144500", "T161500"),
    )
    picnic = scene.file("family/picnic.ics")
    picnic.write_bytes(events.picnic(Maker(scene.now.date(), scene.now)))
    stage.line(f"\n  here: {scene.shown_path('family/picnic.ics')}")
    stage.line(f"    + a new file: {summary(picnic.read_bytes())}", Style.NEW)
    meeting = scene.edit_on_phone("work/team-meeting.ics", LOCATION=("Room Säntis", "Room Rigi"))
    passport = scene.edit_on_phone(
        "tasks/passport.ics", "VTODO", STATUS=("NEEDS-ACTION", "COMPLETED")
    )
    scene.script.run("sync")
    stage.check(scene.counted(uploaded=2, downloaded=2), "Two went up, two came down.")
    pairs = [
        ("server", "personal/dentist.ics", "VEVENT", "DTSTART", dentist),
        ("here", "work/team-meeting.ics", "VEVENT", "LOCATION", meeting),
        ("here", "tasks/passport.ics", "VTODO", "STATUS", passport),
    ]
    for side, path, component, name, edit in pairs:
        there = scene.server.get(path).body if side == "server" else scene.file(path).read_bytes()
        found = line_of(there, name, component)
        where = "The server" if side == "server" else scene.shown_path(path)
        stage.check(found == line_of(edit.text, name, component), f"{where} has {found}")
    stage.check(
        summary(picnic.read_bytes()) in map(summary, scene.on_server("family").values())
        and same_everywhere(scene, "family", "personal", "tasks", "work"),
        "The server has the picnic, and both sides are the same again.",
    )


def nothing_new(scene: Scene) -> None:
    """A sync without changes costs one request."""
    stage = scene.stage
    stage.step("When nothing changed")
    stage.say("After a change the next sync looks once more at what has just changed:")
    scene.script.run("sync")
    stage.check(scene.counted(), "Nothing was left to do.")
    stage.say("From then on:")
    scene.script.run("sync")
    stage.check(
        scene.last_run().requests == 1 and scene.counted(),
        "One request for all five collections, and a look at the times of the files.",
    )


def merge(scene: Scene) -> None:
    """Both sides change the same event, each in another place."""
    stage = scene.stage
    stage.step("A merge")
    stage.say("Now the same event is changed on both sides before a sync:")
    path = "personal/dinner-with-chiara.ics"
    mine = scene.edit_here(path, DTSTART=("T193000", "T201500"))
    theirs = scene.edit_on_phone(
        path, SUMMARY=("Dinner with Chiara", "Dinner with Chiara and Émile")
    )
    scene.script.run("sync")
    text = scene.file(path).read_bytes()
    for shown in ("SUMMARY", "DTSTART"):
        stage.line(f"    {line_of(text, shown)}")
    stage.check(
        line_of(text, "DTSTART") == mine.changes[0][1]
        and line_of(text, "SUMMARY") == theirs.changes[0][1]
        and same_everywhere(scene, "personal"),
        "Both edits are there, on both sides.",
    )


def conflict(scene: Scene) -> None:
    """Both sides change the same property."""
    stage = scene.stage
    stage.step("A conflict")
    stage.say("And now both change the same line of it:")
    path = "personal/dinner-with-chiara.ics"
    title = "Dinner with Chiara and Émile"
    mine = scene.edit_here(path, SUMMARY=(title, "Dinner at home"))
    theirs = scene.edit_on_phone(path, SUMMARY=(title, "Dinner at Chiara's"))
    scene.script.run("sync")
    stage.say("One of them has to win (`conflict` in the settings says which, or asks you):")
    stage.line(f"    {line_of(scene.file(path).read_bytes(), 'SUMMARY')}")
    stage.check(
        line_of(scene.file(path).read_bytes(), "SUMMARY") == theirs.changes[0][1]
        and same_everywhere(scene, "personal"),
        "The server's title is taken, on both sides; and that is told:",
    )
    scene.script.run("conflict", "list", "--all")
    stage.say("What lost is in the history:")
    scene.script.run("history", "list", f"{ACCOUNT}/personal")
    versions = scene.script.ask("history", "list", f"{ACCOUNT}/personal")["versions"]
    lost = [version["id"] for version in versions if version["reason"] == "conflict"]
    kept = scene.script.ask("history", "show", lost[0])["text"] if lost else ""
    stage.check(
        mine.changes[0][1] in kept,
        f"`ksync history restore {lost[0] if lost else ''}` would bring back the text from here.",
    )


def accident(scene: Scene) -> None:
    """A mass deletion waits for a person."""
    stage = scene.stage
    stage.step("An accident")
    stage.say("All contacts are deleted here, by mistake:")
    folder = scene.folders["contacts"]
    before = scene.here("contacts")
    for name in before:
        (folder / name).unlink()
    stage.line("")
    stage.line(f"    - {scene.shown_path('contacts/*.vcf')}: {len(before)} files", Style.OLD)
    scene.script.run("sync", expect=ExitCode.DECISIONS_WAIT)
    stage.check(
        len(scene.server.names("contacts")) == len(before),
        "The server still has all of them; kSync asks first:",
    )
    scene.script.run("hold", "list")
    hold = scene.script.ask("hold", "list")["holds"][0]["id"]
    scene.script.run("hold", "reject", hold)
    scene.script.run("sync")
    stage.check(
        scene.here("contacts") == before and same_everywhere(scene, "contacts"),
        f"All {len(before)} contacts are back, byte for byte.",
    )


STEPS: tuple[Callable[[Scene], None], ...] = (
    an_account,
    add,
    first_sync,
    edits,
    nothing_new,
    merge,
    conflict,
    accident,
)


def play(scene: Scene) -> None:
    """All steps.

    :raises DemoFailed: one did not do what it says.
    """
    for step in STEPS:
        step(scene)


def _show_tree(scene: Scene) -> None:
    """The account's folder, a few files of each collection with their titles."""
    rows: list[tuple[str, ...]] = []
    root = ""
    for collection in scene.samples:
        folder = scene.folders[collection.slug]
        if folder.parent.name != root:
            root = folder.parent.name
            rows.append((f"{root}/", ""))
        texts = scene.here(collection.slug)
        rows.append((f"  {folder.name}/", f"{len(texts)} files"))
        names = sorted(texts)
        rows += [(f"    {name}", summary(texts[name])) for name in names[:_SHOWN_FILES]]
        rows.append((f"    … {len(names) - _SHOWN_FILES} more", ""))
    scene.stage.line(f"  {next(iter(scene.folders.values())).parents[1]}/")
    scene.stage.rows((f"  {first}", second) for first, second in rows)
