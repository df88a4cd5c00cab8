"""Conflicts and undo as a person meets them, against a real server."""

from __future__ import annotations

import pytest

TITLE = b"SUMMARY:Dentist"


def event(*extra: str, title: str = "Dentist", uid: str = "u1") -> bytes:
    return "".join(
        f"{line}\r\n"
        for line in (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20260101T000000Z",
            "DTSTART:20260301T100000Z",
            "DTEND:20260301T110000Z",
            f"SUMMARY:{title}",
            *extra,
            "END:VEVENT",
            "END:VCALENDAR",
        )
    ).encode()


@pytest.fixture
def work(cli, radicale, login, paths):
    """A synced calendar with one event: server, its path, the folder."""
    path = radicale.make_calendar("cal", title="Work")
    radicale.put(f"{path}u1.ics", event())
    cli("account", "add", "home", *login)
    cli.sync()
    return radicale, path, paths.data / "home" / "calendars" / "work"


def clash(cli, work, policy, local=None, remote=None):
    server, path, folder = work
    cli("collection", "set", "home/work", f"conflict={policy}")
    (folder / "u1.ics").write_bytes(local or event("LOCATION:Here", title="Mine"))
    server.put(f"{path}u1.ics", remote or event(title="Theirs"))
    return folder / "u1.ics"


def test_edits_of_two_properties_are_merged(cli, work):
    file = clash(cli, work, "merge", event(title="Mine"), event("LOCATION:There"))
    done = cli.sync()
    assert done.collections["home/work"]["merged"] == 1
    assert done.collections["home/work"]["conflicts"] == 0
    text = file.read_bytes()
    assert b"SUMMARY:Mine" in text
    assert b"LOCATION:There" in text
    assert "No conflict waits." in cli("conflict", "list", "--all").err
    assert cli.sync().collections["home/work"]["outcome"] == "unchanged"


def test_what_the_policy_decided_is_listed(cli, work):
    file = clash(cli, work, "server")
    assert cli.sync().collections["home/work"]["conflicts"] == 1
    text = file.read_bytes()
    assert b"SUMMARY:Theirs" in text
    assert b"LOCATION:Here" in text
    assert "No conflict waits." in cli("conflict", "list").err
    (view,) = cli.json("conflict", "list", "--all").data["conflicts"]
    assert (view["state"], view["keep"], view["properties"]) == ("settled", "merged", ["SUMMARY"])
    versions = cli.json("history", "list").data["versions"]
    assert "Mine" in [version["title"] for version in versions]


def test_what_is_asked_waits_and_is_shown_and_decided(cli, work):
    file = clash(cli, work, "ask")
    done = cli.sync(code=5)
    assert done.collections["home/work"]["outcome"] == "held"
    (number,) = done.collections["home/work"]["waiting_conflicts"]
    status = cli("status", code=5)
    assert f"ksync conflict show {number}" in status.out
    assert "ksync conflict list" in status.err
    assert "changed here and on the server (SUMMARY)" in cli("conflict", "list").out
    shown = cli("conflict", "show", number).out
    for word in ("SUMMARY:Dentist", "SUMMARY:Mine", "SUMMARY:Theirs", "--keep merged"):
        assert word in shown
    (each,) = cli.json("conflict", "show", number).data["properties"]
    assert (each["name"], each["component"]) == ("SUMMARY", "VEVENT")
    assert "conflict.unknown" in cli("conflict", "resolve", "home:99", "--keep", "both", code=2).err
    cli("conflict", "resolve", number, "--keep", "merged")
    assert "conflict.decided" in cli("conflict", "resolve", number, "--keep", "both", code=2).err
    assert cli.sync().collections["home/work"]["outcome"] == "synced"
    assert b"SUMMARY:Theirs" in file.read_bytes()
    assert b"LOCATION:Here" in file.read_bytes()
    assert cli.json("status").data["conflicts"] == []


