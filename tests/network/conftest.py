"""The lab, once for a module, and kSync in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.cli import Client
from tests.network.lab import SSID, Lab
from tests.network.lab import lab as new_lab

PROGRAM = (sys.executable, "-W", "error", "-m", "ksync")


@pytest.fixture(scope="module")
def lab() -> Iterator[Lab]:
    """Two machines on a wire."""
    with new_lab() as found:
        yield found


@pytest.fixture(autouse=True)
def at_home(request: pytest.FixtureRequest) -> None:
    """Each test begins on the listed Wi-Fi, by which the default route leads."""
    if "lab" in request.fixturenames:
        found: Lab = request.getfixturevalue("lab")
        found.nm.roam("wlan0", SSID)
        found.default_by("wlan0")


class Near(Client):
    """``ksync`` on the near machine."""

    def __init__(self, home: Path, lab: Lab, **environment: str) -> None:
        own = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={lab.bus}", **environment}
        super().__init__(home, own, (*lab.near.prefix, *PROGRAM))
        self.lab = lab

    def guard(self, *settings: str) -> None:
        """Write settings of the guard, with the listed network."""
        config = self.home / "config" / "config.toml"
        config.parent.mkdir(parents=True, exist_ok=True)
        with config.open("a") as file:
            file.write(f'\n[[network_guard.wifi]]\nssid_hex = "{SSID.hex()}"\n')
            file.write('[network_guard]\nmode = "allowlist"\n' + "\n".join(settings) + "\n")

    def account(self, name: str = "home", *, expect: int = 0) -> None:
        """Add the account on the far server."""
        secret = self.home.parent / f"{self.home.name}.password"
        secret.write_text("secret\n")
        self.run(
            *("account", "add", name, "--url", self.lab.url, "--username", "alice"),
            *("--password-command", f"cat {secret}", "--ca-file", str(self.lab.ca_file)),
            expect=expect,
        )


@pytest.fixture
def near(lab: Lab, tmp_path: Path) -> Near:
    """``ksync`` there, without any settings."""
    return Near(tmp_path / "home", lab)
