"""What a policy does: existing accounts, prepared accounts, locks, the guard, the environment.

The program runs in a mount namespace with an ``/etc`` of its own; servers are real.
"""

from __future__ import annotations

import contextlib
import json
import shlex
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import PROGRAM, Client
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import HEAD, MANAGED, RECOMMENDED, Etc
from tests.ksync.secret_service import gnome_keyring
from tests.servers import Account, samples
from tests.servers.wire import CountingProxy

GUARD = {"mode": "allowlist", "wifi": [{"ssid": "ACME"}], "allow_once": False}
FILE = f"{MANAGED}/10.json"


@pytest.fixture
def etc(tmp_path: Path) -> Iterator[Etc]:
    with Mounts() as mounts:
        yield Etc(mounts, tmp_path / "etc")


@pytest.fixture
def client(etc: Etc, tmp_path: Path) -> Client:
    return Client(tmp_path / "home", program=(*etc.mounts.prefix, *PROGRAM))


class Doorman:
    """Takes connections of a socket, counts them, and hangs up."""

    def __init__(self, listening: socket.socket) -> None:
        self.listening = listening
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
def doorman() -> Iterator[Doorman]:
    with contextlib.closing(Doorman(socket.create_server(("127.0.0.1", 0)))) as found:
        yield found


def seeded(account: Account, *names: str) -> None:
    """Calendars with an event each."""
    for number, name in enumerate(names):
        href = account.make_calendar(name, ("VEVENT",), title=name.title())
        account.put(f"{href}one.ics", samples.events(1, 70 + number)[0])


# -- locks ----------------------------------------------------------------------------------------


def test_a_policy_holds_for_an_existing_account_at_once_and_ends_at_once(
    etc: Etc, client: Client, radicale: Account
) -> None:
    seeded(radicale, "work")
    client.add(radicale)
    client.sync()
    work = client.row("/work/")["id"]
    client.run("collection", "set", work, "conflict=local")
    client.run("config", "set", "sync.interval_minutes", "5")
    etc.put("10.json", {
        "accounts": [{"id": "acc", "url": radicale.url}],
        "sync": {"conflict": "server", "interval_minutes": 60},
    })  # fmt: skip
    config = client.run("config", "show").data
    assert config["settings"]["sync"]["interval_minutes"] == 60
    assert config["origins"]["sync.interval_minutes"] == {"level": "managed", "locked": True}
    assert client.listed()[work]["conflict"] == "server"
    for words in (
        ("config", "set", "sync.interval_minutes", "5"),
        ("config", "set", "sync.conflict", "server"),
        ("config", "set", f"accounts.acc.collections.{work.partition('/')[2]}.conflict", "ask"),
        ("collection", "set", work, "conflict=local"),
        ("account", "set", "acc", "url=https://elsewhere.example.org/"),
        ("account", "remove", "acc", "--erase", "--yes"),
    ):
        refused = client.run(*words, expect=8)
        assert refused.problem["reference"] == "policy.forbidden", words
        assert "ACME SA (it@acme.example)" in refused.problem["detail"], words
        assert FILE in refused.problem["detail"], words
    client.run("account", "set", "acc", "trusted_hosts=dav.example.org")
    assert client.sync().counts() == {}
    assert client.listed()[work]["items"] == 1, "a refused removal erased nothing"
    etc.remove("10.json")
    assert client.run("config", "get", "sync.interval_minutes").data["value"] == 5
    assert client.listed()[work]["conflict"] == "local"
    client.run("account", "set", "acc", "url=https://elsewhere.example.org/")


