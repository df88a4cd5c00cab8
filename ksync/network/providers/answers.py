"""The seam between the bus and the providers: what goes wrong there is ``Unavailable``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ksync.network.bus import BusFailed
from ksync.network.providers.port import Unavailable


@contextmanager
def understood() -> Iterator[None]:
    """Around the reading of a service's answers.

    :raises Unavailable: it does not answer, or not as its document says.
    """
    try:
        yield
    except BusFailed as error:
        raise Unavailable(str(error)) from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        kind = type(error).__name__
        raise Unavailable(f"an answer that is not understood: {kind}") from error
