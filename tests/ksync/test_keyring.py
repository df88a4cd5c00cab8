"""The keyring against the real gnome-keyring, absent, locked and stuck."""

import subprocess
import sys
import threading
import time

import pytest

from ksync.credentials import (
    SERVICE,
    Keyring,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
    PlaintextRefused,
    SecretMissing,
    backends,
    keyring_store,
    secret_service,
)
from ksync.credentials.backends import SECRET_SERVICE, choose, class_name
from ksync.credentials.secret_service import State
from tests.ksync.secret_service import (
    gnome_keyring,
    lock_default_collection,
    prompting_service,
    silent_service,
)

ONE = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"
TWO = "7d1f7f0e-2f0c-4b0e-8d3e-6f1f0a9b8c7d"


def test_store_get_delete_by_account(bus):
    keyring = Keyring()
    with gnome_keyring(bus, password="pw"):
        assert keyring.describe() == SECRET_SERVICE
        with pytest.raises(SecretMissing):
            keyring.get(ONE)
        keyring.set(ONE, "geheim ✓")
        assert keyring.get(ONE) == "geheim ✓"
        keyring.set(ONE, "changed")
        assert keyring.get(ONE) == "changed"
        with pytest.raises(SecretMissing):
            keyring.get(TWO)
        assert keyring.delete(ONE) is True
        assert keyring.delete(ONE) is False
        with pytest.raises(SecretMissing):
            keyring.get(ONE)


def test_other_programs_find_the_entry_under_our_name(bus):
    with gnome_keyring(bus, password="pw"):
        Keyring().set(ONE, "from ksync")
        found = subprocess.run(
            ["secret-tool", "lookup", "service", SERVICE, "username", ONE],
            env=bus,
            capture_output=True,
            text=True,
            check=True,
            timeout=20,
        )
    assert found.stdout == "from ksync"


def test_locked_is_said_without_a_prompt(bus):
    with gnome_keyring(bus, password="pw"):
        Keyring().set(ONE, "x")
        lock_default_collection()
        assert secret_service.look(5) is State.LOCKED
        for action in (
            lambda: Keyring().get(ONE),
            lambda: Keyring().set(ONE, "y"),
            lambda: Keyring().delete(ONE),
        ):
            with pytest.raises(KeyringLocked):
                action()


def test_locked_after_a_restart_without_login(bus):
    with gnome_keyring(bus, password="pw"):
        Keyring().set(ONE, "x")
    with gnome_keyring(bus, password=None), pytest.raises(KeyringLocked):
        Keyring().get(ONE)
    with gnome_keyring(bus, password="pw"):
        assert Keyring().get(ONE) == "x"


def test_locked_with_a_person_who_cannot_be_asked(bus):
    """No prompter on this bus: the daemon dismisses the prompt at once."""
    with gnome_keyring(bus, password="pw"):
        lock_default_collection()
        with pytest.raises(KeyringLocked):
            Keyring(may_prompt=True).get(ONE)
        with pytest.raises(KeyringLocked):
            Keyring(may_prompt=True).quiet().get(ONE)


def test_a_person_answers_the_prompt(bus):
    with prompting_service(bus, "yes"):
        assert secret_service.look(5) is State.LOCKED
        assert secret_service.unlock(5) is True
    with prompting_service(bus, "no"):
        assert secret_service.unlock(5) is False
        with pytest.raises(KeyringLocked):
            Keyring(may_prompt=True).get(ONE)


def test_nobody_answers_the_prompt(bus):
    with prompting_service(bus, "never"):
        with pytest.raises(KeyringTimeout):
            Keyring(may_prompt=True, prompt_deadline=0.3).get(ONE)
        with pytest.raises(KeyringLocked):
            Keyring(may_prompt=True, prompt_deadline=0.3).quiet().get(ONE)


def test_no_keyring_was_ever_made(bus):
    with gnome_keyring(bus, password=None):
        assert secret_service.look(5) is State.NO_COLLECTION
        with pytest.raises(KeyringMissing):
            Keyring().get(ONE)


def test_nobody_offers_the_service(bus):
    assert secret_service.look(5) is State.ABSENT
    with pytest.raises(KeyringMissing):
        Keyring().get(ONE)


def test_no_session_bus(monkeypatch, tmp_path):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert secret_service.look(5) is State.ABSENT
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nobody")
    assert secret_service.look(5) is State.ABSENT
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=localhost,port=1")
    assert secret_service.look(5) is State.ABSENT


