"""Times in words, as far as they need no locale: "5 minutes ago", "in 2 hours"."""

from __future__ import annotations

from ui.words import plural, tr

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def ago(seconds: float) -> str:
    """How long something is past."""
    if seconds < _MINUTE:
        return tr("just now")
    if seconds < _HOUR:
        return plural("{count} minute(s) ago", int(seconds // _MINUTE))
    if seconds < _DAY:
        return plural("{count} hour(s) ago", int(seconds // _HOUR))
    return plural("{count} day(s) ago", int(seconds // _DAY))


def ahead(seconds: float) -> str:
    """How long something is off."""
    if seconds < _MINUTE:
        return tr("in a moment")
    if seconds < _HOUR:
        return plural("in {count} minute(s)", round(seconds / _MINUTE))
    if seconds < _DAY:
        return plural("in {count} hour(s)", round(seconds / _HOUR))
    return plural("in {count} day(s)", round(seconds / _DAY))


def took(seconds: float) -> str:
    """How long something took."""
    if seconds < _MINUTE:
        return tr("{seconds} s", seconds=max(1, round(seconds)))
    minutes, rest = divmod(round(seconds), _MINUTE)
    return tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
