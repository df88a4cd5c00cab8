"""Files of older and later versions, and settings from the environment of one call."""

from __future__ import annotations

import pytest

from ksync.config import load, migrations
from ksync.config.edit import edit
from ksync.config.layers import Level
from ksync.reporting.errors import ConfigInvalid

OLD = """# mine
[sync]
interval = 20   # minutes
"""


def _renamed(document):
    document["sync"]["interval_minutes"] = document["sync"].pop("interval")


@pytest.fixture
def newer(monkeypatch):
    """A program whose version 2 has renamed a key."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (_renamed,))


@pytest.fixture
def file(paths):
    """Where the settings are."""
    paths.config.mkdir(parents=True)
    return paths.config_file


def test_an_older_file_is_read_as_it_is_meant_and_not_touched(newer, file):
    file.write_text(OLD)
    loaded = load(file)
    assert (loaded.config.sync.interval_minutes, loaded.version) == (20, 1)
    assert loaded.warnings == ()
    assert file.read_text() == OLD


def test_the_first_change_writes_it_and_keeps_the_old_one(newer, file, paths):
    file.write_text(OLD)
    edit(paths, lambda _: [(("general", "history_days"), 7)])
    text = file.read_text()
    assert "interval_minutes = 20" in text
    assert "# mine" in text
    assert "schema_version = 2" in text
    assert file.with_name("config.toml.v1").read_text() == OLD
    loaded = load(file)
    assert (loaded.version, loaded.config.general.history_days) == (2, 7)
    edit(paths, lambda _: [(("general", "history_days"), 8)])
    assert file.with_name("config.toml.v1").read_text() == OLD


def test_a_file_of_this_version_has_no_backup(file, paths):
    file.write_text("schema_version = 1\n[sync]\ninterval_minutes = 20\n")
    edit(paths, lambda _: [(("general", "history_days"), 7)])
    assert [entry.name for entry in file.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(("said", "words"), [("2", "later version"), ("'x'", "a number from 1")])
def test_a_later_file_is_refused(file, said, words):
    file.write_text(f"schema_version = {said}\n")
    with pytest.raises(ConfigInvalid, match=words):
        load(file)


def test_the_environment_overrides_the_file_for_one_call(file, monkeypatch):
    file.write_text("[sync]\ninterval_minutes = 20\nconflict = 'ask'\n")
    monkeypatch.setenv("KSYNC_SETTINGS", "sync.interval_minutes = 5")
    loaded = load(file)
    assert loaded.config.sync.interval_minutes == 5
    assert loaded.config.sync.conflict == "ask"
    claim = loaded.stack.holder(("sync", "interval_minutes"))
    assert (claim.level, claim.place) == (Level.COMMAND, "KSYNC_SETTINGS:1")
    monkeypatch.setenv("KSYNC_SETTINGS", "  ")
    assert load(file).config.sync.interval_minutes == 20


def test_what_it_says_does_not_get_into_the_file(file, paths, monkeypatch):
    file.write_text("[sync]\ninterval_minutes = 20\n")
    monkeypatch.setenv("KSYNC_SETTINGS", "sync.interval_minutes = 5")
    edit(paths, lambda _: [(("general", "history_days"), 7)])
    assert "interval_minutes = 20" in file.read_text()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("sync.interval_minutes = 0", 1, "between 1 and"),
        ("\nsync.conflict = 'what'", 2, "one of"),
        ("sync = ", 1, "not valid TOML"),
        ("accounts.home.id = '11111111-2222-4333-8444-555555555555'", 1, "id"),
    ],
)
def test_a_mistake_in_it_is_told_as_its_own(file, monkeypatch, text, line, words):
    file.write_text("")
    monkeypatch.setenv("KSYNC_SETTINGS", text)
    with pytest.raises(ConfigInvalid, match=words) as caught:
        load(file)
    assert (caught.value.file, caught.value.line) == ("KSYNC_SETTINGS", line)
