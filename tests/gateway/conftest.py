import pytest

from tests.gateway.profile import Profile, addressbook, calendar, serving


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """One process for the tests of a module: home/work (3 events), home/people (2 cards)."""
    profile = Profile(tmp_path_factory.mktemp("standing") / "home")
    folders = [calendar(profile), addressbook(profile)]
    files = {file: file.read_bytes() for folder in folders for file in folder.iterdir()}
    with serving(profile) as running:
        yield profile, running, files


@pytest.fixture
def profile(request, tmp_path):
    """The one that ``gateway`` serves, if a test asks for that; else a new one."""
    if "gateway" in request.fixturenames:
        return request.getfixturevalue("standing")[0]
    return Profile(tmp_path / "home")


@pytest.fixture
def gateway(standing):
    """The standing gateway, its folders as they were at first."""
    _, running, files = standing
    for folder in {file.parent for file in files}:
        for file in folder.iterdir():
            if file not in files:
                file.unlink()
    for file, body in files.items():
        if not file.exists() or file.read_bytes() != body:
            file.write_bytes(body)
    return running
