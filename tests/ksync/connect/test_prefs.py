"""prefs.js: what is changed is changed, and every other octet stays."""

import pytest

from ksync.connect.thunderbird.prefs import Prefs

WRITTEN = b"""\
// Mozilla User Preferences

user_pref("a.text", "x \\"y\\" \\\\ \\n \xc3\xa9");
user_pref("a.number", -3);
user_pref("a.on", true);
user_pref("broken
sticky_pref("other", 1);
user_pref("a.off", false);\r
user_pref("a.hex", "\\x41\\u00e9");
user_pref("not.utf8", "\xff");
"""


def test_what_is_not_touched_stays_octet_for_octet():
    prefs = Prefs(WRITTEN)
    assert bytes(prefs) == WRITTEN
    prefs.set("new.one", 'q"\\\n')
    prefs.set("a.number", 4)
    prefs.remove("a.on")
    expected = WRITTEN.replace(b'user_pref("a.on", true);\n', b"").replace(b"-3", b"4")
    assert bytes(prefs) == expected + b'user_pref("new.one", "q\\"\\\\\\n");\n'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a.text", 'x "y" \\ \n é'),
        ("a.number", -3),
        ("a.on", True),
        ("a.off", False),
        ("a.hex", "Aé"),
        ("missing", None),
        ("other", None),
    ],
)
def test_values_are_read_as_thunderbird_reads_them(name, value):
    assert Prefs(WRITTEN).get(name) == value


@pytest.mark.parametrize("value", ["", "plain", 'a "b" \\ c\nd\re', "Wörk ✓", 0, -7, True, False])
def test_what_is_written_is_read_back(value):
    prefs = Prefs(b"")
    assert prefs.set("some.name", value)
    again = Prefs(bytes(prefs))
    assert again.get("some.name") == value
    assert type(again.get("some.name")) is type(value)
    assert not again.set("some.name", value)


def test_a_number_does_not_stand_for_a_truth_value():
    prefs = Prefs(b'user_pref("one", 1);\n')
    assert prefs.set("one", True)
    assert bytes(prefs) == b'user_pref("one", true);\n'


def test_the_last_of_two_lines_holds():
    prefs = Prefs(b'user_pref("x", 1);\nuser_pref("x", 2);\n')
    assert prefs.get("x") == 2
    prefs.set("x", 3)
    assert Prefs(bytes(prefs)).get("x") == 3
    prefs.remove("x")
    assert bytes(prefs) == b""


def test_a_last_line_without_an_end_gets_one():
    prefs = Prefs(b'user_pref("x", 1);')
    prefs.set("y", 2)
    assert bytes(prefs) == b'user_pref("x", 1);\nuser_pref("y", 2);\n'


def test_a_branch_is_what_begins_like_it():
    prefs = Prefs(b'user_pref("a.b.c", 1);\nuser_pref("a.bc", 2);\nuser_pref("a.b.d", 3);\n')
    assert prefs.names("a.b.") == ("a.b.c", "a.b.d")
    assert prefs.remove_branch("a.b.")
    assert not prefs.remove_branch("a.b.")
    assert bytes(prefs) == b'user_pref("a.bc", 2);\n'
