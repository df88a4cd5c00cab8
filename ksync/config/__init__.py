"""The settings that a person wrote: ``config.toml``, its model and its editing.

``load`` reads and checks, with the administrator's policies over and under it;
``edit`` changes the file and keeps its comments. What discovery found (principals,
home sets, tokens) is state, not configuration.
"""

from ksync.config.check import ConfigWarning, Loaded, check_text
from ksync.config.effective import load
from ksync.config.model import (
    Account,
    Collection,
    Config,
    Conflict,
    Desktop,
    Direction,
    General,
    Language,
    MassDeletion,
    Shade,
    Store,
    Sync,
)

__all__ = [
    "Account",
    "Collection",
    "Config",
    "ConfigWarning",
    "Conflict",
    "Desktop",
    "Direction",
    "General",
    "Language",
    "Loaded",
    "MassDeletion",
    "Shade",
    "Store",
    "Sync",
    "check_text",
    "load",
]
