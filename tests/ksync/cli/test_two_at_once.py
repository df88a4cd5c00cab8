"""Two of them at once: what one process may find changed after it waited for another."""

import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from ksync import composition
from ksync.composition import Parts
from ksync.config import load
from ksync.config.edit import edit
from ksync.reporting.errors import ExitCode, LockHeld, UnknownAccount
from ksync.service import Service
from ksync.service.errors import HoldDecided, UnknownVersion
from sync_engine.base_store.base import NAMELESS
from sync_engine.base_store.history import NewVersion
from sync_engine.core.guards import Answer
from sync_engine.core.resolution import Reason
from sync_engine.errors import ReplicaUnavailable

GARBAGE = b"garbage" * 1000


@pytest.fixture
def fresh(synced, paths):
    """Makes a service over the configuration as it is now, as another process would."""

    def make():
        return Service(Parts(paths, load(paths.config_file).config))

    return make


@pytest.fixture
def opened(fresh):
    """The account, for looking behind the program's back."""
    with fresh().parts.account("home") as account:
        yield account


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits for a lock."""
    monkeypatch.setattr(composition, "LOCK_WAIT_SECONDS", 0.0)
    monkeypatch.setattr(composition, "DAMAGED_WAIT_SECONDS", 0.0)


@contextmanager
def waiting(opened, work):
    """Hold the account while ``work`` waits for it in a thread; yields its outcomes."""
    outcomes = []

    def run():
        try:
            outcomes.append(work())
        except Exception as error:  # noqa: BLE001  whatever it is, the test looks at it
            outcomes.append(error)

    thread = threading.Thread(target=run)
    lock = opened.lock().acquire(0)
    try:
        thread.start()
        thread.join(0.4)
        assert thread.is_alive(), outcomes
        yield outcomes
    finally:
        lock.release()
        thread.join(30)


def damage(opened):
    opened.close()
    for side in opened.state_folder.glob("state.sqlite3-*"):
        side.unlink()
    opened.state_file.write_bytes(GARBAGE)


# -- removing -------------------------------------------------------------------------


def test_erasing_takes_a_folder_that_is_gone_for_erased(synced, fresh, folder, opened, paths):
    shutil.rmtree(folder)
    assert fresh().accounts.remove("home", erase=True) == []
    assert "home" not in load(paths.config_file).config.accounts
    assert not opened.state_folder.exists()
    assert not (paths.data / "home").exists()


def test_erasing_takes_a_whole_tree_that_is_gone_for_erased(fresh, opened, paths):
    shutil.rmtree(paths.data)
    assert fresh().accounts.remove("home", erase=True) == []
    assert not opened.state_folder.exists()


def test_erasing_finds_a_folder_that_was_renamed(fresh, folder, paths):
    folder.rename(folder.with_name("renamed"))
    assert fresh().accounts.remove("home", erase=True) == []
    assert not paths.data.exists() or not list(paths.data.rglob("*.ics"))


def test_erasing_finds_a_folder_that_no_row_remembers(fresh, folder, opened):
    """A collection that was off and is on again has no folder until the next sync."""
    for row in opened.store.collections.all():
        opened.store.unbind(row.id)
    fresh().accounts.remove("home", erase=True)
    assert not folder.exists()


def test_erasing_names_a_folder_that_is_not_ours_any_more(fresh, folder):
    (folder / ".ksync").unlink()
    assert fresh().accounts.remove("home", erase=True) == [str(folder)]
    assert len(list(folder.glob("*.ics"))) == 4


def test_an_account_that_could_not_be_erased_is_still_there(fresh, folder, opened, paths):
    marker = folder.parent / ".ksync"
    right = marker.read_bytes()
    marker.write_bytes(right.replace(b"root-calendar", b"root-addressbook"))
    with pytest.raises(ReplicaUnavailable):
        fresh().accounts.remove("home", erase=True)
    assert "home" in load(paths.config_file).config.accounts
    assert opened.state_file.exists()
    marker.write_bytes(right)
    assert fresh().accounts.remove("home", erase=True) == []
    assert not opened.state_folder.exists()


def test_what_stays_is_named(fresh, opened):
    left = fresh().accounts.remove("home", erase=False)
    assert left == [str(opened.data_folder), str(opened.state_file)]
    assert all(Path(place).exists() for place in left)


@pytest.mark.parametrize("again", [False, True], ids=["removed", "another of its name"])
def test_a_sync_that_waited_while_its_account_was_removed(fresh, opened, paths, again):
    late = fresh()
    with waiting(opened, lambda: late.sync.run(wait=20)) as done:
        shutil.rmtree(opened.state_folder)
        if again:
            text = paths.config_file.read_text()
            other = opened.settings.id[:-4] + "0000"
            paths.config_file.write_text(text.replace(opened.settings.id, other))
        else:
            edit(paths, lambda _loaded: [(("accounts", "home"), None)])
    (report,) = done
    assert [p.reference for p in report.accounts[0].problems] == ["account.unknown"]
    assert report.exit_code is ExitCode.USAGE
    assert not opened.state_folder.exists()


def test_the_lock_file_goes_with_the_last_trace_of_its_account_only(fresh, opened, paths):
    """Whoever waits on it reads the settings anew, and finds no account to work on."""
    file = paths.account_lock(opened.settings.id)
    late = fresh()
    with waiting(opened, lambda: late.sync.run(wait=20)) as done:
        pass
    assert done[0].exit_code is ExitCode.DONE
    before = file.stat().st_ino
    fresh().accounts.remove("home", erase=False)
    assert file.stat().st_ino == before


def test_an_erased_account_leaves_no_lock_file(fresh, opened, paths):
    fresh().accounts.remove("home", erase=True)
    assert not paths.account_lock(opened.settings.id).exists()


def test_a_sync_that_waited_goes_by_the_settings_as_they_are_then(fresh, opened, paths):
    late = fresh()
    with waiting(opened, lambda: late.sync.run(wait=20)) as done:
        fresh().collections.disable("home/work")
    (report,) = done
    assert [c.slug for c in report.accounts[0].result.collections] == ["people"]


# -- decisions and versions ---------------------------------------------------------------


def open_hold(opened):
    (row,) = [row for row in opened.store.collections.all() if row.slug == "work"]
    base = opened.store.base.of(row.id)[0]
    run = opened.store.database.run
    run(
        "INSERT INTO hold (collection, kind, state, opened_at)"
        " VALUES (?, 'mass-deletion-remote', 'open', 1)",
        (row.id,),
    )
    run("INSERT INTO hold_item VALUES (1, ?, NULL, NULL)", (f"row:{base.row}",))
    return base


def test_a_hold_that_was_closed_while_the_answer_waited(fresh, opened):
    open_hold(opened)
    late = fresh()
    with waiting(opened, lambda: late.decisions.answer("home:1", Answer.APPROVED)) as done:
        opened.store.database.run("UPDATE hold SET state = 'closed' WHERE id = 1")
    assert isinstance(done[0], HoldDecided)
    assert opened.store.holds.get(1).state == "closed"


def test_an_answer_that_waited_for_nothing_is_taken(fresh, opened):
    open_hold(opened)
    assert fresh().decisions.answer("home:1", Answer.APPROVED).state == "approved"
    assert opened.store.holds.get(1).state == "approved"


def keep(opened, **names):
    (row,) = [row for row in opened.store.collections.all() if row.slug == "work"]
    base = opened.store.base.of(row.id)[0]
    kept = NewVersion(
        side="local",
        reason=Reason.OVERWRITTEN,
        href=base.href,
        local_id=names.get("local_id", base.local_id),
        uid=base.uid,
        content=base.local_content,
    )
    opened.store.history.keep(1, row.id, 1.0, [kept])
    return base


def test_a_version_that_was_forgotten_while_its_restoring_waited(fresh, opened):
    keep(opened)
    late = fresh()
    with waiting(opened, lambda: late.versions.restore("home:1")) as done:
        opened.store.database.run("DELETE FROM history")
    assert isinstance(done[0], UnknownVersion)


# -- writing needs the lock ---------------------------------------------------------------

WRITING = {
    "account test": lambda service: service.accounts.test("home"),
    "collection refresh": lambda service: service.accounts.refresh("home"),
    "account set-password": lambda service: service.accounts.set_password(
        "home", service.parts.account("home").secret().find().password
    ),
    "collection set name": lambda service: service.collections.set("home/work", {"name": "New"}),
    "collection set color": lambda service: service.collections.set(
        "home/work", {"color": "#010203"}
    ),
    "collection enable": lambda service: service.collections.enable("home/work"),
    "account remove": lambda service: service.accounts.remove("home", erase=True, wait=0),
}


@pytest.mark.parametrize("verb", WRITING)
def test_what_writes_waits_for_the_other(fresh, opened, impatient, folder, paths, verb):
    if verb == "collection enable":
        fresh().collections.disable("home/work")
    opened.store.database.run("DELETE FROM fact")
    opened.store.database.run("UPDATE collection SET info = replace(info, 'Work', 'Old')")
    settings, name = paths.config_file.read_bytes(), (folder / "displayname").read_bytes()
    with opened.lock().acquire(0), pytest.raises(LockHeld):
        WRITING[verb](fresh())
    assert opened.store.runs.fact("discovery") is None
    assert {row.info.display_name for row in opened.store.collections.all()} == {"Old", "People"}
    assert opened.store.base.count(row_of(opened, "work").id) == 4
    assert paths.config_file.read_bytes() == settings
    assert (folder / "displayname").read_bytes() == name


def row_of(opened, slug):
    return next(row for row in opened.store.collections.all() if row.slug == slug)


def test_what_only_reads_or_sets_does_not_wait(fresh, opened, impatient):
    with opened.lock().acquire(0):
        service = fresh()
        assert len(service.collections.list("home")) == 2
        assert service.collections.set("home/work", {"direction": "pull"}).direction == "pull"
        assert service.collections.disable("home/work").enabled is False
        assert service.accounts.show("home").items == 6


# -- a damaged state store ------------------------------------------------------------------


def test_a_damaged_state_is_not_set_aside_under_another_process(fresh, opened, impatient):
    damage(opened)
    with opened.lock().acquire(0), pytest.raises(LockHeld):
        fresh().collections.list("home")
    assert opened.state_file.read_bytes() == GARBAGE
    assert fresh().collections.list("home") == []
    (aside,) = opened.state_folder.glob("*.damaged-*[0-9]")
    assert aside.read_bytes() == GARBAGE


def test_what_another_process_put_right_meanwhile_is_not_set_aside_again(fresh, opened):
    sound = opened.state_file.parent / "sound"
    opened.store.database.run("VACUUM INTO ?", (str(sound),))
    damage(opened)
    late = fresh()
    with waiting(opened, lambda: late.collections.list("home")) as done:
        sound.rename(opened.state_file)
    assert [view.id for view in done[0]] == ["home/people", "home/work"]
    assert list(opened.state_folder.glob("*.damaged-*")) == []


# -- principals -----------------------------------------------------------------------------


@pytest.mark.parametrize("spelt", ["without its slash", "escaped", "untold"])
def test_a_principal_that_is_spelled_in_another_way_is_the_same(fresh, opened, spelt):
    bound = row_of(opened, "work").principal
    other = {
        "without its slash": bound.rstrip("/"),
        "escaped": bound[:-2] + f"%{ord(bound[-2]):02x}/",
        "untold": "",
    }[spelt]
    assert other != bound
    opened.store.database.run("UPDATE collection SET principal = ?", (other,))
    (report,) = fresh().sync.run().accounts
    assert report.problems == ()
    assert row_of(opened, "work").principal == (other or bound)


def test_another_principal_is_not(fresh, opened):
    opened.store.database.run("UPDATE collection SET principal = principal || 'x/'")
    (report,) = fresh().sync.run().accounts
    assert report.problems[0].reference == "sync.identity_mismatch"


# -- the rest -------------------------------------------------------------------------------


def test_accounts_side_by_side_share_one_mask(synced, login, fresh, paths):
    synced("account", "add", "other", *login)
    seen = set()

    def mask():
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(line for line in lines if line.startswith("Umask"))

    before = mask()
    assert not before.endswith("0077")
    for _ in range(3):
        assert fresh().sync.run(emit=lambda _event: seen.add(mask())).exit_code is ExitCode.DONE
    assert seen == {"Umask:\t0077"}
    assert mask() == before


def test_a_lost_name_is_not_shown_and_not_written_to(fresh, opened, folder):
    base = keep(opened, local_id=f"{NAMELESS}9")
    open_hold(opened)
    opened.store.database.run(
        "UPDATE base SET local_id = ? WHERE id = ?", (f"{NAMELESS}{base.row}", base.row)
    )
    service = fresh()
    assert service.decisions.hold("home:1")[1][0].file == ""
    assert service.versions.show("home:1")[0].file == ""
    files = set(folder.iterdir())
    restored = service.versions.restore("home:1")
    assert not restored.replaced
    assert {Path(restored.path)} == set(folder.iterdir()) - files
    assert "lost-name" not in restored.path
    assert Path(restored.path).read_bytes() == opened.store.contents.get(base.local_content)


def test_a_version_goes_into_the_file_that_has_its_resource_now(fresh, opened, folder):
    """Not into that of a row of the same UID which lost its name."""
    base = keep(opened, local_id=None)
    row = row_of(opened, "work")
    named = opened.store.base.of(row.id)[1]
    run = opened.store.database.run
    run("UPDATE base SET local_id = ? WHERE id = ?", (f"{NAMELESS}{base.row}", base.row))
    run("UPDATE base SET uid = ? WHERE id = ?", (base.uid, named.row))
    restored = fresh().versions.restore("home:1")
    assert (Path(restored.path), restored.replaced) == (folder / named.local_id, True)


def test_enabling_is_no_setting(synced, paths):
    before = paths.config_file.read_bytes()
    key = "accounts.home.collections.work.enabled"
    for value in ("true", "false"):
        problem = synced.json("config", "set", key, value, code=2).data["problem"]
        assert problem["reference"] == "config.read_only_key"
        assert "`ksync collection enable home/work`" in problem["hint"]
    assert paths.config_file.read_bytes() == before


def test_holding_nests_in_one_object_only(fresh, opened):
    with opened.held(0):
        assert opened.store.collections.all()
        with opened.held(0):
            pass
        with pytest.raises(LockHeld):
            fresh().accounts.remove("home", erase=False, wait=0)
    with fresh().parts.account("home") as other, other.held(0):
        pass


def test_an_unknown_account_is_not_held(fresh, opened, paths):
    edit(paths, lambda _loaded: [(("accounts", "home"), None)])
    with pytest.raises(UnknownAccount), opened.held(0):
        pass
