"""config.toml: what is accepted, what is refused and how it is said, what editing keeps."""

import os
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksync.config import Conflict, Direction, check_text, keys, load
from ksync.config.edit import edit, table_changes
from ksync.config.positions import dotted, key_lines, split_dotted
from ksync.reporting.errors import (
    ConfigInvalid,
    ConfigRefused,
    ConfigUnreadable,
    ReadOnlyKey,
    UnknownAccount,
    UnknownKey,
)

ID = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"
FULL = f"""# my settings
[general]
history_days = 30            # a month
allow_plaintext_keyring = false

# about sync
[sync]
conflict = "server"

# the account at work
[accounts.work]
id = "{ID}"
username = "AB12345"
trusted_hosts = [
  "dav.example.org",  # partner
  "*.example.net",
  "127.0.0.1",
]
path = "~/calendars"

[accounts.work.collections.home]
enabled = false
direction = "pull"
color = "#1a9fe0"

# the end
"""


def check(text, tmp_path):
    return check_text(text, tmp_path / "config.toml")


def test_a_missing_file_gives_the_defaults(tmp_path):
    config = load(tmp_path / "none.toml").config
    assert config.accounts == {}
    assert (config.general.history_days, config.sync.conflict) == (90, Conflict.MERGE)
    assert (config.sync.mass_deletion.percent, config.sync.mass_deletion.count) == (20, 10)
    assert config.general.allow_plaintext_keyring is False


def test_everything_that_was_written_is_read(tmp_path):
    loaded = check(FULL, tmp_path)
    account = loaded.config.accounts["work"]
    collection = account.collections["home"]
    assert loaded.warnings == ()
    assert loaded.config.general.history_days == 30
    assert account.trusted_hosts == ("dav.example.org", "*.example.net", "127.0.0.1")
    assert account.urls == ("https://sync.infomaniak.com/",)
    assert (collection.enabled, collection.direction) == (False, Direction.PULL)
    assert loaded.config.conflict_of(collection) is Conflict.SERVER


ACCOUNT = f'[accounts.work]\nid = "{ID}"\nusername = "AB12345"\n'

