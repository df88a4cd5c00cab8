"""Radicale 3: htpasswd in plain text, one folder, sorts and completes what it stores."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.servers.base import TestServer, Traits
from tests.servers.process import Daemon, fresh_folder

_CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
max_connections = 40
timeout = 60

[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0

[storage]
filesystem_folder = {folder}/collections

[web]
type = none

[logging]
level = warning
"""


class RadicaleServer(TestServer):
    """``python -m radicale`` of the environment that runs the tests."""

    kind = "radicale"
    traits = Traits(rewrites=True, keep_alive=False, one_home=True)

    def _make_folder(self) -> Path:
        return fresh_folder(self.kind)

    def _prepare(self, folder: Path) -> Daemon:
        config = folder / "config"
        config.write_text(_CONFIG.format(port=self.port, folder=folder), encoding="utf-8")
        for username, password in self._passwords.items():
            self._add_user(username, password)
        return Daemon([sys.executable, "-m", "radicale", "-C", str(config)], folder)

    def _add_user(self, username: str, password: str) -> None:
        # The file is read again at each login: htpasswd_cache is off.
        users = self._folder / "users"
        with users.open("a", encoding="utf-8") as file:
            file.write(f"{username}:{password}\n")
            file.flush()
            os.fsync(file.fileno())

    def _home_sets(self, username: str) -> tuple[str, str, str]:
        home = f"/{username}/"
        return home, home, home
