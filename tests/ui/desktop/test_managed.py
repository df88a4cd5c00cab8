"""A managed setup in the real window: a policy that root owns, the real keyring, a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ksync.composition import Parts
from ksync.config import load
from ksync.paths import Paths
from ksync.service import Service
from tests.acceptance.mounts import Mounts
from tests.acceptance.policies import Etc
from tests.ksync.secret_service import gnome_keyring
from tests.servers import Account
from tests.ui.desktop.accessible import CHECKED, EDITABLE, ENABLED, READ_ONLY, Node, started
from tests.ui.desktop.session import Session, session, wait
from tests.ui.editing import event

pytestmark = pytest.mark.timeout(180)

WHO = "Managed by ACME SA (it@acme.example)"
GUARD = {
    "mode": "allowlist", "allow_user_networks": False, "allow_once": False,
    "allow_local_server": True,
    "wifi": [{"label": "HQ", "ssid": "ACME-Corp", "security": "wpa2-enterprise"}],
}  # fmt: skip


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Session]:
    """A desktop with an open keyring; the program sees an ``/etc`` of its own."""
    with Mounts() as mounts, session() as made:
        made.prefix = mounts.prefix
        made.env |= {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "KSYNC_HOME": str(tmp_path / "home"),
        }
        made.etc = Etc(mounts, tmp_path / "etc")  # type: ignore[attr-defined]  # for the tests
        with gnome_keyring(made.env, password="pw"):
            yield made


@pytest.fixture
def etc(desktop: Session) -> Etc:
    return desktop.etc  # type: ignore[attr-defined]  # see above


@pytest.fixture
def server(radicale: Account) -> Account:
    """Two calendars: one of them is left out by the policy."""
    for name in ("work", "private"):
        path = radicale.make_calendar(name, ("VEVENT",), title=name.title())
        radicale.put(f"{path}one.ics", event(f"In {name}", uid=name))
    return radicale


def account(server: Account, **more: object) -> dict[str, object]:
    return {"id": "corp", "provider": "generic", "url": server.url,
            "username": server.username, **more}  # fmt: skip


def on_page(desktop: Session, program: Node, page: str, text: str) -> None:
    """A second start brings the first one's window to that page."""
    assert desktop.start_tray("--page", page).wait(30) == 0
    program.find(text)


def locked(program: Node, name: str) -> bool:
    """Whether a control is locked, and says by whom where a screen reader reads it."""
    found = program.find(name)
    return not found.has(ENABLED) and found.description == WHO


def fields(program: Node) -> list[str]:
    """What can be typed into."""
    found = (each for each in program.seen() if each.role in ("text", "password text"))
    return [each.name for each in found if each.has(EDITABLE) and not each.has(READ_ONLY)]


def files(home: Path) -> set[str]:
    return {path.name for path in (home / "data").rglob("*.ics")}


def test_it_asks_for_the_password_alone_and_says_what_it_waits_for(
    desktop, etc, server, tmp_path
) -> None:
    home = tmp_path / "home"
    etc.put("10.json", {
        "network_guard": GUARD,
        "accounts": [account(server, collections={"include": ["*"], "exclude": ["private"]})],
    })  # fmt: skip
    program = started(desktop)
    said = "ACME SA (it@acme.example) has set this account up; only your password is missing."
    program.find(said)
    program.find("Step 1 of 3")
    assert fields(program) == ["Password"]

    program.press("Cancel")
    program.find("This account waits for its password.")
    program.find("corp waits for its password.")
    sync = program.find("Sync now", "push button")
    assert not sync.has(ENABLED)
    assert sync.description == "A password is missing"
    for page, title in (("collections", "No calendars yet"), ("conflicts", "Nothing waits for you"),
                        ("privacy", "New password for corp"),
                        ("overview", "Enter the password of corp")):  # fmt: skip
        on_page(desktop, program, page, title)
    assert not (home / "state" / "accounts").exists(), "looking makes no files"

    program.press("Enter the password of corp")
    program.find("Password", "text").write(server.password)
    program.press("Sign in")
    program.find("1 item from 1 collection will be copied to this computer.")
    program.find("Step 2 of 3")
    program.find(
        f"The files will be in {home / 'data'}; only you can open them, and every program that "
        "you start."
    )
    program.press("Start syncing")
    program.find("corp is added, and its first sync is on its way.")
    wait(lambda: files(home), "the first sync")
    assert len(files(home)) == 1, "what the policy leaves out stays on the server"
    program.press("Close")
    program.find("Everything is up to date.")
    assert "Traceback" not in desktop.log("ksync-tray")


def test_what_is_managed_is_locked_and_says_by_whom(desktop, etc, server, tmp_path) -> None:
    """On each page; what is not managed can be changed."""
    paths = Paths.under(tmp_path / "home")
    etc.put("10.json", {
        "network_guard": GUARD,
        "accounts": [account(server)],
        "sync": {"interval_minutes": 30, "conflict": "server"},
    })  # fmt: skip
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(
        f'[accounts.home]\nid = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"\nprovider = "generic"\n'
        f'url = "{server.url}"\nusername = "{server.username}"\n'
        f'password_command = "echo {server.password}"\n'
    )
    program = started(desktop, "--page", "networks")
    banner = "ACME SA (it@acme.example) manages some settings."
    program.find(banner)
    program.find("HQ")
    program.find("ACME-Corp  ·  At least: WPA2 Enterprise")
    assert locked(program, "Allow this network…")
    assert locked(program, "Add a network…")
    assert locked(program, "Only on networks that I list")
    assert program.named("Edit HQ") is None
    assert program.named("Remove HQ") is None
    assert WHO in program.texts()

    on_page(desktop, program, "settings", "Accounts")
    program.find(banner)
    assert locked(program, "The server's version is kept")
    assert locked(program, "Remove corp")
    assert program.find("Remove home").has(ENABLED)
    assert program.find("Tell me when something needs me").has(ENABLED)

    on_page(desktop, program, "privacy", "Erase home from this computer")
    assert program.named("Erase corp from this computer") is None, "it is not there yet"
    assert program.find("New password for corp").has(ENABLED)

    wait(lambda: files(tmp_path / "home"), "a sync of what is not managed")
    on_page(desktop, program, "collections", "Sync it")
    assert locked(program, "Keep the server's"), "the policy's word on conflicts"
    assert program.find("Sync it").has(ENABLED)
    assert program.find("Sync it").has(CHECKED)

    etc.remove("10.json")
    service = Service(Parts(paths, load(paths.config_file).config))
    assert service.network.rules().mode == "off", "this process never saw the policy"
    on_page(
        desktop,
        program,
        "networks",
        "No network is listed. Listed networks count once kSync may sync on them only.",
    )
    assert program.find("Allow this network…").has(ENABLED)
    assert "Traceback" not in desktop.log("ksync-tray")
