"""Accounts on the command line: what is asked, what is refused, what is kept."""

import io
import json
import os
import pty
import shlex
import signal
import subprocess
import sys
import time

import pytest

from ksync.config import load
from ksync.credentials import Keyring, SecretMissing
from ksync.providers import PROVIDERS
from tests.ksync.cli.conftest import Cli
from tests.ksync.secret_service import gnome_keyring, lock_default_collection


def accounts(paths):
    return load(paths.config_file).config.accounts


def test_add_prints_the_collections_and_says_what_comes_next(cli, remote, login, paths):
    done = cli("account", "add", "home", *login)
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0] == ["ID", "NAME", "KIND", "ITEMS", "SYNC"]
    assert rows[1:] == [
        ["home/people", "People", "address", "book", "0", "both", "ways"],
        ["home/work", "Work", "calendar", "0", "both", "ways"],
    ]
    assert "`ksync sync`" in done.err
    assert str(paths.data / "home") in done.err
    found = accounts(paths)["home"]
    assert (found.provider, found.url) == ("generic", remote.url)
    assert remote.password not in paths.config_file.read_text()


def test_add_as_data(cli, remote, login):
    data = cli.json("account", "add", "home", *login).data
    assert data["account"]["name"] == "home"
    assert data["account"]["password_source"] == "password_command"
    assert data["advice"] == ""
    assert [c["id"] for c in data["collections"]] == ["home/people", "home/work"]
    assert data["home_sets"]
    assert data["principal"].endswith(f"/{remote.username}/")


def test_without_a_name_it_is_the_hosts_and_unique(cli, remote, login, paths):
    cli("account", "add", *login)
    cli("account", "add", *login)
    assert list(accounts(paths)) == ["127.0.0.1", "127.0.0.1-2"]


def test_the_names_that_providers_give(cli):
    from ksync.cli.account_verbs import _wished_name

    assert _wished_name("infomaniak", None) == "infomaniak"
    assert _wished_name("nextcloud", "https://cloud.example.org/") == "nextcloud"
    assert _wished_name("generic", "https://DAV.example.org:8443/x") == "dav.example.org"


def test_a_name_is_made_valid(added):
    from ksync.cli.app import App

    accounts = App().service.accounts
    assert accounts.free_name("home") == "home-2"
    assert accounts.free_name("::1") == "1"
    assert accounts.free_name("été") == "t"
    assert accounts.free_name("…") == "account"


def test_a_rejected_login_keeps_nothing_and_explains(cli, remote, paths):
    words = ("--url", remote.url, "--username", remote.username, "--password-command", "echo no")
    done = cli("account", "add", "home", *words, code=6)
    assert "error [http.unauthorized]: The login was rejected by the server." in done.err
    assert "hint: Check the user name and the password." in done.err
    assert "set-password" not in done.err
    assert not paths.config_file.exists()
    assert not list(paths.state.rglob("*.sqlite3"))


def test_the_providers_hint_after_a_401(cli, remote):
    words = ["account", "add", "--provider", "infomaniak", "--url", remote.url]
    words += ["--username", "me@example.org", "--password-command", "echo no"]
    problem = cli.json(*words, code=6).data["problem"]
    assert "does not take an e-mail address" in problem["hint"]
    assert PROVIDERS["infomaniak"].security_page in problem["hint"]
    assert problem["account"] == "infomaniak"


def test_an_email_as_infomaniak_user_is_advised_and_not_refused(cli, remote, password_file):
    # whatever the provider, this server takes any user name that it knows
    words = ["account", "add", "--provider", "infomaniak", "--url", remote.url, "--username"]
    command = ["--password-command", f"cat {shlex.quote(str(password_file))}"]
    assert "AB12345" in cli(*words, remote.username, *command).err
    assert "AB12345" in cli.json(*words, remote.username, *command).data["advice"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--password-stdin", "--password-command", "x"], "exclude each other"),
        (["--provider", "nope"], "There is no provider “nope”."),
        (["--provider", "nextcloud"], "address is missing"),
        (["--url", "http://example.org/"], "must begin with https://"),
        (["--url", "https://a:b@example.org/"], "must not contain a user name"),
        (["--url", "https://example.org/", "--ca-file", "/no/such"], "There is no file /no/such."),
        (["--url", "https://example.org/", "--trust-host", "https://x/"], "must be host names"),
        (["--password-command", "a 'b"], "must be a command line"),
        (["--username", "a:b"], "must not contain a colon"),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_asked(cli, words, said):
    done = cli("account", "add", "--username", "me", *words, code=2)
    assert said in done.err


def test_a_name_cannot_be_taken_twice_or_be_a_path(added):
    assert "already an account" in added("account", "add", "home", "--username", "x", code=2).err
    assert "must be letters" in added("account", "add", "a/b", "--username", "x", code=2).err


def test_without_a_terminal_the_options_are_named(cli):
    done = cli("account", "add", "--username", "AB12345", code=2)
    assert "error [usage.answer_needed]" in done.err
    assert "--password-stdin" in done.err
    assert "--password-command" in done.err
    assert "User name" in cli("account", "add", code=2).err


def test_no_keyring_is_told_before_the_password_is_asked_for(cli, monkeypatch, remote):
    words = ("account", "add", "--url", remote.url, "--username", "x", "--password-stdin")
    problem = cli.json(*words, code=10).data["problem"]
    assert problem["reference"] == "credential.keyring_missing"
    assert "--password-command" in problem["hint"]


def test_a_systemd_credential_is_enough(cli, remote, tmp_path, monkeypatch):
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / "ksync-home").write_text(remote.password)
    words = ("account", "add", "home", "--url", remote.url, "--username", remote.username)
    assert cli.json(*words).data["account"]["password_source"] == "systemd credential"


