"""Settings from the environment of one call: ``KSYNC_SETTINGS``, in the words of the file.

::

    KSYNC_SETTINGS='sync.interval_minutes = 5' ksync run

One variable with the file's own syntax, not a name made from each key: nothing has to be
guessed about dots and capitals, and a mistake is told as one of the file is. It overrides
the user's file, for this process; a managed key it cannot override.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from ksync.config.check import syntax_error
from ksync.config.layers import KeyPath, Layer, Level, leaves
from ksync.config.positions import key_lines
from ksync.reporting.errors import ConfigInvalid

VARIABLE = "KSYNC_SETTINGS"
IDENTITY = frozenset({"id"})
"""Keys that tie an account to its state: another one for a call would make a second account."""


def environment_layer(environ: Mapping[str, str]) -> Layer | None:
    """What the variable says; ``None`` where it says nothing.

    :raises ConfigInvalid: it is not TOML, or names what cannot be set for a call.
    """
    text = environ.get(VARIABLE, "")
    if not text.strip():
        return None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise syntax_error(error, text, Path(VARIABLE)) from error
    lines = key_lines(text)
    for path, _ in leaves(document):
        if path[-1] in IDENTITY:
            raise ConfigInvalid(
                "an account's id cannot be another one for a call",
                file=VARIABLE,
                line=lines.get(path),
                key=".".join(path),
            )
    return Layer(Level.COMMAND, document, VARIABLE, lines)


def blamed(error: ConfigInvalid, layer: Layer) -> ConfigInvalid:
    """The error as one of the variable, where the wrong value came from there."""
    keys: dict[str, KeyPath] = {".".join(path): path for path, _ in leaves(layer.document)}
    path = keys.get(error.key)
    if path is None:
        return error
    return ConfigInvalid(
        error.detail,
        file=VARIABLE,
        line=layer.lines.get(path),
        key=error.key,
        hint=error.hint,
        account=error.account,
        collection=error.collection,
    )
