"""A keyring that is locked, dismissed or missing, settings that are broken: what is said.

The real program, the real gnome-keyring and its real prompt. Without a screen, and a second
start: ``tests/ui/test_start.py``; without a tray: ``test_tray.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ksync.secret_service import entries, gnome_keyring
from tests.servers import Account
from tests.ui.desktop.accessible import Node, application, started
from tests.ui.desktop.session import Session, session, wait
from tests.ui.editing import event

pytestmark = pytest.mark.timeout(180)

LOCKED = "The keyring is locked."
HINT = "Unlock it here, or log in to the desktop with your password."
WRONG = ("does not accept", "wrong", "Sign in to")
"""Nothing of this may be said: the password is right."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Session]:
    with session() as made:
        made.env |= {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "KSYNC_HOME": str(tmp_path / "home"),
        }
        yield made


@pytest.fixture
def server(radicale: Account) -> Account:
    path = radicale.make_calendar("cal", ("VEVENT",), title="Work")
    radicale.put(f"{path}one.ics", event("One", uid="one"))
    return radicale


@pytest.fixture
def locked(desktop: Session, server: Account) -> Iterator[Session]:
    """Logged in without a password: the keyring with the account's password is closed."""
    with gnome_keyring(desktop.env, password="pw"):
        desktop.add_account(server)
    with gnome_keyring(desktop.env, password=None):
        yield desktop


def prompt(desktop: Session, program: Node) -> Node:
    """The desktop's own question for the keyring's password, after "Unlock…"."""

    def asked() -> Node | None:
        found = application(desktop, "gcr-prompter")
        return found if found is not None and found.named("Unlock") else None

    program.press("Unlock…")
    return wait(asked, "the prompt")


def says(program: Node, *texts: str) -> None:
    for text in texts:
        program.find(text)
    read = " ".join(program.texts())
    assert not [word for word in WRONG if word in read], read


def files(home: Path) -> list[Path]:
    return list((home / "data").rglob("*.ics"))


def test_a_locked_keyring_is_said_unlocked_and_the_sync_goes_on(locked, tmp_path) -> None:
    """Who dismisses the prompt is told again, and can try again."""
    program = started(locked)
    says(program, LOCKED, HINT, f"home: {LOCKED}")
    question = prompt(locked, program)
    question.press("Cancel")
    wait(lambda: question.named("Cancel") is None, "the prompt is gone")
    says(program, LOCKED, HINT)
    assert files(tmp_path / "home") == []

    question = prompt(locked, program)
    question.find("", "password text").write("pw")
    question.press("Unlock")
    program.find("Everything is up to date.")
    assert len(files(tmp_path / "home")) == 1
    assert LOCKED not in program.texts()
    assert "Traceback" not in locked.log("ksync-tray")


def test_without_a_keyring_it_says_so_and_goes_on_when_there_is_one(server, tmp_path) -> None:
    """Not locked, not a wrong password: there is none, and starting one is enough."""
    with session(bare=True) as desktop:
        desktop.env |= {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "KSYNC_HOME": str(tmp_path / "home"),
        }
        with gnome_keyring(desktop.env, password="pw"):
            desktop.add_account(server)
        program = started(desktop)
        says(
            program,
            "No keyring was found.",
            "Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).",
        )
        assert LOCKED not in program.texts()
        with gnome_keyring(desktop.env, password="pw"):
            # the daemon has its name before its keyring is open
            wait(lambda: server.password in entries(desktop.env), "an open keyring")
            program.press("Sync home now")
            program.find("Everything is up to date.")
        assert len(files(tmp_path / "home")) == 1
        assert "Traceback" not in desktop.log("ksync-tray")


def test_broken_settings_are_said_with_their_line_and_mended(desktop, tmp_path) -> None:
    config = tmp_path / "home" / "config" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[sync]\nconflict = 7\n")
    program = started(desktop)
    program.find("Show the file")
    read = " ".join(program.texts())
    assert f"{config}:2" in read, read
    config.write_text("")
    program.find("No account yet")
    assert program.named("Show the file") is None
    assert "Traceback" not in desktop.log("ksync-tray")
