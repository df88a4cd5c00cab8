"""The first run: its steps, what each says, and every error of the sign-in in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ksync import providers
from ksync.config.rules import RULES
from ksync.providers import Provider, looks_like_email
from ksync.reporting.catalog import Problem
from ksync.service.accounts import AccountView
from ksync.service.collections import CollectionView
from ksync.service.setup import Managed, Preview
from ui.viewmodels.collections import kind_of
from ui.viewmodels.problems import Mend, told
from ui.words import mark, plural, tr

WELCOME, PROVIDER, SIGN_IN, COLLECTIONS = "welcome", "provider", "sign-in", "collections"
PLACES, NETWORKS, PREVIEW, DONE = "places", "networks", "preview", "done"

TITLES: Mapping[str, str] = {
    WELCOME: mark("Welcome to kSync"),
    PROVIDER: mark("Where is your account?"),
    SIGN_IN: mark("Sign in"),
    COLLECTIONS: mark("What shall be synced?"),
    PLACES: mark("Where it appears"),
    NETWORKS: mark("Where may kSync sync?"),
    PREVIEW: mark("The first sync"),
    DONE: mark("All set"),
}


def steps(found: Managed) -> tuple[str, ...]:
    """The steps, without those that the administrator has decided.

    An account of the organisation's lacks its password, and nothing else is asked. One that is
    only recommended is an offer: it is asked as ever, but for what was said about it.
    """
    if found.waiting and found.waiting[0].managed:
        return (SIGN_IN, PREVIEW, DONE)
    left_out = set()
    if found.waiting:
        left_out.add(PROVIDER)
    if found.guard:
        left_out.add(NETWORKS)
    return tuple(step for step in TITLES if step not in left_out)


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """A provider to choose."""

    key: str
    name: str
    below: str


_BELOW = {
    "infomaniak": mark("kSuite, Calendar and Contacts of Infomaniak"),
    "nextcloud": mark("Any Nextcloud; you need its address"),
    "generic": mark("Any CalDAV or CardDAV server; you need its address"),
}


def provider_rows() -> tuple[ProviderRow, ...]:
    """All providers, in the order of their table."""
    return tuple(
        ProviderRow(
            each.key,
            tr("Another server") if each.key == "generic" else each.name,
            tr(_BELOW[each.key]) if each.key in _BELOW else "",
        )
        for each in providers.PROVIDERS.values()
    )


@dataclass(frozen=True, slots=True)
class Form:
    """What the sign-in asks for.

    :param url: the address to begin with; ``None``: the provider's own, not asked for.
    :param username: given by the administrator; ``""``: asked for.
    :param username_hint: what it looks like.
    :param page: where an application password is made, :param page_text: the button.
    """

    name: str
    url: str | None
    username: str
    username_hint: str
    username_example: str
    password_hint: str
    page: str
    managed_by: str


def form(provider: Provider, account: AccountView | None, manager: str) -> Form:
    """The form for a provider, or for an account that the administrator has described."""
    page = provider.security_page if provider.security_page.startswith("https://") else ""
    by = ""
    if account is not None:
        by = (
            tr("{organization} has set this account up; only your password is missing.",
               organization=manager)
            if manager and account.username
            else tr("Your organisation has set this account up.")
        )  # fmt: skip
    return Form(
        name=_shown_name(provider, account),
        url="" if provider.needs_url and account is None else None,
        username=account.username if account is not None else "",
        username_hint=_username_hint(provider),
        username_example="AB12345" if provider.key == "infomaniak" else "",
        password_hint=_password_hint(provider),
        page=page,
        managed_by=by,
    )


def _shown_name(provider: Provider, account: AccountView | None) -> str:
    if account is not None:
        return account.name
    return tr("your server") if provider.key == "generic" else provider.name


def _username_hint(provider: Provider) -> str:
    if provider.key == "infomaniak":
        return tr("The user name looks like AB12345; it is not your e-mail address.")
    if provider.username_pattern:
        return tr("The user name is your whole e-mail address.")
    return tr("The user name as the server knows it.")


def _password_hint(provider: Provider) -> str:
    if provider.app_password_required:
        return tr("{name} takes an application password only.", name=provider.name)
    if provider.security_page:
        return tr(
            "Best is an application password: it can be withdrawn alone. With two-step "
            "verification nothing else works."
        )
    return tr("If the server offers application passwords, take one.")


def username_advice(provider: Provider, text: str) -> str:
    """A word while one types; ``""`` where nothing is to be said."""
    if not text or not provider.username_advice(text.strip()):
        return ""
    if provider.key == "infomaniak":
        if looks_like_email(text):
            return tr("This is an e-mail address. Infomaniak wants the short login, like AB12345.")
        return tr("Infomaniak's short logins look like AB12345; this one does not.")
    return tr("This is no whole e-mail address.")


_KEYRINGS = (
    ("SecretService", mark("It is kept in the keyring of your desktop (Secret Service).")),
    ("libsecret", mark("It is kept in the keyring of your desktop (Secret Service).")),
    ("kwallet", mark("It is kept in KWallet.")),
    ("macOS", mark("It is kept in your macOS keychain.")),
    ("Windows", mark("It is kept in the Windows Credential Manager.")),
)


def kept_where(backend: str) -> str:
    """Where the password will be, by the class of the keyring."""
    for part, sentence in _KEYRINGS:
        if part in backend:
            return tr(sentence)
    return tr("It is kept by {backend}.", backend=backend)


_WRONG: Mapping[str, tuple[str, str]] = {
    "transport.unreachable": (
        mark("The server does not answer."),
        mark("Check the address, and that this computer is online; then try again."),
    ),
    "transport.failed": (
        mark("The connection to the server broke."),
        mark("Check that this computer is online, then try again."),
    ),
    "transport.name_not_resolved": (
        mark("There is no server of this name."),
        mark("Check the address for a slip, and that this computer is online."),
    ),
    "transport.tls_untrusted": (
        mark("The server's certificate is not trusted, so nothing was sent."),
        mark("Check the address and this computer's clock; on a public network log in first."),
    ),
    "transport.https_required": (
        mark("The address begins with http://, where a password could be read on its way."),
        mark("Use the address with https://."),
    ),
    "transport.redirect_refused": (
        mark("The server sends kSync on to another host, where your password must not go."),
        mark("Give the address of that other host, if it is your provider's own."),
    ),
    "transport.gate_denied": (
        mark("The network guard does not allow this network, so nothing was sent."),
        mark("Connect to a network that is allowed, then try again."),
    ),
    "dav.not_dav": (
        mark("There is a web server at this address, but no calendar service."),
        mark("Check the address; on a public network log in to its start page first."),
    ),
    "dav.discovery_failed": (
        mark("No calendar and no address book was found there."),
        mark("Open your calendar once in the web browser, check the user name, then try again."),
    ),
    "http.hold_off": (
        mark("The server asks to be left alone for a while."),
        mark("Wait a few minutes, then try again."),
    ),
    "http.server_failure": (
        mark("The server has a problem of its own."),
        mark("Try again later; it is not your login."),
    ),
    "http.forbidden": (
        mark("The server knows you, and does not let you in here."),
        mark("Ask your provider whether calendars and contacts are part of your account."),
    ),
    "http.not_found": (
        mark("There is nothing at this address."),
        mark("Check the address for a slip; often the name of the server alone is right."),
    ),
    "credential.command_failed": (
        mark("The command did not print a password."),
        mark("Try it in a terminal; its first line has to be the password."),
    ),
    "credential.plaintext_refused": (
        mark("The keyring that is there would keep the password readable."),
        mark("Start the desktop's keyring, or name a command that prints the password."),
    ),
    "credential.keyring_missing": (
        mark("There is no keyring in which the password could be kept."),
        mark("Start one (gnome-keyring, KWallet …), or name a command that prints the password."),
    ),
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """An error of the sign-in.

    :param sentence: what happened; :param hint: what to do about it.
    :param detail: technical, perhaps from the server.
    :param unlock: a button that unlocks the keyring helps.
    """

    sentence: str
    hint: str
    detail: str
    unlock: bool


def wrong(problem: Problem, provider: Provider, username: str) -> Wrong:
    """An error of the sign-in, in one sentence with what to do."""
    shown = told(problem)
    unlock = shown.mend is Mend.UNLOCK
    if problem.reference == "http.unauthorized":
        return Wrong(
            tr("The server does not accept this user name with this password."),
            _login_hint(provider, username), "", unlock=False,
        )  # fmt: skip
    if problem.reference in _WRONG and not problem.gate_code:
        sentence, hint = _WRONG[problem.reference]
        return Wrong(tr(sentence), tr(hint), problem.detail, unlock)
    return Wrong(shown.message, shown.hint, shown.detail, unlock)


def wrong_address(url: str) -> Wrong | None:
    """What is wrong with an address before anything is sent; ``None``: nothing."""
    if not url or RULES["url"](url) == "":
        return None
    if url.lower().startswith("http://"):
        sentence, hint = _WRONG["transport.https_required"]
    else:
        sentence = mark("This is no address of a server.")
        hint = mark("It looks like https://cloud.example.org.")
    return Wrong(tr(sentence), tr(hint), "", unlock=False)


def _login_hint(provider: Provider, username: str) -> str:
    advice = username_advice(provider, username)
    if advice:
        return advice
    if provider.app_password_required:
        return tr("Make an application password with the button, and paste it here.")
    if provider.security_page:
        return tr(
            "Check both; with two-step verification it has to be an application password, not "
            "your main one."
        )
    return tr("Check both for slips; perhaps the server wants an application password.")


@dataclass(frozen=True, slots=True)
class Choice:
    """A collection to choose."""

    id: str
    title: str
    below: str
    colour: str
    icon: str
    on: bool


def choices(found: Sequence[CollectionView]) -> tuple[Choice, ...]:
    """The collections that were found."""
    rows = []
    for view in found:
        icon, kind = kind_of(view)
        parts = [kind] + ([tr("read only")] if view.read_only else [])
        rows.append(
            Choice(
                view.id, view.display_name, ", ".join(parts), view.color or "", icon, view.enabled
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What would come from a collection."""

    title: str
    count: str
    icon: str
    colour: str


def preview_rows(found: Preview) -> tuple[PreviewRow, ...]:
    """What would come, collection by collection."""
    rows = []
    for each in found.collections:
        if each.kind == "addressbook":
            icon, count = "contacts", plural("{count} contact(s)", each.items)
        elif each.components and set(each.components) <= {"VTODO"}:
            icon, count = "tasks", plural("{count} task(s)", each.items)
        else:
            icon, count = "calendar", plural("{count} item(s)", each.items)
        rows.append(PreviewRow(each.title, count, icon, each.colour))
    return tuple(rows)


def preview_line(found: Preview) -> str:
    """The sum, as a sentence."""
    items = plural("{count} item(s)", found.items)
    places = plural("from {count} collection(s)", len(found.collections))
    return tr("{items} {places} will be copied to this computer.", items=items, places=places)
