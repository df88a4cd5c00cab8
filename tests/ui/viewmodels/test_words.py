"""Words: chosen by the environment, with the forms of each language."""

from __future__ import annotations

import pytest

from ui import words
from ui.viewmodels.when import ago, ahead, took
from ui.words import Catalogue, of_environment, plural, tr, use


@pytest.fixture(autouse=True)
def _english():
    use(Catalogue())
    words.speak("en")
    yield
    words.speak("en")


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({}, "en"),
        ({"LANG": "fr_CH.UTF-8"}, "fr"),
        ({"LANG": "de_CH.UTF-8", "LC_ALL": "it_CH.UTF-8"}, "it"),
        ({"LANG": "pt_PT.UTF-8", "LANGUAGE": "pt:es:fr"}, "es"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "pt_PT.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_environment(environ, code) -> None:
    assert of_environment(environ) == code


def test_plurals_have_their_forms() -> None:
    use(Catalogue("fr", {"{count} item(s)": ("{count} élément", "{count} éléments")}))
    assert [plural("{count} item(s)", n) for n in (0, 1, 2)] == [
        "0 élément",
        "1 élément",
        "2 éléments",
    ]
    words.speak("en")
    assert [plural("{count} item(s)", n) for n in (0, 1, 2)] == ["0 items", "1 item", "2 items"]


def test_what_is_not_translated_is_english() -> None:
    use(Catalogue("fr", {"Quit": ("",)}))
    assert tr("Quit") == "Quit"
    assert tr("{done} of {total}", done=1, total=2) == "1 of 2"


def test_times_in_words() -> None:
    assert [ago(n) for n in (5, 60, 7300, 90_000)] == [
        "just now",
        "1 minute ago",
        "2 hours ago",
        "1 day ago",
    ]
    assert ahead(600) == "in 10 minutes"
    assert took(65) == "1 min 5 s"
