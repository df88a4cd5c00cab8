"""Port and token: the same from one start to the next, and nobody else's to read."""

import stat

from ksync.gateway import place
from ksync.paths import Paths


def test_port_and_token_last(tmp_path):
    paths = Paths.under(tmp_path / "home")
    first = place.read_or_make(paths)
    assert place.read_or_make(paths) == place.read(paths) == first
    assert len(first.token) == 43  # 32 octets in base64


def test_nobody_else_may_read_them(tmp_path):
    paths = Paths.under(tmp_path / "home")
    place.read_or_make(paths)
    file = place.Files.of(paths).place
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_another_port_comes_with_another_token(tmp_path):
    paths = Paths.under(tmp_path / "home")
    first = place.read_or_make(paths)
    second = place.renew(paths)
    assert second.token != first.token and second.port != first.port
    assert place.read(paths) == second


def test_what_cannot_be_read_is_made_anew(tmp_path):
    paths = Paths.under(tmp_path / "home")
    place.read_or_make(paths)
    file = place.Files.of(paths).place
    for broken in (b"", b"{", b'{"port": 0, "token": "x"}', b'{"port": 25000, "token": "short"}'):
        file.write_bytes(broken)
        assert place.read(paths) is None
    assert place.read_or_make(paths).token
