"""Folders, private files, locks between processes, provider presets."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ksync import providers
from ksync.config.rules import server_url
from ksync.locks import ProcessLock
from ksync.paths import Paths, ensure_private, write_private
from ksync.reporting.errors import LockHeld
from sync_engine.cancellation import CancelToken
from sync_engine.errors import Cancelled


def mode(path):
    return path.stat().st_mode & 0o777


def test_ksync_home_holds_everything(tmp_path, monkeypatch):
    found = Paths.from_environment({"KSYNC_HOME": str(tmp_path)})
    assert found == Paths.under(tmp_path)
    assert found.config_file == tmp_path / "config" / "config.toml"
    assert found.log == tmp_path / "log"
    assert list(tmp_path.iterdir()) == []
    monkeypatch.chdir(tmp_path)
    assert Paths.from_environment({"KSYNC_HOME": "here"}).data == tmp_path / "here" / "data"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Paths.from_environment({"KSYNC_HOME": "~/x"}).data == tmp_path / "x" / "data"


def test_without_it_the_platform_decides(tmp_path, monkeypatch):
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    found = Paths.from_environment({"KSYNC_HOME": ""})
    assert found.config == tmp_path / "config" / "ksync"
    assert found.state == tmp_path / "state" / "ksync"
    assert len({found.config, found.data, found.state, found.cache, found.log}) == 5


def test_folders_are_private_from_the_top(tmp_path):
    folder = tmp_path / "a" / "b" / "c"
    old = os.umask(0)
    try:
        assert ensure_private(folder) == folder
    finally:
        os.umask(old)
    assert [mode(path) for path in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3
    folder.chmod(0o755)
    ensure_private(folder)
    assert mode(folder) == 0o700


def test_a_private_file_is_replaced_in_one_step(tmp_path):
    file = tmp_path / "f"
    file.write_text("old")
    file.chmod(0o644)
    write_private(file, b"new")
    assert (file.read_bytes(), mode(file)) == (b"new", 0o600)
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_a_folder_that_a_person_named_keeps_its_mode(tmp_path):
    """Once a bundle was written into `/`, and nobody else could use the computer."""
    chosen = tmp_path / "chosen"
    chosen.mkdir(mode=0o755)
    write_private(chosen / "bundle.zip", b"x", own=False)
    assert mode(chosen) == 0o755
    # a settings file that is a link into somebody's collection of such files
    own = tmp_path / "own"
    own.mkdir()
    (chosen / "config.toml").write_bytes(b"")
    (own / "config.toml").symlink_to(chosen / "config.toml")
    write_private(own / "config.toml", b"y")
    assert mode(chosen) == 0o755
    assert (chosen / "config.toml").read_bytes() == b"y"
    write_private(own / "other", b"z")
    assert mode(own) == 0o700


def test_a_write_that_fails_leaves_nothing_behind(tmp_path):
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(OSError, match=r".") as caught:
        write_private(target, b"x")
    assert caught.type in {IsADirectoryError, PermissionError, OSError}
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


HOLD = """
import sys
from pathlib import Path
from ksync.locks import ProcessLock
with ProcessLock(Path(sys.argv[1])).acquire(0):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock."""
    path = tmp_path / "locks" / "a.lock"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "held\n"
    yield path, process
    process.kill()
    process.wait(10)
    process.stdin.close()
    process.stdout.close()


def test_a_second_process_is_told_who_holds_it(holder):
    path, process = holder
    begin = time.monotonic()
    with pytest.raises(LockHeld) as caught:
        ProcessLock(path, account="work").acquire(0.2)
    assert 0.2 <= time.monotonic() - begin < 5
    assert str(process.pid) in caught.value.detail
    assert (caught.value.account, caught.value.resource) == ("work", str(path))


def test_waiting_ends_when_the_other_lets_go(holder):
    path, process = holder
    threading.Timer(0.3, lambda: (process.stdin.write("\n"), process.stdin.flush())).start()
    with ProcessLock(path).acquire(20):
        assert path.read_text() == f"{os.getpid()}\n"
    assert path.read_text() == ""


def test_a_killed_holder_leaves_no_stale_lock(holder):
    path, process = holder
    process.kill()
    process.wait(10)
    with ProcessLock(path).acquire(0):
        pass


def test_waiting_can_be_cancelled(holder):
    path, _ = holder
    token = CancelToken()
    threading.Timer(0.2, token.cancel).start()
    begin = time.monotonic()
    with pytest.raises(Cancelled):
        ProcessLock(path).acquire(60, cancel=token)
    assert time.monotonic() - begin < 10


def test_two_locks_in_one_process_exclude_each_other(tmp_path):
    path = tmp_path / "locks" / "a.lock"
    first, second = ProcessLock(path), ProcessLock(path)
    first.acquire(0)
    with pytest.raises(LockHeld):
        second.acquire(0)
    first.release()
    first.release()
    with second.acquire(0):
        assert mode(path) == 0o600
        assert mode(path.parent) == 0o700


def test_a_lock_file_is_named_by_the_account():
    assert Paths.under(Path("/h")).account_lock("id").name == "id.lock"


@pytest.mark.parametrize("provider", providers.PROVIDERS.values(), ids=lambda found: found.key)
def test_presets_are_whole(provider):
    assert [server_url(url) for url in provider.urls] == [""] * len(provider.urls)
    assert all(url.endswith("/") for url in provider.urls)
    assert provider.needs_url is (provider.key in {"nextcloud", "generic"})
    assert not provider.username_pattern or provider.username_hint
    assert not provider.trusts("evil.example")
    assert "set-password" in provider.login_hint("someone@example.org")


def test_the_presets_of_the_contract():
    assert list(providers.PROVIDERS) == [
        "infomaniak",
        "nextcloud",
        "fastmail",
        "icloud",
        "posteo",
        "mailbox.org",
        "gmx",
        "zoho",
        "generic",
    ]
    assert providers.DEFAULT == "infomaniak"


@pytest.mark.parametrize("login", ["AB12345", "USER12345", "ab12345"])
def test_infomaniaks_short_login_needs_no_advice(login):
    assert providers.PROVIDERS["infomaniak"].username_advice(login) == ""


def test_infomaniaks_advice():
    preset = providers.PROVIDERS["infomaniak"]
    advice = preset.username_advice("me@example.org")
    assert "e-mail" in advice
    assert "AB12345" in advice
    assert "config.infomaniak.com" in advice
    assert "e-mail" not in preset.username_advice("me")
    assert "AB12345" in preset.username_advice("me")
    hint = preset.login_hint("AB12345")
    assert "application password" in hint
    assert "AB12345" not in hint
    assert "AB12345" in preset.login_hint("me@example.org")


def test_elsewhere_the_address_is_the_user_name():
    assert providers.PROVIDERS["fastmail"].username_advice("me@example.org") == ""
    assert "full e-mail" in providers.PROVIDERS["fastmail"].username_advice("me")
    assert providers.PROVIDERS["generic"].username_advice("anything") == ""


@pytest.mark.parametrize(
    ("host", "trusted"),
    [
        ("p01-caldav.icloud.com", True),
        ("P157-contacts.iCloud.com.", True),
        ("p01-caldav.icloud.com.evil.example", False),
        ("evilicloud.com", False),
        ("icloud.com", False),
        ("p01-caldav.icloud.com\n", False),
    ],
)
def test_icloud_leads_to_its_partition_hosts(host, trusted):
    assert providers.PROVIDERS["icloud"].trusts(host) is trusted


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a@b.ch", True), (" a@b.ch ", True), ("a@b", False), ("AB12345", False), ("a b@c.ch", False)],
)
def test_what_looks_like_an_address(text, is_one):
    assert providers.looks_like_email(text) is is_one