def test_two_files_merge_and_what_is_overridden_is_shown(etc: Etc, client: Client) -> None:
    etc.put("50-branch.json", {"sync": {"conflict": "ask"}})
    etc.put("10-base.json", {
        "sync": {"conflict": "server", "interval_minutes": 60},
        "accounts": [{"id": "corp", "url": "https://a.example.org/", "username": "a"}],
    })  # fmt: skip
    etc.put("60.json", {"accounts": [{"id": "corp", "username": "b"}]})
    etc.put("10.json", {"sync": {"conflict": "both", "mass_deletion": {"count": 7}}}, RECOMMENDED)
    rows = {row["key"]: row for row in client.run("policy", "show").data["settings"]}
    found = rows["sync.conflict"]
    assert (found["value"], found["source"], found["locked"]) == (
        "ask",
        f"{MANAGED}/50-branch.json",
        True,
    )
    assert [(one["value"], one["level"]) for one in found["overridden"]] == [
        ("server", "managed"),
        ("both", "recommended"),
    ]
    assert rows["sync.interval_minutes"]["source"] == f"{MANAGED}/10-base.json"
    assert (
        rows["sync.mass_deletion.count"]["level"],
        rows["sync.mass_deletion.count"]["locked"],
    ) == (
        "recommended",
        False,
    )
    assert rows["accounts.corp.url"]["value"] == "https://a.example.org/"
    assert rows["accounts.corp.username"]["value"] == "b"
    text, _ = client.text("policy", "show")
    assert b"overridden (managed)" in text and b"Some settings are managed by ACME SA" in text


def test_recommendations_hold_until_the_user_says_otherwise(etc: Etc, client: Client) -> None:
    etc.put("10.json", {"sync": {"interval_minutes": 60}}, RECOMMENDED)
    assert client.run("config", "get", "sync.interval_minutes").data["value"] == 60
    client.run("config", "set", "sync.interval_minutes", "5")
    assert client.run("config", "get", "sync.interval_minutes").data["value"] == 5


def test_a_managed_keyring_rule_is_not_lifted_by_the_user(
    etc: Etc, client: Client, radicale: Account, tmp_path: Path
) -> None:
    plain = tmp_path / "lib"
    plain.mkdir()
    (plain / "plain_backend.py").write_text(
        "import json, pathlib\n"
        "from keyring.backend import KeyringBackend\n"
        f"FILE = pathlib.Path({str(tmp_path / 'secrets')!r})\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 1\n"
        "    def set_password(self, service, name, secret): FILE.write_text(secret)\n"
        "    def get_password(self, service, name):\n"
        "        return FILE.read_text() if FILE.exists() else None\n"
        "    def delete_password(self, service, name): FILE.unlink()\n"
    )
    client.environment |= {
        "PYTHONPATH": str(plain),
        "PYTHON_KEYRING_BACKEND": "plain_backend.Keyring",
    }
    client.add(radicale)
    client.run("config", "set", "general.allow_plaintext_keyring", "true")
    words = ("account", "set-password", "acc", "--password-stdin")
    client.run(*words, stdin=f"{radicale.password}\n")
    assert (tmp_path / "secrets").read_text() == radicale.password
    (tmp_path / "secrets").unlink()
    etc.put("10.json", {"credentials": {"plaintext_allowed": False}})
    done = client.run(*words, stdin=f"{radicale.password}\n", expect=10)
    assert done.problem["reference"] == "credential.plaintext_refused"
    assert not (tmp_path / "secrets").exists()


# -- prepared accounts -------------------------------------------------------------------------


def prepared(account: Account, **more: object) -> dict[str, object]:
    """A policy with an account that waits."""
    return {"accounts": [{"id": "corp", "provider": "generic", "url": account.url,
                          "username": account.username, **more}]}  # fmt: skip


def password_command(account: Account) -> tuple[str, str]:
    return "--password-command", f"echo {shlex.quote(account.password)}"