WRONG = [
    # text, line, key, words in the message
    ("[general]\n\nhistory_days = 'x'", 3, "general.history_days", "a whole number"),
    ("[general]\nhistory_days = true", 2, "general.history_days", "a whole number"),
    ("[general]\nhistory_days = 0", 2, "general.history_days", "between 1 and"),
    ("[general]\nallow_plaintext_keyring = 1", 2, "general.allow_plaintext_keyring", "true or"),
    ("[general]\ndata_dir = 'here'", 2, "general.data_dir", "full path"),
    ("general = 3", 1, "general", "a table"),
    ("accounts = []", 1, "accounts", "a table"),
    ("[sync]\nconflict = 'theirs'", 2, "sync.conflict", "server, local, both"),
    ("[sync.mass_deletion]\npercent = 101", 2, "sync.mass_deletion.percent", "0 and 100"),
    ("sync.mass_deletion.count = 0", 1, "sync.mass_deletion.count", "between 1"),
    ("[accounts.'a/b']\nid = 'x'", 1, 'accounts."a/b"', "letters, digits"),
    ("\n[accounts.work]\nusername = 'u'", 2, "accounts.work.id", "missing"),
    (ACCOUNT + "store = 'akonadi'", 4, "accounts.work.store", "vdir, eds"),
    (ACCOUNT + "provider = 'acme'", 4, "accounts.work.provider", "one of infomaniak"),
    (ACCOUNT + "provider = 'generic'", 1, "accounts.work.url", "missing"),
    (ACCOUNT + "url = 'http://dav.example.org/'", 4, "accounts.work.url", "https://"),
    (ACCOUNT + "url = 'http://localhost/'", 4, "accounts.work.url", "literal loopback"),
    (ACCOUNT + "url = 'https://u:p@x.org/'", 4, "accounts.work.url", "user name or a password"),
    (ACCOUNT + "url = 'https://x.org/?a=b'", 4, "accounts.work.url", "?query"),
    (ACCOUNT + "url = 'https://x.org:port/'", 4, "accounts.work.url", "address like"),
    (ACCOUNT + "url = 'dav.example.org'", 4, "accounts.work.url", "address like"),
    (ACCOUNT + "ca_file = 'ca.pem'", 4, "accounts.work.ca_file", "full path"),
    (ACCOUNT + "password_command = 'pass \"x'", 4, "accounts.work.password_command", "command"),
    (ACCOUNT + "password_command = ' '", 4, "accounts.work.password_command", "not empty"),
    (ACCOUNT + "trusted_hosts = 'x.org'", 4, "accounts.work.trusted_hosts", "a list"),
    (ACCOUNT + "trusted_hosts = ['https://x']", 4, "accounts.work.trusted_hosts", "host names"),
    (ACCOUNT + "trusted_hosts = ['*']", 4, "accounts.work.trusted_hosts", "host names"),
    (ACCOUNT + "trusted_hosts = ['*.*']", 4, "accounts.work.trusted_hosts", "host names"),
    (ACCOUNT + "password = 'hunter2'", 4, "accounts.work.password", "secret"),
    (ACCOUNT.replace("AB12345", "a:b"), 3, "accounts.work.username", "colon"),
    (ACCOUNT.replace("AB12345", " "), 3, "accounts.work.username", "empty"),
    (ACCOUNT.replace(ID, "work"), 2, "accounts.work.id", "UUID"),
    (
        ACCOUNT + "[accounts.work.collections.c]\ndirection = 'both'",
        5,
        "accounts.work.collections.c.direction",
        "two-way, pull, push",
    ),
    (
        ACCOUNT + "[accounts.work.collections.c]\n\npast_days = 0",
        6,
        "accounts.work.collections.c.past_days",
        "between 1 and 36500",
    ),
    (
        ACCOUNT + "[accounts.work.collections.c]\npast_days = 'a year'",
        5,
        "accounts.work.collections.c.past_days",
        "a whole number",
    ),
    (
        ACCOUNT + "[accounts.work.collections.c]\ncolor = 'red'",
        5,
        "accounts.work.collections.c.color",
        "#1a9fe0",
    ),
    (
        ACCOUNT + "[accounts.work.collections.'a/b']\n",
        4,
        'accounts.work.collections."a/b"',
        "slashes",
    ),
    (ACCOUNT + ACCOUNT.replace("work", "home"), 5, "accounts.home.id", "same as that of work"),
]


@pytest.mark.parametrize(("text", "line", "key", "words"), WRONG)
def test_a_mistake_is_named_with_file_line_and_key(tmp_path, text, line, key, words):
    with pytest.raises(ConfigInvalid) as caught:
        check(text, tmp_path)
    error = caught.value
    assert (error.line, error.key) == (line, key)
    assert error.resource == f"{tmp_path}/config.toml:{line}"
    assert words in error.detail
    assert "hunter2" not in error.detail + error.hint


def test_a_mistake_in_a_collection_names_account_and_collection(tmp_path):
    with pytest.raises(ConfigInvalid) as caught:
        check(ACCOUNT + "[accounts.work.collections.home]\nconflict = 'newest'", tmp_path)
    assert (caught.value.account, caught.value.collection) == ("work", "work/home")
    assert "server, local, both" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = \n", 1), ("\n\n[general", 3), ("[general]\na = 1\na = 2\n", 3), ("x = [1,\n2\n", 2)],
)
def test_a_text_that_is_no_toml(tmp_path, text, line):
    with pytest.raises(ConfigInvalid, match="not valid TOML") as caught:
        check(text, tmp_path)
    assert caught.value.line == line


def test_other_encodings_and_unreadable_files(tmp_path):
    file = tmp_path / "config.toml"
    file.write_bytes(b"[general]\n# caf\xe9\n")
    with pytest.raises(ConfigInvalid, match="UTF-8") as caught:
        load(file)
    assert caught.value.line == 2
    with pytest.raises(ConfigUnreadable):
        load(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf[general]\r\nhistory_days = 7\r\n")
    assert load(file).config.general.history_days == 7


def test_unknown_keys_are_warnings_with_the_nearest_known_one(tmp_path):
    loaded = check(f"[general]\nhistry_days = 3\n[zzz]\na = 1\n{ACCOUNT}urll = 'x'", tmp_path)
    found = [(warning.key, warning.line) for warning in loaded.warnings]
    assert found == [("general.histry_days", 2), ("zzz", 3), ("accounts.work.urll", 8)]
    assert "did you mean history_days?" in loaded.warnings[0].message
    assert "did you mean" not in loaded.warnings[1].message


def test_lines_of_keys():
    lines = key_lines(FULL)
    assert lines["general", "history_days"] == 3
    assert lines["accounts", "work", "trusted_hosts"] == 14
    assert lines["accounts", "work", "path"] == 19
    assert lines["accounts",] == 11
    text = 'a.b = """\nx = 1\n[no]\n"""\n[[t]]\nc = { d = 1 }\n'
    assert key_lines(text) == {
        ("a",): 1,
        ("a", "b"): 1,
        ("t",): 5,
        ("t", "1"): 5,
        ("t", "1", "c"): 6,
        ("t", "1", "c", "d"): 6,
    }


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=4))
def test_dotted_keys_come_back(parts):
    assert split_dotted(dotted(tuple(parts))) == tuple(parts)