def test_the_keyring_keeps_what_stdin_gave(bus, paths, remote, capsys, monkeypatch):
    cli = Cli(capsys)
    words = ["account", "add", "home", "--url", remote.url, "--username", remote.username]
    another = ["account", "set-password", "home", "--password-stdin"]

    def piped(*arguments, text, code=0):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.StringIO(text))
            return cli.json(*arguments, code=code)

    with gnome_keyring(bus, password="pw"):
        done = piped(*words, "--password-stdin", text=f"{remote.password}\r\nmore\n")
        assert done.data["account"]["password_source"] == "keyring"
        cli.sync()
        assert piped(*another, text="wrong\n", code=6).envelope["code"] == "http.unauthorized"
        cli.sync()
        assert piped(*another, text="", code=2).envelope["code"] == "usage.invalid"
        piped(*another, text=f"{remote.password}\n")
        # locked, missing, without the secret, rejected: four states with words of their own
        lock_default_collection()
        done = cli.sync(code=10)
        assert done.envelope["code"] == "credential.keyring_locked"
        (error,) = done.data["accounts"][0]["errors"]
        assert error["reference"] == "credential.keyring_locked"
        (status,) = cli.json("status").data["accounts"]
        assert status["last_run"]["outcome"] == "failed"
        assert status["problems"][0]["reference"] == "credential.keyring_locked"
    assert cli.sync(code=10).envelope["code"] == "credential.keyring_missing"
    with gnome_keyring(bus, password="pw"):
        identifier = accounts(paths)["home"].id
        Keyring().set(identifier, "wrong")
        done = cli.sync(code=6)
        assert done.envelope["code"] == "http.unauthorized"
        assert "`ksync account set-password home`" in cli("sync", code=6).err
        Keyring().delete(identifier)
        assert cli.sync(code=10).envelope["code"] == "credential.secret_missing"
        Keyring().set(identifier, remote.password)
        cli.sync()
        cli("account", "remove", "home", "--yes")
        with pytest.raises(SecretMissing):
            Keyring().get(identifier)


PROGRAM = (sys.executable, "-W", "error", "-m", "ksync")


def on_a_terminal(keys, *words):
    """Run with a terminal as stdin and stderr; (exit code, stdout, what stderr showed).

    :param keys: (what to wait for, what to type then; ``None`` is Ctrl-C).
    """
    ours, theirs = pty.openpty()
    seen = b""
    with subprocess.Popen(
        [*PROGRAM, *words], stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, text=True
    ) as process:
        os.close(theirs)
        try:
            for question, answer in keys:
                while question not in seen:
                    seen += os.read(ours, 4096)
                if answer is None:
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(ours, answer)
            while True:
                try:
                    seen += os.read(ours, 4096)
                except OSError:  # Linux's word for the end of a terminal
                    break
            out = process.stdout.read()
            return process.wait(60), out, seen.decode()
        finally:
            process.kill()
            os.close(ours)


def test_a_question_on_a_terminal_does_not_show_the_password(cli, remote, login, bus, monkeypatch):
    for name, value in bus.items():
        monkeypatch.setenv(name, value)
    words = ["account", "add", "home", "--url", remote.url]
    keys = [
        (b"User name: ", f"{remote.username}\n".encode()),
        (b"Password of ", f"{remote.password}\n".encode()),
    ]
    with gnome_keyring(bus, password="pw"):
        code, out, err = on_a_terminal(keys, *words)
    assert code == 0, (out, err)
    assert "home/work" in out
    assert remote.password not in out + err


