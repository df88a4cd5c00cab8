"""What makes a policy trusted, with the real program and a real ``/etc``.

Each case puts one thing wrong; the program stops with 13 before it looks a name up or
opens a connection, although the user's own settings would let it.
"""

from __future__ import annotations

import contextlib
import os
import socket
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import MANAGED, POLICIES, RECOMMENDED, Etc

USER = 1000
KSYNC = POLICIES.parent
GOOD = '{\n "schema_version": 1,\n "sync": {"conflict": "server"}\n}\n'
FILE = MANAGED / "10.json"


@pytest.fixture
def etc(tmp_path: Path) -> Iterator[Etc]:
    with Mounts() as mounts:
        yield Etc(mounts, tmp_path / "etc")


class Doorman:
    """Takes connections, counts them, and hangs up."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.came = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # the end of the test
            while True:
                wire, _ = self.listening.accept()
                self.came += 1
                wire.close()

    def close(self) -> None:
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        self._thread.join(5)


@pytest.fixture
def server() -> Iterator[Doorman]:
    with contextlib.closing(Doorman()) as doorman:
        yield doorman


@pytest.fixture
def client(etc: Etc, server: Doorman, tmp_path: Path) -> Client:
    """A home whose account would be synced at once."""
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True, mode=0o700)
    (home / "config" / "config.toml").write_text(
        "[general]\nallow_plaintext_keyring = true\n\n"
        '[accounts.work]\nid = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"\nusername = "u"\n'
        'password_command = "echo secret"\nprovider = "generic"\n'
        f'url = "http://127.0.0.1:{server.port}/"\n'
    )
    return Client(home, program=(*etc.mounts.prefix, *PROGRAM))


# -- what is wrong ------------------------------------------------------------------------------


def _file(change: Callable[[Etc, Path], object]) -> Callable[[Etc], None]:
    def make(etc: Etc) -> None:
        etc.put("10.json", GOOD)
        change(etc, etc.path(FILE))

    return make


def _folder(path: Path, change: Callable[[Etc, Path], object]) -> Callable[[Etc], None]:
    def make(etc: Etc) -> None:
        etc.put("10.json", GOOD)
        change(etc, etc.path(path))

    return make


def _only(name: str, change: Callable[[Path], object]) -> Callable[[Etc], None]:
    return lambda etc: change(etc.path(MANAGED / name)) and None


def _linked(path: Path) -> Callable[[Etc], None]:
    def make(etc: Etc) -> None:
        etc.put("10.json", GOOD)
        real = path.with_name("real")
        etc.path(path).rename(etc.path(real))
        etc.path(path).symlink_to(real)

    return make


def _replaced_by_a_file(path: Path) -> Callable[[Etc], None]:
    def make(etc: Etc) -> None:
        etc.path(path).rename(etc.path(path.with_name("real")))
        etc.path(path).write_text("x")

    return make


def _socket(path: Path) -> None:
    bound = socket.socket(socket.AF_UNIX)
    here = os.open(path.parent, os.O_RDONLY)
    try:
        bound.bind(f"/proc/self/fd/{here}/{path.name}")  # a socket's path is short
    finally:
        bound.close()
        os.close(here)


def _long(size: int) -> str:
    return GOOD + " " * (size - len(GOOD))


UNTRUSTED = [
    ("owned by a user", _file(lambda e, p: e.own(FILE, USER)), FILE, "owned by user 1000"),
    ("writable by its group", _file(lambda e, p: p.chmod(0o664)), FILE, "its group can write"),
    ("writable by others", _file(lambda e, p: p.chmod(0o646)), FILE, "others can write"),
    ("a link", _linked(FILE), FILE, "symbolic link"),
    ("a link to nowhere", _only("10.json", lambda p: p.symlink_to("gone")), FILE, "symbolic link"),
    ("a pipe", _only("10.json", lambda p: os.mkfifo(p) or True), FILE, "a pipe"),
    ("a folder", _only("10.json", lambda p: p.mkdir()), FILE, "a folder"),
    ("a socket", _only("10.json", _socket), FILE, "cannot be read"),
    (
        "a device",
        _only("10.json", lambda p: os.mknod(p, 0o644 | stat.S_IFCHR, os.makedev(1, 5))),
        FILE,
        "a device",
    ),
    ("too large", lambda e: e.put("10.json", _long(1024 * 1024 + 1)) and None, FILE, "1 MiB"),
    ("in a user's folder", _folder(MANAGED, lambda e, p: e.own(MANAGED, USER)), MANAGED, "1000"),
    ("in a folder of a group", _folder(MANAGED, lambda e, p: p.chmod(0o775)), MANAGED, "group"),
    ("in a sticky folder", _folder(MANAGED, lambda e, p: p.chmod(0o1777)), MANAGED, "can write"),
    ("below a user's", _folder(POLICIES, lambda e, p: e.own(POLICIES, USER)), POLICIES, "1000"),
    ("below an open one", _folder(KSYNC, lambda e, p: p.chmod(0o757)), KSYNC, "others can write"),
    (
        "below an open /etc",
        _folder(Path("/etc"), lambda e, p: p.chmod(0o777)),
        Path("/etc"),
        "can write",
    ),
    ("an empty folder of a user's", lambda e: e.own(MANAGED, USER), MANAGED, "owned by user"),
    ("a linked folder", _linked(MANAGED), MANAGED, "symbolic link"),
    ("a linked parent", _linked(POLICIES), POLICIES, "symbolic link"),
    ("a linked grandparent", _linked(KSYNC), KSYNC, "symbolic link"),
    ("a file as folder", _replaced_by_a_file(MANAGED), MANAGED, "not a folder"),
    ("a file as parent", _replaced_by_a_file(POLICIES), POLICIES, "not a folder"),
]


@pytest.mark.parametrize(
    ("make", "place", "words"),
    [case[1:] for case in UNTRUSTED],
    ids=[case[0] for case in UNTRUSTED],
)
def test_what_somebody_else_may_have_written_stops_the_sync(
    etc: Etc,
    client: Client,
    server: Doorman,
    make: Callable[[Etc], None],
    place: Path,
    words: str,
) -> None:
    make(etc)
    done = client.sync(expect=13)
    assert done.problem["reference"] == "policy.untrusted"
    assert done.problem["resource"] == str(place)
    assert words in done.problem["message"]
    assert server.came == 0
    shown = client.run("policy", "show", expect=13)
    assert shown.data["problems"][0]["resource"] == str(place)
    assert shown.data["settings"] == []


def test_a_user_who_can_write_a_parent_may_have_removed_the_rest(
    etc: Etc, client: Client, server: Doorman
) -> None:
    for folder in (MANAGED, RECOMMENDED, POLICIES):
        etc.path(folder).rmdir()
    etc.own(KSYNC, USER)
    done = client.sync(expect=13)
    assert done.problem["resource"] == str(KSYNC)
    assert server.came == 0


INVALID = [
    ("broken JSON", '{\n "schema_version": 1,\n "sync": {\n}\n', 5, "JSON"),
    ("broken UTF-8", b'{"schema_version": 1,\n\n "proxy": "\xff"}', 3, "UTF-8"),
    ("an empty file", b"", 1, "JSON"),
    ("an unknown key", '{"schema_version": 1,\n "sync": {"conflikt": "ask"}}', 2, "sync.conflikt"),
    ("a wrong type", '{"schema_version": 1,\n\n "sync": {"conflict": 3}}', 3, "sync.conflict"),
    ("another version", '{\n"schema_version": 2}', 2, "schema_version"),
    ("a secret", '{"schema_version": 1,\n "password": "hunter2"}', 2, "secret"),
    (
        "a secret in an address",
        '{"schema_version": 1,\n "proxy": "http://u:hunter2@p:1"}',
        2,
        "proxy",
    ),
    (
        "a key that is there twice",
        '{"schema_version": 1,\n "proxy": null,\n "proxy": null}',
        3,
        "tw",
    ),
]


@pytest.mark.parametrize(
    ("content", "line", "words"), [case[1:] for case in INVALID], ids=[case[0] for case in INVALID]
)
def test_what_is_written_wrongly_stops_the_sync_and_is_named(
    etc: Etc, client: Client, server: Doorman, content: bytes | str, line: int, words: str
) -> None:
    etc.put("05.json", GOOD)
    etc.put("10.json", content)
    done = client.sync(expect=13)
    assert done.problem["reference"] == "policy.invalid"
    assert done.problem["resource"] == f"{FILE}:{line}"
    assert words in done.problem["message"]
    assert "hunter2" not in str(done.envelope) + done.stderr
    assert server.came == 0
    _, said = client.text("sync", expect=13)
    assert f"{FILE}:{line}" in said


def test_what_cannot_be_read_is_no_absent_policy(etc: Etc, client: Client, server: Doorman) -> None:
    etc.put("10.json", GOOD)
    # root passes every mode, unless these capabilities are taken away
    bounds = "--bounding-set=-dac_override,-dac_read_search"
    client.program = (*etc.mounts.prefix, "setpriv", bounds, *PROGRAM)
    assert client.sync(expect=None).exit_code != 13
    assert server.came > 0
    server.came = 0
    for path, mode in ((FILE, 0o000), (MANAGED, 0o600), (POLICIES, 0o600)):
        before = stat.S_IMODE(etc.path(path).stat().st_mode)
        etc.path(path).chmod(mode)
        done = client.sync(expect=13)
        assert done.problem["reference"] == "policy.untrusted"
        assert "Permission denied" in done.problem["message"]
        etc.path(path).chmod(before)
    assert server.came == 0


def test_commands_that_would_use_looser_settings_stop_as_well(etc: Etc, client: Client) -> None:
    etc.put("10.json", "{}")
    for words in (
        ("account", "test", "work"),
        ("account", "list"),
        ("collection", "refresh"),
        ("collection", "list"),
        ("config", "show"),
        ("config", "set", "sync.conflict", "ask"),
        ("status",),
    ):
        done = client.run(*words, expect=13)
        assert done.problem["resource"] == f"{FILE}:1", words
    client.run("config", "path")
    client.run("policy", "paths")
    client.run("policy", "schema")


def test_a_good_file_counts_and_its_limit_is_the_size_that_it_says(
    etc: Etc, client: Client, server: Doorman
) -> None:
    etc.put("10.json", _long(1024 * 1024))
    assert client.run("config", "get", "sync.conflict").data["value"] == "server"
    assert client.sync(expect=None).exit_code != 13
    assert server.came > 0, "without this the tests above prove nothing"


def test_other_names_are_not_read_and_are_told(etc: Etc, client: Client) -> None:
    for name in (".10.json", "10.json.bak", "README"):
        etc.put(name, "rubbish")
    assert client.run("policy", "show").data["files"] == []
    found = client.run("policy", "paths")
    assert found.data["ignored"] == [
        str(MANAGED / n) for n in (".10.json", "10.json.bak", "README")
    ]
    assert "ends in .json" in found.stderr


def test_a_wrong_recommendation_is_left_out_with_a_warning(etc: Etc, client: Client) -> None:
    etc.put("10.json", {"sync": {"interval_minutes": 7}}, RECOMMENDED)
    etc.put("20.json", '{"schema_version": 1, "sync": {"interval_minutes": 0}}', RECOMMENDED)
    etc.put("30.json", {"sync": {"conflict": "ask"}}, RECOMMENDED)
    etc.own(RECOMMENDED / "30.json", USER)
    shown = client.run("config", "show")
    assert shown.data["settings"]["sync"]["interval_minutes"] == 7
    assert shown.data["settings"]["sync"]["conflict"] == "merge"
    assert shown.stderr.count("warning") == 2
    for name in ("20.json:1", "30.json"):
        assert f"{RECOMMENDED / name}: this recommended policy is left out" in shown.stderr


def test_the_check_of_an_installed_file_finds_what_sync_finds(etc: Etc, client: Client) -> None:
    etc.put("10.json", GOOD)
    found = client.run("policy", "check", str(FILE), "--installed")
    assert found.data["valid"] is True and found.data["level"] == "managed"
    for make, place in ((_file(lambda e, p: p.chmod(0o664)), FILE), (_linked(POLICIES), POLICIES)):
        make(etc)
        done = client.run("policy", "check", str(FILE), "--installed", expect=13)
        assert (done.problem["reference"], done.problem["resource"]) == (
            "policy.untrusted",
            str(place),
        )


def test_a_good_file_in_another_place_is_not_installed(
    etc: Etc, client: Client, tmp_path: Path
) -> None:
    other = tmp_path / "10.json"
    other.write_text(GOOD)
    client.run("policy", "check", str(other))
    done = client.run("policy", "check", str(other), "--installed", expect=13)
    assert str(MANAGED) in done.problem["hint"]
    client.run("policy", "check", str(tmp_path / "none.json"), expect=2)


@pytest.mark.parametrize("value", ["/nowhere", "", "relative", "{home}/own"])
@pytest.mark.parametrize(
    "name", ["XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "KSYNC_HOME", "HOME", "XDG_DATA_DIRS", "ROOT"]
)
def test_no_variable_moves_the_policy(
    etc: Etc, client: Client, tmp_path: Path, name: str, value: str
) -> None:
    etc.put("10.json", GOOD)
    own = tmp_path / "own" / "ksync" / "policies" / "managed"
    own.mkdir(parents=True)
    (own / "10.json").write_text(GOOD.replace("server", "local"))
    value = value.replace("{home}", str(tmp_path))
    client.environment[name] = str(tmp_path / "other") if (name, value) == ("HOME", "") else value
    if name == "KSYNC_HOME" and value == "relative":
        client.environment[name] = str(tmp_path / "relative")
    assert client.run("config", "get", "sync.conflict").data["value"] == "server"
    done = client.run("config", "set", "sync.conflict", "local", expect=8)
    assert done.problem["reference"] == "policy.forbidden"


def test_settings_of_the_environment_do_not_get_past_it(etc: Etc, client: Client) -> None:
    etc.put("10.json", GOOD)
    client.environment["KSYNC_SETTINGS"] = "sync.conflict = 'local'"
    done = client.run("sync", expect=8)
    assert done.problem["reference"] == "policy.forbidden"
    assert "10.json:3" in done.problem["detail"]
    client.environment["KSYNC_SETTINGS"] = "sync.interval_minutes = 7"
    assert client.run("config", "get", "sync.interval_minutes").data["value"] == 7
    assert client.run("config", "get", "sync.conflict").data["value"] == "server"