def test_edit_against_delete_waits_with_the_texts(cli, work):
    file = clash(cli, work, "ask")
    cli.sync(code=5)
    cli("conflict", "resolve", "1", "--keep", "local")
    cli.sync()
    file.unlink()
    server, path, _ = work
    server.put(f"{path}u1.ics", event(title="Again"))
    cli.sync(code=5)
    (view,) = cli.json("conflict", "list").data["conflicts"]
    assert view["kind"] == "delete/edit"
    shown = cli("conflict", "show", view["id"]).out
    assert "(not there)" in shown
    assert "SUMMARY:Again" in shown


def runs(cli):
    return [run["id"] for run in cli.json("report", "list").data["runs"]]


def test_a_run_is_undone(cli, work):
    server, path, folder = work
    server.put(f"{path}u1.ics", event(title="Changed"))
    server.put(f"{path}u2.ics", event(uid="u2", title="New"))
    cli.sync()
    assert len(list(folder.glob("*.ics"))) == 2
    (run, *_) = runs(cli)
    would = cli.json("undo", run, "--dry-run").data
    assert sorted(item["outcome"] for item in would["items"]) == ["removed", "restored"]
    assert len(list(folder.glob("*.ics"))) == 2
    assert "2 items went back" in cli("undo", run).err
    (file,) = folder.glob("*.ics")
    assert TITLE in file.read_bytes()
    cli.sync()
    assert [TITLE in body for body in server.listing(path).values()] == [True]
    titles = {version["title"] for version in cli.json("history", "list").data["versions"]}
    assert {"Changed", "New"} <= titles
    assert "There is nothing to undo." in cli("undo", run).err


def test_an_undo_keeps_what_was_edited_since(cli, work):
    server, path, folder = work
    server.put(f"{path}u1.ics", event(title="Changed"))
    cli.sync()
    (run, *_) = runs(cli)
    file = folder / "u1.ics"
    file.write_bytes(file.read_bytes().replace(b"END:VEVENT", b"LOCATION:Later\r\nEND:VEVENT"))
    cli("undo", run)
    assert TITLE in file.read_bytes()
    assert b"LOCATION:Later" in file.read_bytes()


def test_an_undo_leaves_what_was_changed_since_in_the_same_place(cli, work):
    server, path, folder = work
    server.put(f"{path}u1.ics", event(title="Changed"))
    cli.sync()
    (run, *_) = runs(cli)
    file = folder / "u1.ics"
    file.write_bytes(event(title="Mine"))
    done = cli("undo", run, code=4)
    assert "changed since in the same place" in done.out
    assert "undo.partial" in cli.json("undo", run, code=4).out
    assert b"SUMMARY:Mine" in file.read_bytes()


def test_what_a_run_deleted_comes_back_under_its_name(cli, work):
    server, path, folder = work
    server.delete(f"{path}u1.ics")
    cli.sync()
    assert list(folder.glob("*.ics")) == []
    (run, *_) = runs(cli)
    cli("undo", run)
    assert TITLE in (folder / "u1.ics").read_bytes()
    cli.sync()
    assert len(server.listing(path)) == 1


def test_a_run_that_is_not_there(cli, work):
    assert "report.unknown" in cli("undo", "home:99", code=2).err


def test_a_merge_takes_what_was_picked(cli, work):
    server, path, _ = work
    file = clash(
        cli,
        work,
        "ask",
        event("LOCATION:Here", "PRIORITY:1", title="Mine"),
        event("LOCATION:There", title="Theirs"),
    )
    cli.sync(code=5)
    ask = ("conflict", "resolve", "home:1", "--keep")
    cli(*ask, "merged", "--pick", "DESCRIPTION=local", code=2)
    cli(*ask, "merged", "--pick", "SUMMARY=nobody", code=2)
    cli(*ask, "local", "--pick", "SUMMARY=local", code=2)
    cli(*ask, "merged", "--pick", "SUMMARY=local", "--pick", "VEVENT/LOCATION=server")
    cli.sync()
    for text in (file.read_bytes(), server.get(f"{path}u1.ics").body):
        assert b"SUMMARY:Mine" in text
        assert b"LOCATION:There" in text
        assert b"PRIORITY:1" in text
