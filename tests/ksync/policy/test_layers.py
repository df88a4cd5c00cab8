"""Whose value holds: every pair of levels, locks, lists that may be added to."""

from itertools import combinations
from pathlib import Path

import pytest

from ksync.config.check import check_text
from ksync.config.edit import edit
from ksync.config.effective import forbidden, refuse_locked, settings
from ksync.config.layers import ADDING, PRECEDENCE, Claim, Layer, Level, combine, governing
from ksync.policy.errors import PolicyForbids

DAYS = ("general", "history_days")
FILE = Path("/home/u/config.toml")
ID = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"
ACCOUNT = f'[accounts.work]\nid = "{ID}"\nusername = "AB12345"\n'
LEVELS = [rank.level for rank in PRECEDENCE]


def says(level, path, value, source="file", tables=()):
    document = value
    for part in reversed(path):
        document = {part: document}
    return Layer(level, document, source, {path: 7}, frozenset(tables))


def managed(path, value, source="/etc/m.json"):
    return says(Level.MANAGED, path, value, source)


def test_the_order_is_that_of_the_contract():
    assert [level.value for level in LEVELS] == [
        "managed", "command", "user", "recommended", "default",
    ]  # fmt: skip


@pytest.mark.parametrize(("stronger", "weaker"), list(combinations(LEVELS, 2)))
def test_of_two_levels_the_one_higher_in_the_table_holds(stronger, weaker):
    layers = [says(stronger, DAYS, 1), says(weaker, DAYS, 2)]
    for given in (layers, layers[::-1]):
        stack = combine(given)
        assert stack.document == {"general": {"history_days": 1}}
        holder, *overridden = stack.claims[DAYS]
        assert (holder.level, [claim.level for claim in overridden]) == (stronger, [weaker])
        assert (stack.lock(DAYS) is not None) is (stronger is Level.MANAGED)


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_that_is_alone_holds(level):
    stack = combine([says(level, DAYS, 5)])
    assert stack.document["general"]["history_days"] == 5
    assert stack.holder(DAYS) == Claim(level, 5, "file", 7)


def test_of_two_files_of_a_level_the_later_one_holds():
    stack = combine([managed(DAYS, 1, "10.json"), managed(DAYS, 2, "20.json")])
    assert stack.document["general"]["history_days"] == 2
    assert [claim.source for claim in stack.claims[DAYS]] == ["20.json", "10.json"]


def test_levels_are_decided_key_by_key():
    low = Layer(Level.USER, {"sync": {"conflict": "local", "interval_minutes": 5}})
    stack = combine([low, managed(("sync", "conflict"), "server")])
    assert stack.document == {"sync": {"conflict": "server", "interval_minutes": 5}}


def test_a_value_does_not_leak_into_the_layer_that_it_came_from():
    low = Layer(Level.USER, {"sync": {"conflict": "local"}})
    combine([low, managed(("sync", "conflict"), "server")])
    assert low.document == {"sync": {"conflict": "local"}}


def test_a_managed_null_holds_and_locks():
    user = says(Level.USER, ("network", "proxy"), "http://mine:1")
    stack = combine([user, managed(("network", "proxy"), None)])
    assert stack.document == {"network": {"proxy": None}}
    assert stack.lock(("network", "proxy")) is not None


NARROWER = [
    (("accounts", "work", "network_guard"), ("network_guard", "mode"), "off", "allowlist"),
    (("accounts", "work", "interval_minutes"), ("sync", "interval_minutes"), 1, 60),
    (("accounts", "w", "collections", "c", "conflict"), ("sync", "conflict"), "local", "server"),
]


@pytest.mark.parametrize(("narrow", "wide", "theirs", "ours"), NARROWER)
def test_a_managed_key_rules_the_narrower_ones(narrow, wide, theirs, ours):
    user = says(Level.USER, narrow, theirs)
    assert governing(narrow) == wide
    free = combine([user, says(Level.RECOMMENDED, wide, ours)])
    assert free.lock(narrow) is None and free.claims[narrow][0].value == theirs
    stack = combine([user, managed(wide, ours)])
    table = stack.document
    for part in narrow[:-1]:
        table = table[part]
    assert narrow[-1] not in table
    assert stack.lock(narrow) == stack.holder(wide)


@pytest.mark.parametrize(("path", "permission"), list(ADDING.items()))
def test_a_managed_list_replaces_unless_it_may_be_added_to(path, permission):
    user = says(Level.USER, path, [{"ssid": "Home"}])
    ours = managed(path, [{"ssid": "ACME"}])
    table, key = path
    closed = combine([user, ours])
    assert closed.document[table][key] == [{"ssid": "ACME"}]
    assert closed.lock(path) and closed.lock((*path, "+")) and closed.lock((*path, "1"))
    opened = combine([user, ours, managed(permission, True)])
    # the user's keep the numbers that they have in the user's file
    assert opened.document[table][key] == [{"ssid": "Home"}, {"ssid": "ACME"}]
    assert opened.lock(path) is None and opened.lock((*path, "+")) is None


