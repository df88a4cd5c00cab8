"""Collections on the command line."""

import pytest

from tests.servers.process import free_port

KEYS = {
    *("id", "kind", "components", "display_name", "color", "href", "read_only", "enabled"),
    *("path", "items", "direction", "conflict", "listed", "past_days", "out_of_scope", "store"),
}


def test_the_list_has_what_the_contract_says(synced, folder, remote, calendar):
    rows = {row["id"]: row for row in synced.json("collection", "list").data["collections"]}
    assert set(rows) == {"home/people", "home/work"}
    assert set(rows["home/work"]) == KEYS
    work = rows["home/work"]
    assert (work["kind"], work["components"]) == ("calendar", ["VEVENT"])
    assert (work["path"], work["items"]) == (str(folder), 4)
    assert work["href"] == remote.url.rstrip("/") + calendar
    assert (work["direction"], work["conflict"], work["enabled"]) == ("two-way", "merge", True)
    assert rows["home/people"]["kind"] == "addressbook"
    assert synced.json("collection", "list", "home").data["collections"] == list(rows.values())


def test_before_the_first_sync_there_is_no_folder(added):
    for row in added.json("collection", "list").data["collections"]:
        assert (row["path"], row["items"]) == (None, 0)


def test_verbose_shows_the_folders(synced, folder):
    assert str(folder) not in synced("collection", "list").out
    assert str(folder) in synced("collection", "list", "--verbose").out


def test_what_is_off_is_not_synced_and_unites_later(synced, remote, calendar, folder):
    done = synced("collection", "disable", "home/work")
    assert str(folder) in done.err
    assert "off" in synced("collection", "list").out
    (folder / "r-00000.ics").unlink()
    assert set(synced.sync().collections) == {"home/people"}
    assert len(remote.etags(calendar)) == 4
    assert synced.json("collection", "enable", "home/work").data["collection"]["enabled"] is True
    assert synced.sync().collections["home/work"]["downloaded"] == 1
    assert len(remote.etags(calendar)) == 4


def test_set_and_take_out(synced, folder, paths):
    words = ("collection", "set", "home/work")
    view = synced.json(*words, "name=Büro", "color=#1A9fe0", "direction=pull").data["collection"]
    assert (view["display_name"], view["direction"]) == ("Büro", "pull")
    assert (folder / "displayname").read_text().strip() == "Büro"
    assert "from the server" in synced("collection", "list").out
    view = synced.json(*words, "name=", "conflict=server").data["collection"]
    assert (view["display_name"], view["conflict"]) == ("Work", "server")


def test_a_past_limit_is_set_shown_and_taken_out(synced, folder, paths, remote, calendar):
    words = ("collection", "set", "home/work")
    done = synced(*words, "past_days=30")
    assert "ended more than 30 days ago" in done.err
    assert "`ksync sync home/work --dry-run`" in done.err
    assert "both ways, 30 days back" in synced("collection", "list").out
    row = synced.json("collection", "list").data["collections"][1]
    assert (row["past_days"], row["out_of_scope"], row["items"]) == (30, 0, 4)
    assert synced.sync("--dry-run").collections["home/work"]["out_of_scope"] == 4
    assert "take off this computer (past limit): r-00000.ics" in synced("sync", "--dry-run").out
    assert len(list(folder.glob("*.ics"))) == 4
    work = synced.sync().collections["home/work"]
    assert (work["out_of_scope"], work["deleted_local"], work["outcome"]) == (4, 0, "synced")
    assert list(folder.glob("*.ics")) == []
    assert len(remote.etags(calendar)) == 4
    row = synced.json("collection", "list").data["collections"][1]
    assert (row["out_of_scope"], row["items"]) == (4, 0)
    assert synced.json("status").data["accounts"][0]["out_of_scope"] == 4
    assert "4 past the limit" in synced("status").out
    assert "taken off this computer (past limit)" in synced("report", "show", "2").out
    assert "out of scope" in synced("history", "list").out
    for none in ("none", ""):
        done = synced(*words, f"past_days={none}")
        assert "fetches what was left out" in done.err
        assert synced.json("collection", "list").data["collections"][1]["past_days"] is None
    assert "past_days" not in paths.config_file.read_text()
    assert synced.sync().collections["home/work"]["downloaded"] == 4
    assert len(list(folder.glob("*.ics"))) == 4


