"""Which profile is meant."""

import pytest

from ksync.connect.errors import NoProfile, WhichProfile
from ksync.connect.thunderbird.profiles import pick, profiles


def write(home, root, text, *folders):
    for folder in folders:
        (home / root / folder).mkdir(parents=True)
    (home / root / "profiles.ini").write_text(text)


DEBIAN = """\
[Profile1]
Name=default
IsRelative=1
Path=old.default
Default=1

[InstallFDC34C9F024745EB]
Default=new.default-default
Locked=1

[Profile0]
Name=default-default
IsRelative=1
Path=new.default-default

[General]
StartWithLastProfile=1
Version=2
"""


def test_the_one_that_an_installation_starts_with(tmp_path):
    write(tmp_path, ".thunderbird", DEBIAN, "old.default", "new.default-default")
    found = profiles(tmp_path)
    assert {one.name for one in found} == {"default", "default-default"}
    chosen = pick(found, "")
    assert chosen.folder == tmp_path / ".thunderbird" / "new.default-default"
    assert chosen.prefs.name == "prefs.js"


@pytest.mark.parametrize("wanted", ["default", "old.default"])
def test_one_that_is_named(tmp_path, wanted):
    write(tmp_path, ".thunderbird", DEBIAN, "old.default", "new.default-default")
    assert pick(profiles(tmp_path), wanted).folder.name == "old.default"
    folder = tmp_path / ".thunderbird" / "old.default"
    assert pick(profiles(tmp_path), str(folder)).folder == folder


def test_installs_ini_says_it_too(tmp_path):
    old = "[Profile0]\nName=a\nIsRelative=1\nPath=a\n\n[Profile1]\nName=b\nIsRelative=1\nPath=b\n"
    write(tmp_path, ".thunderbird", old, "a", "b")
    with pytest.raises(WhichProfile) as failed:
        pick(profiles(tmp_path), "")
    assert str(tmp_path / ".thunderbird" / "b") in failed.value.detail
    (tmp_path / ".thunderbird" / "installs.ini").write_text("[ABC]\nDefault=b\nLocked=1\n")
    assert pick(profiles(tmp_path), "").name == "b"


def test_before_there_were_installations(tmp_path):
    text = (
        "[Profile0]\nName=a\nIsRelative=1\nPath=a\n\n"
        "[Profile1]\nName=b\nIsRelative=1\nPath=b\nDefault=1\n"
    )
    write(tmp_path, ".thunderbird", text, "a", "b")
    assert pick(profiles(tmp_path), "").name == "b"


@pytest.mark.parametrize(
    "root",
    [
        "snap/thunderbird/common/.thunderbird",
        ".var/app/org.mozilla.Thunderbird/.thunderbird",
        ".var/app/net.thunderbird.Thunderbird/.thunderbird",
    ],
)
def test_snap_and_flatpak(tmp_path, root):
    write(tmp_path, root, DEBIAN, "old.default", "new.default-default")
    assert pick(profiles(tmp_path), "").folder == tmp_path / root / "new.default-default"


def test_two_installations_have_to_be_told_apart(tmp_path):
    for root in (".thunderbird", "snap/thunderbird/common/.thunderbird"):
        write(tmp_path, root, DEBIAN, "old.default", "new.default-default")
    with pytest.raises(WhichProfile):
        pick(profiles(tmp_path), "")


def test_a_folder_elsewhere(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(NoProfile):
        pick((), str(tmp_path / "elsewhere"))
    (tmp_path / "elsewhere" / "prefs.js").touch()
    assert pick((), str(tmp_path / "elsewhere")).folder == tmp_path / "elsewhere"


def test_none_at_all(tmp_path):
    (tmp_path / ".thunderbird").mkdir()
    write(tmp_path, ".thunderbird", DEBIAN)  # the folders that it names are gone
    with pytest.raises(NoProfile):
        pick(profiles(tmp_path), "")
    (tmp_path / ".thunderbird" / "profiles.ini").write_bytes(b"\xff[nonsense")
    assert profiles(tmp_path) == ()