@pytest.mark.parametrize("level", [Level.USER, Level.RECOMMENDED, Level.COMMAND])
def test_only_a_managed_permission_opens_a_managed_list(level):
    path, permission = next(iter(ADDING.items()))
    stack = combine([managed(path, ["a"]), says(level, permission, True)])
    assert stack.lock(path) is not None


def test_a_managed_table_is_locked_as_such_and_not_what_is_in_it():
    stack = combine(
        [says(Level.MANAGED, ("accounts", "c", "url"), "u", tables=[("accounts", "c")])]
    )
    assert stack.lock(("accounts", "c")) is not None
    assert stack.lock(("accounts", "c", "url")) is not None
    assert stack.lock(("accounts", "c", "path")) is None


# -- the settings that come of it -----------------------------------------------------------------


def test_a_policy_over_and_under_the_users_file():
    layers = [
        managed(("sync", "conflict"), "server"),
        says(Level.RECOMMENDED, DAYS, 10, "/etc/r.json"),
        says(Level.RECOMMENDED, ("sync", "interval_minutes"), 60, "/etc/r.json"),
    ]
    loaded = check_text("[sync]\nconflict = 'local'\n\n[general]\nhistory_days = 3\n", FILE, layers)
    config = loaded.config
    assert config.sync.conflict.value == "server"
    assert (config.general.history_days, config.sync.interval_minutes) == (3, 60)
    found = {".".join(one.key): one for one in settings(loaded)}
    shown = {
        key: (one.value, one.claim.level.value, one.claim.place, one.locked)
        for key, one in found.items()
        if one.claim.level is not Level.DEFAULT
    }
    assert shown == {
        "sync.conflict": ("server", "managed", "/etc/m.json:7", True),
        "general.history_days": (3, "user", f"{FILE}:5", False),
        "sync.interval_minutes": (60, "recommended", "/etc/r.json:7", False),
    }
    assert [c.place for c in found["sync.conflict"].overridden] == [f"{FILE}:2"]
    assert [c.value for c in found["general.history_days"].overridden] == [10]


def test_a_narrower_key_is_shown_with_who_rules_it():
    text = ACCOUNT + "network_guard = 'off'\n"
    loaded = check_text(text, FILE, [managed(("network_guard", "mode"), "allowlist")])
    assert loaded.config.accounts["work"].network_guard is None
    (one,) = (s for s in settings(loaded) if s.key == ("accounts", "work", "network_guard"))
    assert (one.locked, one.claim.level, one.overridden[0].value) == (True, Level.MANAGED, "off")


def test_an_account_that_only_a_policy_knows_waits_and_keeps_its_id():
    layers = [says(Level.MANAGED, ("accounts", "corp", "url"), "https://x.org/",
                   tables=[("accounts", "corp")])]  # fmt: skip
    first, second = check_text("", FILE, layers), check_text(ACCOUNT, FILE, layers)
    assert first.waiting == second.waiting == {"corp"}
    one, other = first.config.accounts["corp"], second.config.accounts["corp"]
    assert one.id == other.id and one.username == ""
    elsewhere = check_text("", Path("/home/other/config.toml"), layers)
    assert elsewhere.config.accounts["corp"].id != one.id
    taken = check_text(ACCOUNT.replace("work", "corp"), FILE, layers)
    assert taken.waiting == frozenset()
    assert taken.config.accounts["corp"].id == ID


def test_an_empty_user_name_of_the_users_own_is_still_a_mistake(tmp_path):
    from ksync.reporting.errors import ConfigInvalid

    with pytest.raises(ConfigInvalid, match="must not be empty"):
        check_text(ACCOUNT.replace("AB12345", ""), FILE)


def test_refusals_name_who_manages_and_where():
    loaded = check_text("", FILE, [managed(("sync", "conflict"), "server")])
    refuse_locked(loaded, [DAYS, ("sync", "interval_minutes")])
    for path in [("sync", "conflict"), ("accounts", "w", "collections", "c", "conflict")]:
        with pytest.raises(PolicyForbids) as caught:
            refuse_locked(loaded, [DAYS, path])
        assert "/etc/m.json:7" in caught.value.detail
    assert forbidden(loaded, DAYS, Claim(Level.MANAGED, 1)).reference == "policy.forbidden"


def test_without_a_policy_nothing_is_locked(paths):
    loaded = edit(paths, lambda _loaded: [(("sync", "conflict"), "server")])
    assert not any(one.locked for one in settings(loaded))