def test_L7_undo_and_restore_leave_what_is_out_of_scope_whole(synced, folder, remote, calendar):
    path = folder / "r-00000.ics"
    path.write_bytes(path.read_bytes().replace(b"SUMMARY", b"X-EDITED:1\r\nSUMMARY", 1))
    assert synced.sync().collections["home/work"]["uploaded"] == 1
    synced("collection", "set", "home/work", "past_days=30")
    assert synced.sync().collections["home/work"]["out_of_scope"] == 4
    there = remote.etags(calendar)
    # neither the run that let go nor the one before says anything about files that are gone
    assert synced.json("undo", "home:3").data["items"] == []
    (item,) = synced.json("undo", "home:2", code=4).data["items"]
    assert item["outcome"] == "changed since"
    assert list(folder.glob("*.ics")) == []
    # restored, it is the same resource again, and goes as it came
    versions = synced.json("history", "list").data["versions"]
    gone = next(v for v in versions if v["reason"] == "out of scope" and v["file"] == path.name)
    synced("history", "restore", gone["id"])
    assert path.exists()
    for _ in range(2):
        synced.sync()
    assert list(folder.glob("*.ics")) == []
    assert remote.etags(calendar) == there


def test_an_address_book_has_no_past(synced):
    done = synced("collection", "set", "home/people", "past_days=1")
    assert "An address book has no past" in done.err
    assert synced.sync().collections["home/people"]["out_of_scope"] == 0


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("place=here", "has no setting “place”"),
        ("past_days=0", "must be between 1 and 36500"),
        ("past_days=0", "Leave it out to keep everything"),
        ("past_days=long", "must be a whole number"),
        ("direction=up", "must be one of two-way, pull, push"),
        ("conflict=newest", "must be one of merge, server, local, both, ask"),
        ("color=red", "must be a colour"),
        ("name", "is not KEY=VALUE"),
    ],
)
def test_what_set_refuses(added, setting, said):
    assert said in added("collection", "set", "home/work", setting, code=2).err


def test_an_unknown_id_is_answered_with_the_nearest(added):
    assert "Did you mean home/work?" in added("collection", "enable", "home/wrok", code=2).err
    assert "An ID is ACCOUNT/NAME" in added("collection", "enable", "work", code=2).err
    assert "Did you mean home?" in added("collection", "list", "hone", code=2).err


def test_refresh_tells_what_is_new_and_what_went(synced, remote, calendar):
    assert "No new collection." in synced("collection", "refresh").err
    remote.make_calendar("new", ("VTODO",), title="To do \x9b[31m")
    remote.delete(calendar)
    done = synced("collection", "refresh", "home")
    assert "1 new collection." in done.err
    rows = {line.split()[0]: line for line in done.out.splitlines()}
    assert "gone from the server" in rows["home/work"]
    assert "tasks" in rows["home/to-do-31m"]
    assert "To do \\x9b[31m" in rows["home/to-do-31m"]
    assert "\x9b" not in done.out


def test_refresh_goes_on_after_an_account_that_fails(added, login, paths):
    added("account", "add", "other", *login)
    added("account", "set", "home", f"url=http://127.0.0.1:{free_port()}/")
    done = added.json("collection", "refresh", code=11)
    assert done.envelope["code"] == "transport.unreachable"
    (error,) = done.data["errors"]
    assert error["account"] == "home"
    assert any(row["id"] == "other/work" for row in done.data["collections"])
    assert added.json("collection", "refresh", "home", code=11).data["problem"]
