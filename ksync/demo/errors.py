"""What can go wrong with the demo itself."""

from __future__ import annotations

from ksync.reporting.errors import AppError


class ServerMissing(AppError):
    """Radicale, the demo's server, is not installed."""

    reference = "demo.server_missing"


class ServerFailed(AppError):
    """The demo's server did not start, or does not answer."""

    reference = "demo.server_failed"


class DemoFailed(AppError):
    """A step did not do what it says; ``detail`` is what was expected."""

    reference = "demo.failed"
