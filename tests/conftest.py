"""Fixtures and profiles for all tests.

Hypothesis has two profiles: ``quick`` (the default, for each run and CI) and
``soak`` (10,000 examples). ``--hypothesis-profile`` or HYPOTHESIS_PROFILE
chooses. Neither has a deadline for an example: machines share their cores, and
the time limit of a test is pytest's.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ("tests.servers.fixtures",)

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile(
    "quick",
    max_examples=50,
    stateful_step_count=40,
    deadline=None,
    print_blob=True,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "soak",
    max_examples=10_000,
    stateful_step_count=60,
    deadline=None,
    print_blob=True,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
