import tempfile
from pathlib import Path

import pytest

from ksync.paths import Paths
from tests.ksync.secret_service import session_bus


@pytest.fixture
def paths(tmp_path, monkeypatch):
    """A fresh kSync home, also for child processes."""
    monkeypatch.setenv("KSYNC_HOME", str(tmp_path / "home"))
    return Paths.from_environment()


@pytest.fixture
def bus(monkeypatch):
    """A private session bus, as this process's session; yields its environment."""
    # A short path: a socket's name has about 100 characters.
    folder = tempfile.TemporaryDirectory(prefix="ks", ignore_cleanup_errors=True)
    with folder as name, session_bus(Path(name)) as env:
        for key, value in env.items():
            monkeypatch.setenv(key, value)
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        yield env
