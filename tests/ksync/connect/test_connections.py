"""The service: which program, doubles, the gateway's switch, and leaving with an account."""

import msgspec
import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.config.edit import edit
from ksync.config.model import Collection, Store
from ksync.connect.errors import Doubled, NoDataServer, NoProfile, NothingOffered, ProgramRuns
from ksync.connect.memory import App, Connection, Entry, Memory
from ksync.connect.thunderbird import running
from ksync.doctor import local
from ksync.service.connections import Connections
from sync_engine.core.collection import Kind
from tests.ksync.connect.offers import ADDRESS, book, calendar, offer
from tests.ksync.connect.test_running import other_process


@pytest.fixture
def parts(paths):
    paths.config.mkdir(parents=True)
    (paths.config_file).write_text(
        '[accounts.home]\nid = "0c0ed283-d9c3-4f95-8d32-cd4bb60e01bf"\nusername = "alice"\n'
    )
    return Parts(paths, load(paths.config_file).config)


@pytest.fixture
def profile(tmp_path, monkeypatch):
    """A profile of this process's own home."""
    home = tmp_path / "person"
    folder = home / ".thunderbird" / "abc.default"
    folder.mkdir(parents=True)
    (home / ".thunderbird" / "profiles.ini").write_text(
        "[Profile0]\nName=default\nIsRelative=1\nPath=abc.default\nDefault=1\n"
    )
    (folder / "prefs.js").write_bytes(b'user_pref("own", 1);\n')
    monkeypatch.setenv("HOME", str(home))
    return folder


def connections(parts, *offered):
    return Connections(parts, lambda _parts: offer(*offered))


def test_thunderbird_is_found_connected_and_listed(parts, profile):
    made = connections(parts, calendar(), book())
    done = made.connect(App.THUNDERBIRD)
    assert (done.place, done.label, done.switched_on) == (str(profile), "default", True)
    assert [entry.id for entry in done.added] == ["home/work", "home/people"]
    (known,) = Connections(parts).all()
    assert known.entries == done.entries
    (gone,) = made.disconnect(App.THUNDERBIRD)
    assert gone.removed == done.added
    assert (profile / "prefs.js").read_bytes() == b'user_pref("own", 1);\n'
    assert made.disconnect(App.THUNDERBIRD) == ()


def test_another_profile_is_not_disconnected(parts, profile):
    made = connections(parts, calendar())
    made.connect(App.THUNDERBIRD)
    assert made.disconnect(App.THUNDERBIRD, profile="other") == ()
    assert len(made.disconnect(App.THUNDERBIRD, profile=str(profile))) == 1


def test_nothing_to_show_is_told(parts, profile):
    with pytest.raises(NothingOffered):
        connections(parts).connect(App.THUNDERBIRD)
    with pytest.raises(NoProfile):
        connections(parts, calendar()).connect(App.THUNDERBIRD, profile="other")


def test_a_gateway_that_is_off_is_switched_on(parts, profile):
    parts.config = edit(parts.paths, lambda _: [(("gateway", "enabled"), False)]).config
    assert connections(parts, calendar()).connect(App.THUNDERBIRD).switched_on
    assert not connections(parts, calendar()).connect(App.THUNDERBIRD).switched_on
    assert load(parts.paths.config_file).config.gateway.enabled


def test_gnome_is_not_fed_twice(parts, monkeypatch):
    account = msgspec.structs.replace(parts.config.accounts["home"], store=Store.EDS)
    parts.config = msgspec.structs.replace(parts.config, accounts={"home": account})
    with pytest.raises(Doubled) as failed:
        connections(parts, calendar()).connect(App.EVOLUTION)
    assert failed.value.account == "home"
    work = Collection(store=Store.EDS)
    account = msgspec.structs.replace(account, store=Store.VDIR, collections={"work": work})
    parts.config = msgspec.structs.replace(parts.config, accounts={"home": account})
    with pytest.raises(Doubled):
        connections(parts, calendar()).connect(App.EVOLUTION)