def test_a_prepared_account_waits_and_asks_for_its_password_alone(
    etc: Etc, client: Client, radicale: Account, bus: dict[str, str]
) -> None:
    seeded(radicale, "work")
    etc.put("10.json", prepared(radicale))
    (listed,) = client.run("account", "list").data["accounts"]
    assert (listed["name"], listed["waiting"], listed["managed"]) == ("corp", True, True)
    assert not (client.home / "state" / "accounts").exists(), "looking makes no files"
    for words in (("sync",), ("sync", "corp")):
        assert client.run(*words, expect=10).problem["reference"] == "account.waiting"
    client.environment |= bus
    with gnome_keyring(bus, password="pw"):
        words = ("account", "set-password", "corp", "--password-stdin")
        assert client.run(*words, stdin="wrong\n", expect=6).problem["account"] == "corp"
        assert client.run("account", "show", "corp").data["account"]["waiting"] is True
        assert client.run(*words, stdin=f"{radicale.password}\n").data == {"account": "corp"}
        assert client.sync().counts() == {"downloaded": 1}
        (now,) = client.run("account", "list").data["accounts"]
        assert (now["waiting"], now["id"]) == (False, listed["id"])
        # another password for it is a matter of the password alone
        client.run(*words, stdin=f"{radicale.password}\n")
        # the policy is withdrawn: the same server, not another one
        etc.remove("10.json")
        assert client.sync().counts() == {}
        assert client.run("account", "show", "corp").data["account"]["url"] == radicale.url


def test_a_prepared_account_is_added_as_it_is_or_not_at_all(
    etc: Etc, client: Client, radicale: Account
) -> None:
    etc.put("10.json", prepared(radicale, username=None))
    words = ("account", "add", "corp", *password_command(radicale))
    user = ("--username", radicale.username)
    for other in (("--url", "https://elsewhere.example.org"), ("--provider", "infomaniak")):
        refused = client.run(*words, *user, *other, expect=8)
        assert "accounts.corp." in refused.problem["resource"]
    assert client.run(*words, expect=2).problem["reference"] == "usage.answer_needed"
    added = client.run(*words, *user)
    assert added.data["account"]["waiting"] is False
    assert client.run(*words, *user, expect=2).problem["reference"] == "account.exists"
    client.run("account", "remove", "corp", "--yes", expect=8)


def test_a_recommended_account_is_an_offer(etc: Etc, client: Client, radicale: Account) -> None:
    etc.put("10.json", prepared(radicale), RECOMMENDED)
    (listed,) = client.run("account", "list").data["accounts"]
    assert (listed["waiting"], listed["managed"]) == (True, False)
    client.run("account", "remove", "corp", "--yes", expect=2)
    client.run("account", "add", "corp", *password_command(radicale))
    client.run("account", "remove", "corp", "--yes")
    assert client.run("account", "show", "corp").data["account"]["waiting"] is True


def test_others_are_synced_while_one_waits(etc: Etc, client: Client, radicale: Account) -> None:
    seeded(radicale, "work")
    client.add(radicale)
    etc.put("10.json", prepared(radicale))
    done = client.sync()
    assert done.counts() == {"downloaded": 1}
    assert "Account corp waits for its password" in done.stderr
    client.sync("acc")
    client.sync("corp", expect=10)


def test_a_computer_without_a_user_has_the_password_as_a_credential(
    etc: Etc, client: Client, radicale: Account, tmp_path: Path
) -> None:
    seeded(radicale, "work")
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "ksync-corp").write_text(radicale.password)
    client.environment["CREDENTIALS_DIRECTORY"] = str(tmp_path / "credentials")
    etc.put("10.json", prepared(radicale))
    assert client.sync().counts() == {"downloaded": 1}
    assert client.sync().counts() == {}, "it is the same account each time"


def test_patterns_leave_collections_out_and_let_them_in_again(
    etc: Etc, client: Client, radicale: Account
) -> None:
    seeded(radicale, "work", "team-a", "team-archive")
    both = {"include": ["Team-*"], "exclude": ["*archive"]}
    with CountingProxy(radicale.server.port) as wire:
        client.add(radicale, url=wire.rebase(radicale.url))
        etc.put("10.json", {"accounts": [{"id": "acc", "collections": both}]})
        wire.reset()
        assert client.sync().counts() == {"downloaded": 1}
        asked = " ".join(one.path for one in wire.requests)
        assert "/team-a/" in asked and "/work/" not in asked and "/team-archive/" not in asked
        rows = client.listed()
        assert [row["enabled"] for row in rows.values()].count(True) == 1
        (work,) = (name for name, row in rows.items() if row["href"].endswith("/work/"))
        refused = client.run("collection", "enable", work, expect=8)
        assert "include_collections" in refused.problem["resource"]
        etc.remove("10.json")
        assert client.sync().counts() == {"downloaded": 2}
        # left out again; what goes here meanwhile is no deletion when it comes back
        etc.put("10.json", {"accounts": [{"id": "acc", "collections": {"exclude": ["work"]}}]})
        assert client.sync().counts() == {}
        for file in Path(client.listed()[work]["path"]).glob("*.ics"):
            file.unlink()
        etc.remove("10.json")
        assert client.sync().counts() == {"downloaded": 1}
        assert client.sync().counts() == {}