@pytest.mark.parametrize("text", ["", "a b", "a = 1\nb", "a.", "[x]", "a = {b"])
def test_what_is_no_dotted_key(text):
    assert split_dotted(text) is None


def write(paths, text):
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(text)


def test_editing_keeps_comments_order_and_everything_else(paths):
    write(paths, FULL)
    new = ("accounts", "work", "collections", "tasks")

    def changes(loaded):
        assert loaded.config.general.history_days == 30
        return [
            (("general", "history_days"), 60),
            (("general", "history_max_mb"), 100),
            *table_changes(new, {"enabled": True, "name": 'x "y" \\', "color": None}),
        ]

    edit(paths, changes)
    expected = FULL.replace("history_days = 30 ", "history_days = 60 ").replace(
        "keyring = false\n", "keyring = false\nhistory_max_mb = 100\n"
    )
    expected += '\n[accounts.work.collections.tasks]\nenabled = true\nname = "x \\"y\\" \\\\"\n'
    assert paths.config_file.read_text() == expected
    assert load(paths.config_file).config.accounts["work"].collections["tasks"].name == 'x "y" \\'


def test_removing_a_table_leaves_the_comments_of_its_neighbours(paths):
    write(paths, FULL + ACCOUNT.replace("work", "home").replace(ID, ID.replace("0", "1")))
    edit(paths, lambda _: [(("accounts", "work"), None), (("sync", "conflict"), None)])
    text = paths.config_file.read_text()
    assert tomllib.loads(text).keys() == {"general", "sync", "accounts"}
    assert list(tomllib.loads(text)["accounts"]) == ["home"]
    for comment in ("# my settings", "# about sync", "# the account at work", "# the end"):
        assert comment in text
    before = paths.config_file.read_bytes()
    edit(paths, lambda _: [(("accounts", "nobody"), None), (("a", "b", "c"), None)])
    assert paths.config_file.read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        "sync = { conflict = 'server' } # inline\n",
        "sync.conflict = 'server' # dotted\n",
        "[sync]\nmass_deletion = { percent = 5, count = 6 } # half\n",
    ],
)
def test_unusual_spellings_are_edited_too(paths, text):
    write(paths, text)
    config = edit(
        paths,
        lambda _: [
            (("sync", "conflict"), "local"),
            (("sync", "mass_deletion", "percent"), 7),
        ],
    ).config
    assert (config.sync.conflict, config.sync.mass_deletion.percent) == (Conflict.LOCAL, 7)
    assert text[text.index("#") :] in paths.config_file.read_text()


