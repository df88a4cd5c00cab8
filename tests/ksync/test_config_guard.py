"""[network_guard] in config.toml: read, refused, edited."""

import pytest

from ksync.config import check_text, keys, load
from ksync.config.edit import APPEND, edit
from ksync.config.guard import Wifi
from ksync.network.rules import Mode, Permit, Security, VpnMode, WiredMode
from ksync.reporting.errors import ConfigInvalid, ConfigRefused, UnknownKey

FULL = """# where I sync
[network_guard]
mode = "allowlist"
metered = "allow"

# at home
[[network_guard.wifi]]
label = "home"
ssid = "Café, “home” 🏡"
security = "wpa2-personal"
bssids = ["AA:bb:cc:00:00:01"]

# at work
[[network_guard.wifi]]
ssid_hex = "ff00fe"

[network_guard.ethernet]
mode = "pinned"
gateway_macs = ["00:11:22:33:44:55"]

[network_guard.vpn]
mode = "deny"
named = ["office"]

[accounts.work]
id = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"
username = "AB12345"
network_guard = "any-wifi"
"""


def check(text, tmp_path):
    return check_text(text, tmp_path / "config.toml")


def test_everything_that_was_written_is_read(tmp_path):
    loaded = check(FULL, tmp_path)
    guard = loaded.config.network_guard
    assert loaded.warnings == ()
    assert (guard.mode, guard.metered, guard.cellular) == (
        Mode.ALLOWLIST,
        Permit.ALLOW,
        Permit.DENY,
    )
    home, work = guard.wifi
    assert (home.label, home.security) == ("home", Security.WPA2_PERSONAL)
    assert home.octets == "Café, “home” 🏡".encode()
    assert work.octets == b"\xff\x00\xfe"
    assert guard.ethernet.mode is WiredMode.PINNED
    assert (guard.vpn.mode, guard.vpn.named) == (VpnMode.DENY, ("office",))
    assert loaded.config.accounts["work"].network_guard is Mode.ANY_WIFI


def test_the_guard_is_off_until_somebody_turns_it_on(tmp_path):
    config = check("", tmp_path).config
    assert config.network_guard.mode is Mode.OFF
    assert config.network_guard.wifi == ()


WIFI = "[[network_guard.wifi]]\n"


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ("[network_guard]\nmode = 'on'", 2, "network_guard.mode", "one of off, any-wifi"),
        ("[network_guard]\nwifi = 3", 2, "network_guard.wifi", "list of tables"),
        (f"{WIFI}label = 'x'", 1, "network_guard.wifi.1", "one of ssid and ssid_hex"),
        (f"{WIFI}ssid = 'x'\nssid_hex = '78'", 1, "network_guard.wifi.1", "one of ssid"),
        (f"{WIFI}ssid = 'x'\n{WIFI}ssid = ''", 4, "network_guard.wifi.2.ssid", "1 to 32"),
        (f"{WIFI}ssid = '{'é' * 17}'", 2, "network_guard.wifi.1.ssid", "1 to 32 octets"),
        (f"{WIFI}ssid_hex = 'zz'", 2, "network_guard.wifi.1.ssid_hex", "hexadecimal"),
        (f"{WIFI}ssid_hex = '{'00' * 33}'", 2, "network_guard.wifi.1.ssid_hex", "1 to 32"),
        (f"{WIFI}ssid = 'x'\nsecurity = 'wpa9'", 3, "network_guard.wifi.1.security", "wpa2"),
        (f"{WIFI}ssid = 'x'\nbssids = ['1:2']", 3, "network_guard.wifi.1.bssids", "'1:2'"),
        (
            "[network_guard.ethernet]\ngateway_macs = ['x']",
            2,
            "network_guard.ethernet.gateway_macs",
            "hardware addresses",
        ),
    ],
)
def test_a_mistake_is_named_with_line_and_key(tmp_path, text, line, key, words):
    with pytest.raises(ConfigInvalid) as caught:
        check(text, tmp_path)
    assert (caught.value.line, caught.value.key) == (line, key)
    assert words in caught.value.detail


def test_an_unknown_key_of_a_network_is_a_warning(tmp_path):
    loaded = check(f"{WIFI}ssid = 'x'\nlable = 'y'", tmp_path)
    assert [(w.key, w.line) for w in loaded.warnings] == [("network_guard.wifi.1.lable", 3)]


def write(paths, text):
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        FULL,
        FULL.replace("\n[accounts", "[accounts"),
        "[network_guard]\nwifi = []\n",
        "[network_guard]\nwifi = [{ ssid = 'x' }]\nmode = 'off'\n",
        "network_guard = { mode = 'off' }\n",
    ],
)
def test_a_network_is_added_and_removed(paths, text):
    write(paths, text)
    before = load(paths.config_file).config
    new = {"label": 'a "b"', "ssid": "x, y", "bssids": ["aa:bb:cc:00:00:01"]}
    after = edit(paths, lambda _: [(("network_guard", "wifi", APPEND), new)]).config
    added = Wifi(label='a "b"', ssid="x, y", bssids=("aa:bb:cc:00:00:01",))
    assert after.network_guard.wifi == (*before.network_guard.wifi, added)
    place = str(len(after.network_guard.wifi))
    assert edit(paths, lambda _: [(("network_guard", "wifi", place), None)]).config == before


def test_editing_keeps_the_comments(paths):
    write(paths, FULL)
    edit(
        paths,
        lambda _: [
            (("network_guard", "wifi", "2"), None),
            (("network_guard", "wifi", APPEND), {"ssid": "x"}),
            (("network_guard", "mode"), "off"),
        ],
    )
    text = paths.config_file.read_text("utf-8")
    expected = FULL.replace('[[network_guard.wifi]]\nssid_hex = "ff00fe"\n', "")
    expected = expected.replace('mode = "allowlist"', 'mode = "off"', 1)
    assert text == expected + '\n[[network_guard.wifi]]\nssid = "x"\n'


def test_a_wrong_network_changes_nothing(paths):
    write(paths, FULL)
    with pytest.raises(ConfigRefused):
        edit(paths, lambda _: [(("network_guard", "wifi", APPEND), {"label": "x"})])
    assert paths.config_file.read_text("utf-8") == FULL


def test_single_settings_by_their_key(tmp_path):
    config = check(FULL, tmp_path).config
    assert keys.get(config, "network_guard.vpn.named") == ("office",)
    assert keys.parse(config, "accounts.work.network_guard", "off")[1] == "off"
    assert keys.parse(config, "network_guard.vpn.named", "a, b")[1] == ["a", "b"]
    for key in ("network_guard.wifi", "network_guard.wifi.1.ssid"):
        with pytest.raises(UnknownKey):
            keys.parse(config, key, "x")