# -- the guard -----------------------------------------------------------------------------------


def test_a_managed_guard_holds_against_every_setting_of_the_user(
    etc: Etc, client: Client, radicale: Account
) -> None:
    with CountingProxy(radicale.server.port) as wire:
        client.add(radicale, url=wire.rebase(radicale.url))
        client.run("config", "set", "accounts.acc.network_guard", "off")
        before = wire.connections
        etc.put("10.json", {"network_guard": GUARD})
        for words in (
            ("sync",),
            ("sync", "acc", "--full"),
            ("account", "test", "acc"),
            ("collection", "refresh"),
            ("account", "add", "b", "--url", wire.rebase(radicale.url), "--username", "u",
             "--password-command", "echo x"),
        ):  # fmt: skip
            client.run(*words, expect=7)
        for words in (
            ("config", "set", "network_guard.mode", "off"),
            ("config", "set", "accounts.acc.network_guard", "off"),
            ("network", "allow-once", "1h"),
            ("network", "allow", "Home"),
            ("network", "remove", "ACME"),
        ):
            refused = client.run(*words, expect=8)
            assert refused.problem["reference"] == "policy.forbidden", words
            assert "ACME SA" in refused.problem["detail"], words
        assert wire.connections == before
        told = client.run("network", "explain", "acc", expect=7).data["accounts"][0]
        assert (told["code"], told["rules"]["managed"]) == ("local_server", "ACME SA")
        etc.put("10.json", {"network_guard": {**GUARD, "allow_local_server": True}})
        client.sync()
        assert wire.connections > before


def test_what_is_not_managed_of_the_guard_stays_the_users(etc: Etc, client: Client) -> None:
    etc.put("10.json", {"network_guard": {"mode": "allowlist", "wifi": [{"ssid": "ACME"}]}})
    client.run("config", "set", "network_guard.ethernet.mode", "any")
    assert client.run("config", "get", "network_guard.ethernet.mode").data["value"] == "any"


def test_the_user_adds_to_a_managed_list_where_that_is_permitted(etc: Etc, client: Client) -> None:
    client.run("network", "allow", "Old")
    etc.put("10.json", {"network_guard": GUARD})
    assert [one["label"] or one["ssid"] for one in listed(client)] == ["ACME"]
    etc.put("10.json", {"network_guard": {**GUARD, "allow_user_networks": True}})
    client.run("network", "allow", "Home", "--security", "wpa3-personal")
    assert {(one["ssid"], one["source"]) for one in listed(client)} == {
        ("Old", "user"), ("Home", "user"), ("ACME", "managed"),
    }  # fmt: skip
    assert client.run("network", "remove", "ACME", expect=8).problem["reference"] == (
        "policy.forbidden"
    )
    client.run("network", "remove", "Old")
    assert {one["ssid"] for one in listed(client)} == {"Home", "ACME"}


def listed(client: Client) -> list[dict[str, str]]:
    return client.run("network", "list").data["networks"]