def test_a_change_that_would_be_wrong_changes_nothing(paths):
    write(paths, FULL)
    with pytest.raises(ConfigRefused, match="between"):
        edit(paths, lambda _: [(("general", "history_days"), 0)])
    with pytest.raises(UnknownKey):
        edit(paths, lambda _: [(("general", "history_days", "x"), 0)])
    with pytest.raises(ZeroDivisionError):
        edit(paths, lambda _: [(("general", "history_days"), 1 // 0)])
    assert paths.config_file.read_text() == FULL


def test_a_first_edit_makes_the_file_private(paths):
    edit(paths, lambda _: [(("general", "history_days"), 3)])
    assert paths.config_file.read_text() == "[general]\nhistory_days = 3\n"
    assert paths.config_file.stat().st_mode & 0o777 == 0o600
    assert paths.config.stat().st_mode & 0o777 == 0o700


def test_a_link_to_the_file_stays_a_link(paths, tmp_path):
    paths.config.mkdir(parents=True)
    real = tmp_path / "dotfiles.toml"
    real.write_text("# mine\n")
    paths.config_file.symlink_to(real)
    edit(paths, lambda _: [(("general", "history_days"), 3)])
    assert paths.config_file.is_symlink()
    assert "history_days = 3" in real.read_text()


def test_an_unwritable_place_is_said(paths):
    paths.config.parent.mkdir(parents=True)
    paths.config.write_text("a file where the folder should be")
    with pytest.raises(ConfigUnreadable):
        edit(paths, lambda _: [(("general", "history_days"), 3)])


def test_values_from_the_command_line(tmp_path):
    config = check(FULL, tmp_path).config
    assert keys.parse(config, "general.history_days", "7") == (("general", "history_days"), 7)
    assert keys.parse(config, "general.allow_plaintext_keyring", "Yes")[1] is True
    assert keys.parse(config, "general.allow_plaintext_keyring", "off")[1] is False
    assert keys.parse(config, "accounts.work.url", "true")[1] == "true"
    assert keys.parse(config, "accounts.work.trusted_hosts", "a.x, b.x")[1] == ["a.x", "b.x"]
    assert keys.parse(config, "accounts.work.collections.new.direction", "push")[1] == "push"
    assert keys.get(config, "accounts.work.collections.home.direction") == "pull"
    assert keys.get(config, "sync") == {
        "conflict": "server",
        "interval_minutes": 15,
        "mass_deletion": {"percent": 20, "count": 10},
    }


@pytest.mark.parametrize(
    ("key", "text", "error"),
    [
        ("general.history_days", "many", ConfigRefused),
        ("general.allow_plaintext_keyring", "maybe", ConfigRefused),
        ("general.nope", "1", UnknownKey),
        ("general", "1", UnknownKey),
        ("general.history_days.x", "1", UnknownKey),
        ("not a key", "1", UnknownKey),
        ("accounts.nobody.url", "https://x.org", UnknownAccount),
        ("accounts.work.id", ID, ReadOnlyKey),
        ("accounts.work.collections.home.enabled", "true", ReadOnlyKey),
    ],
)
def test_what_cannot_be_set(tmp_path, key, text, error):
    with pytest.raises(error):
        keys.parse(check(FULL, tmp_path).config, key, text)


def test_what_cannot_be_got(tmp_path):
    config = check(FULL, tmp_path).config
    with pytest.raises(UnknownAccount) as caught:
        keys.get(config, "accounts.nobody.url")
    assert caught.value.account == "nobody"
    with pytest.raises(UnknownKey):
        keys.get(config, "accounts.work.collections.nope")
    with pytest.raises(UnknownKey):
        keys.get(config, "general.history_days.days")


def test_every_setting_has_a_key_that_gives_it(tmp_path):
    config = check(FULL, tmp_path).config
    found = dict(keys.items(config))
    assert found["accounts.work.collections.home.color"] == "#1a9fe0"
    assert found["general.data_dir"] is None
    for key, value in found.items():
        assert keys.get(config, key) == value


def test_two_editors_at_once_lose_nothing(paths):
    import subprocess
    import sys

    code = (
        "import sys; from ksync.paths import Paths; from ksync.config.edit import edit\n"
        "paths = Paths.from_environment()\n"
        "for n in range(10):\n"
        "    edit(paths, lambda l: [((sys.argv[1], sys.argv[2]), n + 1)])\n"
    )
    arguments = (("general", "history_days"), ("general", "history_max_mb"))
    running = [
        subprocess.Popen([sys.executable, "-c", code, *words], env=dict(os.environ))
        for words in arguments
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    general = load(paths.config_file).config.general
    assert (general.history_days, general.history_max_mb) == (10, 10)
