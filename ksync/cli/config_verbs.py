"""``ksync config``: show, get, set, path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Group
from ksync.cli.rendering import shown_value
from ksync.config import keys
from ksync.config.edit import edit
from ksync.config.effective import settings
from ksync.config.layers import Level
from ksync.config.positions import dotted
from ksync.reporting.output import Result

if TYPE_CHECKING:
    from ksync.config import Loaded
    from ksync.config.edit import Change
    from ksync.config.effective import Setting


@click.group(cls=Group)
def config() -> None:
    """Read and write settings."""


@config.command("show")
@pass_app
def show(app: App) -> Result:
    """Print every setting with the value that holds; behind it who says so, if not you."""
    loaded = app.loaded
    found = list(settings(loaded))
    return Result(
        data={
            "path": str(loaded.path),
            "settings": msgspec.to_builtins(loaded.config),
            "warnings": [
                {"key": warning.key, "line": warning.line, "message": warning.message}
                for warning in loaded.warnings
            ],
            "origins": {
                dotted(one.key): {"level": one.claim.level.value, "locked": one.locked}
                for one in found
            },
        },
        text=[_line(one, loaded.manager) for one in found],
    )


@config.command("get")
@click.argument("key")
@pass_app
def get(app: App, key: str) -> Result:
    """Print the value of KEY, for instance general.history_days."""
    value = keys.get(app.config, key)
    return Result(data={"key": key, "value": value}, text=[shown_value(value)])


@config.command("set")
@click.argument("key")
@click.argument("value")
@pass_app
def set_value(app: App, key: str, value: str) -> Result:
    """Set KEY to VALUE in config.toml; comments stay. Lists are given with commas."""

    def change(loaded: Loaded) -> list[Change]:
        return [keys.parse(loaded.config, key, value)]

    new = keys.get(edit(app.paths, change).config, key)
    return Result(f"{key} is now {shown_value(new)}.", {"key": key, "value": new})


@config.command("path")
@pass_app
def path(app: App) -> Result:
    """Print where config.toml is."""
    file = app.paths.config_file
    return Result(data={"path": str(file), "exists": file.exists()}, text=[str(file)])


def _line(setting: Setting, manager: str) -> str:
    line = f"{dotted(setting.key)} = {shown_value(setting.value)}"
    if setting.locked:
        return f"{line}  (managed by {manager})"
    return (
        f"{line}  (recommended by {manager})" if setting.claim.level is Level.RECOMMENDED else line
    )