def test_a_policy_that_comes_in_the_middle_of_a_sync_stops_it_before_the_next_request(
    etc: Etc, client: Client, radicale: Account, tmp_path: Path
) -> None:
    seeded(radicale, "work")
    with CountingProxy(radicale.server.port) as wire:
        client.add(radicale, url=wire.rebase(radicale.url))
        draft = tmp_path / "draft.json"
        # the password is asked for when the gate has let the first request pass its first stage
        script = f"cp {draft} {FILE}; cat {shlex.quote(str(tmp_path / 'home-acc.password'))}"
        client.run("account", "set", "acc", f"password_command=sh -c {shlex.quote(script)}")
        for content, code in ((json.dumps({**HEAD, "network_guard": GUARD}), 7), ("{}", 13)):
            draft.write_text(content)
            before = len(wire.requests)
            done = client.sync(expect=code)
            assert len(wire.requests) == before
            assert done.references == {"transport.gate_denied"}
            etc.remove("10.json")
        draft.write_text(json.dumps(HEAD))
        assert client.sync().counts() == {"downloaded": 1}


# -- the environment ---------------------------------------------------------------------------


def far_away(client: Client) -> None:
    """An account on another machine, written into the settings."""
    config = client.home / "config"
    config.mkdir(parents=True, mode=0o700)
    (config / "config.toml").write_text(
        '[accounts.far]\nid = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"\nusername = "u"\n'
        'provider = "generic"\nurl = "https://192.0.2.77/"\npassword_command = "echo x"\n'
    )


def test_a_managed_proxy_is_used_and_a_managed_guard_judges_it(
    etc: Etc, client: Client, doorman: Doorman
) -> None:
    far_away(client)
    port = doorman.listening.getsockname()[1]
    etc.put("10.json", {"proxy": f"http://127.0.0.1:{port}"})
    client.run("config", "set", "network.proxy", "http://127.0.0.1:9", expect=8)
    client.sync(expect=11)
    assert doorman.came > 0
    doorman.came = 0
    etc.put("20.json", {"network_guard": GUARD})
    done = client.sync(expect=7)
    assert done.references == {"transport.gate_denied"}
    told = client.run("network", "explain", "far", expect=7).data["accounts"][0]
    assert (told["code"], told["host"]) == ("local_server", "127.0.0.1")
    assert doorman.came == 0
    etc.put("20.json", {"network_guard": {**GUARD, "allow_local_server": True}})
    client.sync(expect=11)
    assert doorman.came > 0


def test_the_environments_proxy_does_not_lead_past_the_guard(
    etc: Etc, client: Client, doorman: Doorman
) -> None:
    far_away(client)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        for spelt in (name, name.lower()):
            client.environment[spelt] = f"http://127.0.0.1:{doorman.listening.getsockname()[1]}"
    client.environment["NO_PROXY"] = ""
    etc.put("10.json", {"network_guard": {**GUARD, "allow_local_server": True}})
    client.sync(expect=7)
    assert doorman.came == 0


def test_a_second_profile_has_the_same_guard(etc: Etc, client: Client, tmp_path: Path) -> None:
    etc.put("10.json", {"network_guard": GUARD})
    other = Client(tmp_path / "elsewhere", program=client.program)
    far_away(other)
    other.sync(expect=7)
    other.environment["XDG_CONFIG_DIRS"] = str(tmp_path)
    other.sync(expect=7)


def test_the_system_bus_is_not_taken_from_the_environment(
    etc: Etc, client: Client, tmp_path: Path, short: Callable[[], Path]
) -> None:
    far_away(client)
    path = short() / "bus"
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    with contextlib.closing(Doorman(listening)) as bus:
        client.environment["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={path}"
        client.run("config", "set", "network_guard.mode", "any-wifi")
        client.run("config", "set", "network_guard.metered", "deny")
        client.run("network", "explain", "far", expect=7)
        assert bus.came > 0, "the user's own guard asks it: else this test proves nothing"
        bus.came = 0
        etc.put("10.json", {"network_guard": {**GUARD, "metered": "deny"}})
        client.run("network", "explain", "far", expect=7)
        client.sync(expect=7)
        assert bus.came == 0


@pytest.fixture
def short() -> Iterator[Callable[[], Path]]:
    """A folder whose path is short enough for a socket."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="ks") as name:
        yield lambda: Path(name)
