"""The published schema, the samples, and the sources of systems that are not here."""

import json
from pathlib import Path

import pytest

from ksync.config import Config
from ksync.config.layers import Level, combine
from ksync.network.rules import Mode, Rules, Source, WifiRule
from ksync.policy import schema
from ksync.policy.check import check
from ksync.policy.errors import PolicyInvalid
from ksync.policy.guard import RulesNow, managed_rules
from ksync.policy.settings import layers
from ksync.policy.sources import PreferencesSource, RegistrySource, platform_sources
from ksync.policy.store import Policies, PolicyStore, read
from ksync.policy.text import read as read_text
from tools.tree import ROOT

SAMPLES = sorted((ROOT / "resources" / "policy").glob("*.json"))
HEAD = {"schema_version": 1, "organization": {"name": "ACME SA", "support": "it@acme.example"}}


def policy(**more):
    return json.dumps({**HEAD, **more})


def test_the_schema_is_drawn_from_the_model():
    assert (ROOT / "resources" / "policy-schema.json").read_text("utf-8") == schema.text()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_sample_passes(sample):
    found = check(sample.read_bytes(), managed=sample.name != "recommended.json")
    assert found.mistakes == []


def test_there_are_samples_and_the_page_names_each():
    page = (ROOT / "docs" / "administrators.md").read_text("utf-8")
    assert len(SAMPLES) >= 4
    assert [sample.name for sample in SAMPLES if f"policy/{sample.name}" not in page] == []


def test_this_system_reads_two_folders_in_etc():
    places = [place for source in platform_sources() for place in source.places()]
    assert places == [
        (Level.MANAGED, "/etc/ksync/policies/managed"),
        (Level.RECOMMENDED, "/etc/ksync/policies/recommended"),
    ]


# -- Windows and macOS, by stand-ins of their interfaces: not run on those systems -----------------


class Registry:
    def __init__(self, **keys):
        self.keys = {rf"Software\Policies\kSync\{name}": values for name, values in keys.items()}
        self.fails = False

    def texts(self, key):
        if self.fails:
            raise PermissionError(13, "Access is denied")
        return self.keys.get(key, [])


def test_the_registrys_values_are_policies_in_the_order_of_their_names():
    registry = Registry(
        Managed=[
            ("b", policy(sync={"conflict": "ask"})),
            ("a", policy(sync={"conflict": "local"})),
        ],
        Recommended=[("x", policy(sync={"interval_minutes": 60}))],
    )
    found = read(RegistrySource(registry))
    stack = combine(found.layers)
    assert stack.document == {"sync": {"conflict": "ask", "interval_minutes": 60}}
    assert stack.holder(("sync", "conflict")).source == r"HKLM\Software\Policies\kSync\Managed\b"
    assert found.error is None


@pytest.mark.parametrize("value", [7, b"\x00", "{", policy(password="x")])
def test_a_wrong_value_of_the_registry_is_an_error(value):
    assert read(RegistrySource(Registry(Managed=[("a", value)]))).error is not None
    left_out = read(RegistrySource(Registry(Recommended=[("a", value)])))
    assert left_out.error is None and len(left_out.warnings) == 1


def test_a_registry_that_cannot_be_read_is_an_error_and_an_empty_one_is_none():
    registry = Registry()
    assert read(RegistrySource(registry)) == Policies()
    registry.fails = True
    assert "Access is denied" in read(RegistrySource(registry)).error.detail


class Preferences:
    def __init__(self, **values):
        self.values = values

    def value(self, key):
        return self.values.get(key, (None, False))


def test_only_forced_preferences_count():
    text = policy(sync={"conflict": "server"})
    assert read(PreferencesSource(Preferences(managed=(text, False)))) == Policies()
    found = read(PreferencesSource(Preferences(managed=(text, True))))
    assert combine(found.layers).document == {"sync": {"conflict": "server"}}
    assert read(PreferencesSource(Preferences(managed=(3, True)))).error is not None


# -- live ---------------------------------------------------------------------------------------


def test_the_store_reads_again_when_something_changed_and_only_then():
    registry = Registry(Managed=[("a", policy(sync={"conflict": "server"}))])
    store = PolicyStore(RegistrySource(registry))
    first = store.current()
    assert store.current() is first
    registry.keys[r"Software\Policies\kSync\Managed"] = []
    assert store.current() == Policies()
    registry.fails = True
    with pytest.raises(PolicyInvalid):
        store.current().require()


# -- the guard's rules ---------------------------------------------------------------------------

USERS = WifiRule(b"Home")
OURS = WifiRule(b"ACME")


def ruled(guard, *, user=(), level=Level.MANAGED):
    text = read_text(policy(network_guard=guard).encode())
    stack = combine(layers(text, level, "p.json"))
    listed = stack.managed(("network_guard", "wifi"))
    rules = Rules(mode=Mode.ALLOWLIST, wifi=(*user, *((OURS,) if listed else ())))
    registry = Registry(Managed=[("p", policy(network_guard=guard))])
    return managed_rules(rules, stack, read(RegistrySource(registry)))


def test_a_managed_list_is_marked_as_such_and_closed():
    rules = ruled({"mode": "allowlist", "wifi": [{"ssid": "ACME"}]})
    assert [(rule.ssid, rule.source) for rule in rules.wifi] == [(b"ACME", Source.MANAGED)]
    assert (rules.managed.name, rules.managed.support) == ("ACME SA", "it@acme.example")
    assert (rules.allow_user_networks, rules.allow_once, rules.allow_local_server) == (
        False,
        True,
        False,
    )


def test_an_open_list_has_the_users_networks_beside_the_managed_ones():
    rules = ruled({"wifi": [{"ssid": "ACME"}], "allow_user_networks": True}, user=(USERS,))
    assert [rule.source for rule in rules.wifi] == [Source.USER, Source.MANAGED]
    assert rules.allow_user_networks is True


@pytest.mark.parametrize("key", ["allow_once", "allow_local_server"])
@pytest.mark.parametrize("value", [True, False])
def test_what_only_a_policy_can_say(key, value):
    assert getattr(ruled({key: value}), key) is value


def test_a_recommended_guard_is_not_managed():
    rules = ruled({"mode": "allowlist", "allow_once": False}, level=Level.RECOMMENDED)
    assert rules.managed is None and rules.allow_once is False


def test_the_rules_follow_the_policies_and_deny_while_these_are_wrong(tmp_path: Path):
    registry = Registry()
    now = RulesNow(tmp_path / "config.toml", PolicyStore(RegistrySource(registry)).current)
    assert now.of(Config(), None) == Rules()
    registry.keys[r"Software\Policies\kSync\Managed"] = [("a", "{}")]
    wrong = now.of(Config(), None)
    assert "schema_version is missing" in wrong.policy_error
    registry.keys[r"Software\Policies\kSync\Managed"] = []
    assert now.of(Config(), None).policy_error is None


def test_settings_that_cannot_be_read_beside_a_policy_deny(tmp_path: Path):
    file = tmp_path / "config.toml"
    file.write_text("[general]\nhistory_days = 0\n")
    registry = Registry(Managed=[("a", policy(sync={"conflict": "ask"}))])
    now = RulesNow(file, PolicyStore(RegistrySource(registry)).current)
    assert "history_days" in now.of(Config(), None).policy_error