def test_the_library_is_imported_when_a_password_is_wanted():
    code = (
        "import sys, ksync.credentials; print('keyring' in sys.modules, 'jeepney' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


def test_a_stuck_service_is_given_up(bus):
    with silent_service(bus):
        begin = time.monotonic()
        with pytest.raises(KeyringTimeout):
            Keyring(deadline=0.3).get(ONE)
        with pytest.raises(KeyringTimeout):
            Keyring(deadline=0.3).set(ONE, "x")
        assert time.monotonic() - begin < 5
    with gnome_keyring(bus, password="pw"), pytest.raises(SecretMissing):
        Keyring().get(ONE)


def test_a_stuck_worker_is_not_followed_by_a_second(bus, monkeypatch):
    """Stuck where the look cannot help: the library's own call."""
    release = threading.Event()
    calls = []

    def stuck(**_options):
        calls.append(1)
        release.wait(30)
        raise KeyringMissing("released")

    monkeypatch.setattr(backends, "choose", stuck)
    keyring = Keyring(deadline=0.05)
    with pytest.raises(KeyringTimeout, match="no answer"):
        keyring.get(ONE)
    begin = time.monotonic()
    with pytest.raises(KeyringTimeout, match="earlier question"):
        keyring.get(ONE)
    assert time.monotonic() - begin < 0.5
    assert calls == [1]
    release.set()
    deadline = time.monotonic() + 10
    while keyring_store._stuck.is_set() and time.monotonic() < deadline:
        time.sleep(0.01)
    with pytest.raises(KeyringMissing):
        keyring.get(ONE)


def test_calls_from_several_threads_wait_for_each_other(bus):
    answers = []
    with gnome_keyring(bus, password="pw"):
        Keyring().set(ONE, "x")
        threads = [
            threading.Thread(target=lambda: answers.append(Keyring().get(ONE))) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    assert answers == ["x"] * 4


PLAINTEXT = """
from keyring.backend import KeyringBackend
print("IMPORTED")
class Keyring(KeyringBackend):
    priority = 7
    stored = {}
    def get_password(self, service, username):
        return self.stored.get((service, username))
    def set_password(self, service, username, password):
        self.stored[service, username] = password
    def delete_password(self, service, username):
        del self.stored[service, username]
"""


@pytest.fixture
def plaintext(tmp_path, monkeypatch):
    """A third party's backend that could be named, as keyrings.alt's could."""
    (tmp_path / "plain_backend.py").write_text(PLAINTEXT)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "plain_backend.Keyring"
    module = sys.modules.pop("plain_backend", None)
    if module is not None:
        module.Keyring._classes.discard(module.Keyring)


def test_a_backend_named_by_the_environment_is_refused_unimported(
    bus, plaintext, monkeypatch, capsys
):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", plaintext)
    with gnome_keyring(bus, password="pw"), pytest.raises(PlaintextRefused, match="plain_backend"):
        Keyring().set(ONE, "x")
    assert "plain_backend" not in sys.modules
    assert capsys.readouterr().out == ""


def test_a_backend_named_by_the_librarys_file_is_refused(bus, plaintext):
    from pathlib import Path

    folder = Path(bus["XDG_CONFIG_HOME"]) / "python_keyring"
    folder.mkdir(parents=True)
    (folder / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={plaintext}\n")
    with pytest.raises(PlaintextRefused):
        Keyring().get(ONE)
    (folder / "keyringrc.cfg").write_text("default-keyring\n")
    with pytest.raises(KeyringFailed):
        Keyring().get(ONE)


def test_a_plaintext_backend_is_used_where_it_is_allowed(bus, plaintext, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", plaintext)
    keyring = Keyring(allow_plaintext=True)
    keyring.set(ONE, "x")
    assert keyring.get(ONE) == "x"
    assert keyring.delete(ONE) is True


def test_an_installed_plaintext_backend_is_found_and_refused(bus, plaintext):
    __import__("plain_backend")
    with pytest.raises(PlaintextRefused, match="plain_backend"):
        choose(allow_plaintext=False)
    assert [class_name(ring) for ring in choose(allow_plaintext=True)] == [plaintext]


@pytest.mark.parametrize("how", ["", "keyring.backends.chainer.ChainerBackend"])
def test_beside_a_real_keyring_the_plaintext_one_is_left_out(bus, plaintext, monkeypatch, how):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", how)
    __import__("plain_backend")
    with gnome_keyring(bus, password="pw"):
        assert [class_name(ring) for ring in choose(allow_plaintext=False)] == [SECRET_SERVICE]
        assert [class_name(ring) for ring in choose(allow_plaintext=True)] == [SECRET_SERVICE]


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_switched_off_means_no_keyring(bus, monkeypatch, name):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    with pytest.raises(KeyringMissing):
        Keyring(allow_plaintext=True).get(ONE)


def test_a_named_backend_that_cannot_be_loaded(bus, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Thing")
    with pytest.raises(KeyringFailed):
        Keyring(allow_plaintext=True).get(ONE)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", SECRET_SERVICE)
    with pytest.raises(KeyringMissing):
        Keyring().get(ONE)