def test_a_sync_on_a_terminal_may_ask_for_the_password(added, remote):
    added("account", "set", "home", "password_command=")
    keys = [(b"Password of ", f"{remote.password}\n".encode())]
    code, out, err = on_a_terminal(keys, "sync")
    assert code == 0, (out, err)
    assert "home/work" in out
    assert remote.password not in out + err
    code, out, err = on_a_terminal([(b"Password of ", None)], "sync")
    assert code == 130, (out, err)
    assert "Interrupted; nothing is lost." in err


def test_an_interrupted_add_keeps_nothing(cli, remote, paths, tmp_path):
    running = tmp_path / "running"
    command = shlex.join(["sh", "-c", f"touch {shlex.quote(str(running))}; exec sleep 60"])
    words = ["account", "add", "home", "--url", remote.url, "--username", "x"]
    with subprocess.Popen(
        [*PROGRAM, *words, "--password-command", command], stderr=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + 20
        while not running.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted; nothing is lost." in err
    assert not paths.config_file.exists()
    assert not list(paths.state.rglob("*.sqlite3"))


def test_list_and_show(synced, remote, paths):
    done = synced("account", "list")
    assert done.out.splitlines()[1].split() == [
        *("home", "generic", remote.username, "2", "collections,", "6", "items", remote.url)
    ]
    (view,) = synced.json("account", "list").data["accounts"]
    assert synced.json("account", "show", "home").data["account"] == view
    assert (view["collections"], view["items"]) == (2, 6)
    text = synced("account", "show", "home").out
    assert f"folder:        {paths.data / 'home'}\n" in text
    assert "certificates" not in text
    assert remote.password not in json.dumps(view)
    assert "account.unknown" in synced("account", "show", "nope", code=2).err


def test_the_test_of_a_login(added, remote, password_file):
    done = added("account", "test", "home")
    assert "The login works (password from: password_command)." in done.err
    assert "home/work" in done.out
    password_file.write_text("changed\n")
    problem = added.json("account", "test", "home", code=6).data["problem"]
    assert "`ksync account set-password home`" in problem["hint"]


def test_set(added, remote, paths):
    data = added.json("account", "set", "home", "trusted_hosts=a.org,b.org", "path=~/x").data
    assert data["account"]["trusted_hosts"] == ["a.org", "b.org"]
    assert accounts(paths)["home"].path == "~/x"
    added("account", "set", "home", "trusted_hosts=", "path=")
    assert accounts(paths)["home"].path is None
    assert accounts(paths)["home"].trusted_hosts == ()


@pytest.mark.parametrize(
    ("setting", "reference"),
    [
        ("nope=1", "usage.invalid"),
        ("id=1", "usage.invalid"),
        ("nope", "usage.invalid"),
        ("=1", "usage.invalid"),
        ("url=http://example.org/", "config.refused"),
        ("username=", "config.refused"),
    ],
)
def test_what_set_refuses(added, paths, setting, reference):
    before = paths.config_file.read_text()
    assert added.json("account", "set", "home", setting, code=2).envelope["code"] == reference
    assert paths.config_file.read_text() == before


def test_set_names_what_there_is(added):
    assert "trusted_hosts" in added("account", "set", "home", "nope=1", code=2).err
    assert "given twice" in added("account", "set", "home", "url=a", "url=b", code=2).err


def test_remove_asks_and_leaves_the_files(synced, paths, folder):
    done = synced("account", "remove", "home", code=2)
    assert "error [usage.answer_needed]" in done.err
    assert accounts(paths)
    done = synced.json("account", "remove", "home", "--yes")
    (state,) = (paths.state / "accounts").glob("*/state.sqlite3")
    left = [str(paths.data / "home"), str(state)]
    assert done.data == {"account": "home", "erased": False, "left": left}
    assert accounts(paths) == {}
    assert len(list(folder.glob("*.ics"))) == 4


def test_remove_and_erase_leaves_nothing_but_what_is_not_ours(synced, paths, folder, remote):
    (folder / "notes.txt").write_text("mine")
    done = synced("account", "remove", "home", "--erase", "--yes")
    assert "notes.txt" in done.out
    assert (folder / "notes.txt").read_text() == "mine"
    assert not list(paths.data.rglob("*.ics"))
    assert not list(paths.data.rglob("*.vcf"))
    assert not list(paths.state.rglob("*.sqlite3"))
    assert len(remote.etags(f"{remote.calendar_home}cal/")) == 4