def test_an_account_that_gnome_gets_from_the_gateway_is_not_kept_in_its_store(parts):
    entry = Entry(
        key="k", id="home/work", kind=Kind.CALENDAR, place="p", name="n", color="", read_only=False
    )
    gnome = Connection(app=App.EVOLUTION, place="", label="GNOME", entries=(entry,))
    memory = Memory(parts.paths)
    memory.keep(gnome)
    wanted = [(("accounts", "home", "store"), "eds")]
    one = [(("accounts", "home", "collections", "work", "store"), "eds")]
    for refused in (wanted, one):
        with pytest.raises(Doubled) as failed:
            edit(parts.paths, lambda _, change=refused: change)
        assert failed.value.account == "home"
    memory.keep(msgspec.structs.replace(gnome, entries=()))
    assert edit(parts.paths, lambda _: wanted).config.accounts["home"].store is Store.EDS


def test_without_a_session_there_is_no_data_server(parts, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    with pytest.raises(NoDataServer):
        connections(parts, calendar()).connect(App.EVOLUTION)


def test_kde_gets_steps_with_what_to_enter(parts):
    done = connections(parts, calendar()).connect(App.KDE)
    told = " ".join(step.text for step in done.steps)
    assert all(one in told for one in (ADDRESS, "kSync", "secret", "CalDAV", "CardDAV"))
    assert connections(parts).all() == ()


def test_what_is_not_up_to_date_is_told(parts, profile):
    made = connections(parts, calendar())
    assert [one.collections for one in made.here()] == [0]
    made.connect(App.THUNDERBIRD)
    assert made.outdated() == ()
    (shown,) = made.here()
    assert (shown.app, shown.collections, shown.outdated) == (App.THUNDERBIRD, 1, False)
    moved = connections(parts, calendar(address="http://127.0.0.1:7/other"))
    assert [one.outdated for one in moved.here()] == [True]
    assert len(connections(parts, calendar(), book()).outdated()) == 1
    assert [one.check for one in local._programs(parts)] == ["programs"]
    (finding,) = local._programs(parts)
    assert finding.mend == "`ksync connect thunderbird` brings it up to date."


def test_where_its_lock_is_not_known_thunderbird_gets_steps(parts, profile, monkeypatch):
    monkeypatch.setattr(running, "CAN_LOCK", False)
    done = connections(parts, calendar(), book()).connect(App.THUNDERBIRD)
    told = [step.text for step in done.steps]
    assert all(one.url in text for one, text in zip((calendar(), book()), told, strict=True))
    assert "CardDAV" in told[1]
    assert (profile / "prefs.js").read_bytes() == b'user_pref("own", 1);\n'


def test_an_account_that_goes_takes_its_own_along(parts, profile):
    made = connections(parts, calendar(), calendar("Other", key="other/work", id="other/work"))
    made.connect(App.THUNDERBIRD)
    assert made.leave("uuid") == []
    ((left,),) = (one.entries for one in made.all())
    assert left.id == "other/work"
    assert made.leave() == []
    assert made.all() == ()
    assert (profile / "prefs.js").read_bytes() == b'user_pref("own", 1);\n'


def test_edits_that_were_not_sent_stay_where_nothing_is_erased(parts, profile):
    made = connections(parts, book())
    (entry,) = made.connect(App.THUNDERBIRD).entries
    with (profile / "prefs.js").open("a") as prefs:
        prefs.write(f'user_pref("{entry.place}.carddav.uidsToSync", "c1");\n')
    assert made.leave("uuid", force=False) == ["thunderbird (default): 1 of kSync's entries"]
    assert made.leave("uuid") == []


def test_a_program_that_runs_is_told(parts, profile):
    made = connections(parts, calendar())
    made.connect(App.THUNDERBIRD)
    made.refuse_while_used()
    with other_process(profile) as other:
        other.stdout.readline()
        with pytest.raises(ProgramRuns):
            made.refuse_while_used()
        assert made.leave("uuid") == ["thunderbird (default): 1 of kSync's entries"]
        other.stdin.close()
    assert len(made.all()) == 1
