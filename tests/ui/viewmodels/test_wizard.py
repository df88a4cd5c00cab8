"""What the sign-in says is in the person's language, also where a provider knows better."""

from __future__ import annotations

import pytest

from ksync import providers
from ksync.reporting.catalog import tell
from ksync.service.accounts import AccountView
from ksync.service.setup import Managed
from ui.viewmodels.wizard import TITLES, form, provider_rows, steps, wrong
from ui.words import LANGUAGES, read, speak

NAMES = ("AB12345", "me@example.org", "me")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
@pytest.mark.parametrize("provider", providers.PROVIDERS.values(), ids=lambda one: one.key)
def test_a_rejected_login_is_explained_in_the_language(provider, language: str) -> None:
    """Nothing of the command line's hint (``Provider.login_hint``) is in it."""
    speak(language)
    known = {form for forms in read(language).forms.values() for form in forms}
    templates = [text.partition("{")[0] for text in known if text.partition("{")[0].strip()]
    for name in NAMES:
        hint = provider.login_hint(name)
        found = wrong(tell("http.unauthorized", hint=hint), provider, name)
        for text in (found.sentence, found.hint):
            assert text in known or any(text.startswith(begin) for begin in templates), text
        assert hint not in found.hint
        for english in (provider.username_hint, "Check the user name", "application password:"):
            assert not english or english not in found.hint


@pytest.mark.parametrize("provider", providers.PROVIDERS.values(), ids=lambda one: one.key)
def test_the_form_is_in_the_language(provider) -> None:
    english = form(provider, None, "")
    speak("fr")
    french = form(provider, None, "")
    assert french.username_hint != english.username_hint
    assert french.password_hint != english.password_hint
    assert not provider.username_hint or provider.username_hint not in french.username_hint


def test_infomaniak_s_user_name_is_explained_when_an_address_was_given() -> None:
    infomaniak = providers.PROVIDERS["infomaniak"]
    found = wrong(tell("http.unauthorized"), infomaniak, "anna@example.com")
    assert found.hint == (
        "This is an e-mail address. Infomaniak wants the short login, like AB12345."
    )


def test_every_provider_has_a_row() -> None:
    assert [row.key for row in provider_rows()] == list(providers.PROVIDERS)


def waiting(*, managed: bool) -> Managed:
    account = AccountView(
        "corp", "id", "generic", "https://a", "anna", "keyring", "/d", 0, 0,
        managed=managed, waiting=True,
    )  # fmt: skip
    return Managed("ACME SA", (account,), guard=False)


def test_a_managed_account_is_asked_for_its_password_alone() -> None:
    assert steps(waiting(managed=True)) == ("sign-in", "preview", "done")


def test_a_recommended_one_is_an_offer_and_all_but_its_provider_is_asked() -> None:
    assert steps(waiting(managed=False)) == tuple(name for name in TITLES if name != "provider")


def test_where_the_guard_is_managed_it_is_not_asked() -> None:
    assert "networks" not in steps(Managed("ACME SA", (), guard=True))
    assert steps(Managed("", (), guard=False)) == tuple(TITLES)
