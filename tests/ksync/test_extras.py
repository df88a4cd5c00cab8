from pathlib import Path

import pytest

from ksync.extras import command_that_adds


@pytest.mark.parametrize(
    ("left", "command"),
    [
        ("pipx_metadata.json", "pipx inject ksync 'radicale>=3.5'"),
        ("uv-receipt.toml", "uv pip install --python '/a b/python' 'radicale>=3.5'"),
        ("pyvenv.cfg", "'/a b/python' -m pip install 'radicale>=3.5'"),
    ],
)
def test_the_command_is_that_of_the_environment(tmp_path, left, command):
    (tmp_path / left).touch()
    assert command_that_adds("radicale>=3.5", tmp_path, Path("/a b/python")) == command
