"""The settings that a person wrote: ``config.toml``, its model and its editing.

``load`` reads and checks; ``edit`` changes the file and keeps its comments. What
discovery found (principals, home sets, tokens) is state, not configuration.
"""

from ksync.config.check import ConfigWarning, Loaded, check_text, load
from ksync.config.model import (
    Account,
    Collection,
    Config,
    Conflict,
    Direction,
    General,
    MassDeletion,
    Store,
    Sync,
)

__all__ = [
    "Account",
    "Collection",
    "Config",
    "ConfigWarning",
    "Conflict",
    "Direction",
    "General",
    "Loaded",
    "MassDeletion",
    "Store",
    "Sync",
    "check_text",
    "load",
]
