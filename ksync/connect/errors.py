"""What can be in the way of connecting a program."""

from __future__ import annotations

from ksync.reporting.errors import AppError


class ProgramRuns(AppError):
    """It would overwrite what is written into its settings; nothing was changed."""

    reference = "connect.running"


class NoProfile(AppError):
    """The program was never started, or keeps its settings in a place that is not known."""

    reference = "connect.no_profile"


class WhichProfile(AppError):
    """There are several profiles, and nothing says which one is meant."""

    reference = "connect.which_profile"


class NothingOffered(AppError):
    """No collection was synced yet."""

    reference = "connect.nothing"


class Unsent(AppError):
    """The program has edits that it has not sent; they would be gone. Nothing was changed."""

    reference = "connect.unsent"


class Doubled(AppError):
    """The program would show the same collections twice."""

    reference = "connect.doubled"


class SettingsUnusable(AppError):
    """The program's settings cannot be read or written."""

    reference = "connect.settings"


class NoDataServer(AppError):
    """GNOME's data server does not answer."""

    reference = "connect.no_data_server"
