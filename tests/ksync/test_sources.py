"""The order of the sources, and what each of them does when it fails."""

import shlex
import sys

import pytest

from ksync.credentials import (
    AccountSecret,
    CredentialFileUnreadable,
    Keyring,
    KeyringLocked,
    KeyringMissing,
    PasswordCommandFailed,
    SecretMissing,
    Source,
)
from ksync.credentials.sources import run_command
from tests.ksync.secret_service import gnome_keyring, lock_default_collection

ID = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"


def python(code):
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}"


def secret(**more):
    return AccountSecret(
        account="work", account_id=ID, username="AB12345", keyring=Keyring(), **more
    )


@pytest.fixture
def no_bus(monkeypatch):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)


@pytest.fixture
def credential(tmp_path, monkeypatch):
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    return tmp_path / "ksync-work"


def test_the_keyring_goes_first(bus, credential):
    credential.write_text("from systemd\n")
    with gnome_keyring(bus, password="pw"):
        Keyring().set(ID, "from keyring")
        found = secret(command=python("print('from command')"), prompt=lambda _: "typed").find()
        assert (found.source, found.password) == (Source.KEYRING, "from keyring")
        assert secret()().username == "AB12345"
        assert "from keyring" not in repr(found) + repr(secret()())


def test_each_source_is_followed_by_the_next(bus, credential):
    with gnome_keyring(bus, password="pw"):
        command, typed = python("print('from command')"), lambda _: "typed"
        credential.write_text("from systemd\n")
        assert secret(command=command, prompt=typed).find().source is Source.COMMAND
        assert secret(prompt=typed).find().source is Source.SYSTEMD
        assert secret(prompt=typed)().password == "from systemd"
        credential.unlink()
        assert secret(prompt=typed).find().source is Source.PROMPT
        with pytest.raises(SecretMissing) as caught:
            secret().find()
        assert caught.value.account == "work"


def test_a_locked_keyring_does_not_hide_another_source(bus, credential):
    with gnome_keyring(bus, password="pw"):
        lock_default_collection()
        assert secret(command=python("print('x')")).find().source is Source.COMMAND
        with pytest.raises(KeyringLocked):
            secret().find()
        with pytest.raises(KeyringLocked):
            secret(prompt=lambda _: "").find()


def test_the_error_is_that_of_the_source_that_was_set_up(no_bus, credential):
    with pytest.raises(KeyringMissing):
        secret().find()
    with pytest.raises(PasswordCommandFailed):
        secret(command=python("raise SystemExit(3)")).find()
    credential.write_bytes(b"")
    with pytest.raises(SecretMissing, match="empty"):
        secret().find()
    credential.write_bytes(b"\xff\xfe")
    with pytest.raises(CredentialFileUnreadable):
        secret().find()
    credential.unlink()
    credential.mkdir()
    with pytest.raises(CredentialFileUnreadable):
        secret().find()


def test_the_answer_is_kept_until_it_is_forgotten(no_bus, tmp_path):
    count = tmp_path / "count"
    code = f"import pathlib; p = pathlib.Path({str(count)!r}); p.open('a').write('x'); print('pw')"
    source = secret(command=python(code))
    assert source().password == source().password == "pw"
    assert count.read_text() == "x"
    source.forget()
    source()
    assert count.read_text() == "xx"


def test_the_prompt_names_the_account(no_bus):
    asked = []
    secret(prompt=lambda text: asked.append(text) or "pw").find()
    assert asked == ["Password of AB12345 (work): "]


@pytest.mark.parametrize(
    ("printed", "password"),
    [("one\\ntwo\\n", "one"), ("one\\r\\ntwo", "one"), (" sp ace \\n", " sp ace "), ("é", "é")],
)
def test_the_first_line_is_the_password(printed, password):
    code = f"import sys; sys.stdout.buffer.write('{printed}'.encode())"
    assert run_command(python(code)) == password


def test_there_is_no_shell(tmp_path):
    assert run_command(python("import sys; print(sys.argv[1])") + " '$HOME;`id`'") == "$HOME;`id`"
    with pytest.raises(PasswordCommandFailed, match="No such file"):
        run_command("no-such-command-anywhere | cat")


def test_a_failed_command_shows_its_words_and_no_secret():
    code = "import sys; print('hunter2'); print('bad hunter2 key', file=sys.stderr); sys.exit(4)"
    with pytest.raises(PasswordCommandFailed) as caught:
        run_command(python(code))
    assert "ended with 4" in caught.value.detail
    assert "bad *** key" in caught.value.detail
    assert "hunter2" not in caught.value.detail


def test_a_command_that_says_nothing_or_never_ends_or_speaks_another_encoding():
    with pytest.raises(PasswordCommandFailed, match="printed nothing"):
        run_command(python("print()"))
    with pytest.raises(PasswordCommandFailed, match="no end"):
        run_command(python("import time; time.sleep(60)"), timeout=0.2)
    with pytest.raises(PasswordCommandFailed, match="UTF-8"):
        run_command(python("import sys; sys.stdout.buffer.write(bytes([255]))"))


def test_the_command_cannot_read_our_input():
    assert run_command(python("import sys; print(repr(sys.stdin.read()))")) == "''"
