"""The bundle: what is in it, and above all what is not."""

from __future__ import annotations

import json
import zipfile

import pytest

from tests.servers import samples


@pytest.fixture
def bundle(synced, remote, folder, paths, tmp_path):
    """Everything private that there is, and the bundle's texts."""
    (folder / "Therapy with Dr Roe.ics").write_text("no calendar at all")
    remote.put(f"{remote.calendar_home}cal/secret-visit.ics", samples.events(1, 4242)[0])
    synced("sync", code=4)
    paths.log.mkdir(parents=True, exist_ok=True)
    (paths.log / "ksync.log").write_text(
        "2026-11-25 03:17:50 INFO [home:1] started\n"
        f"2026-11-25 03:17:50 DEBUG [home:1] home/work: https://{remote.username}@x/secret\n"
    )
    synced("config", "set", "network_guard.mode", "any-wifi")
    out = tmp_path / "out"
    out.mkdir(mode=0o755)
    mode = out.stat().st_mode & 0o777
    target = out / "out.zip"
    done = synced.json("diagnostics", "--output", str(target), "--yes")
    with zipfile.ZipFile(target) as archive:
        files = {name.split("/")[1]: archive.read(name).decode() for name in archive.namelist()}
    assert files == done.data["files"]
    assert target.parent.stat().st_mode & 0o777 == mode, "the folder is the user's"
    assert target.stat().st_mode & 0o777 == 0o600
    return files


def test_nothing_private_is_in_it(bundle, remote, folder, paths, password_file):
    everything = "\n".join(bundle.values())
    titles = [
        line.partition(":")[2]
        for file in folder.glob("*.ics")
        for line in file.read_text().splitlines()
        if line.startswith(("SUMMARY:", "UID:"))
    ]
    assert titles
    private = {
        *titles,
        *(file.name for file in folder.iterdir()),
        *("Therapy", "secret-visit", "127.0.0.1", "home/work", "Work"),
        *(remote.username, remote.password, str(password_file), str(paths.state)),
    }
    assert [word for word in private if word in everything] == []
    # not even the account's name, but for the word itself elsewhere
    assert '"home"' not in everything
    assert "[home:1]" not in everything


def test_what_helps_is_in_it(bundle):
    about = json.loads(bundle["about.json"])
    assert {"ksync", "python", "system", "sqlite"} <= set(about)
    (account,) = json.loads(bundle["accounts.json"])
    assert sorted(one["kind"] for one in account["collections"]) == ["addressbook", "calendar"]
    last = account["runs"][0]
    assert last["outcome"] == "partial"
    assert any(one["errors"] == ["resource.broken"] for one in last["result"]["collections"])
    settings = json.loads(bundle["settings.json"])
    assert settings["network_guard"] == "any-wifi"
    # the same name is the same hash, within the bundle
    assert list(settings["accounts"]) == [account["account"]]
    assert account["account"] in bundle["log.txt"]


def test_it_is_shown_before_it_is_written(synced, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shown = synced("diagnostics", "--show")
    assert "== about.json" in shown.out
    done = synced("diagnostics", "--no-input", code=2)
    assert "== about.json" in done.err
    assert not list(tmp_path.glob("*.zip"))


def test_two_bundles_do_not_compare(synced):
    one, two = (synced.json("diagnostics", "--show").data["files"] for _ in range(2))
    names = [json.loads(files["accounts.json"])[0]["account"] for files in (one, two)]
    assert names[0] != names[1]


def test_a_folder_that_the_user_chose_for_the_files_keeps_its_mode(added, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    added("account", "set", "home", f"path={shared}")
    added.sync()
    assert shared.stat().st_mode & 0o777 == 0o755
    assert (shared / "calendars").stat().st_mode & 0o777 == 0o700
