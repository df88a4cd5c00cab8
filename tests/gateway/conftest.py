import pytest

from tests.gateway.profile import Profile, addressbook, calendar, serving


@pytest.fixture
def profile(tmp_path):
    return Profile(tmp_path / "home")


@pytest.fixture
def gateway(profile):
    """A gateway over home/work (3 events) and home/people (2 cards)."""
    calendar(profile)
    addressbook(profile)
    with serving(profile) as running:
        yield running
