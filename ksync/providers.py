"""What is known about providers before the first request.

A preset saves typing and explains failures. It never replaces discovery
(RFC 6764): its addresses are where discovery starts. Credentials go to the
origin of these addresses and to ``trusted_hosts``, nowhere else.

The source of each address stands beside it; "python-caldav" is the table
``compatibility_hints`` that caldav 3.6 ships (measured against running accounts).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sync_engine.core.hosts import trusted

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Provider:
    """A preset.

    :param key: the word for ``--provider`` and the configuration.
    :param urls: where discovery starts; empty: the user has to give an address.
        Two where calendars and address books live on different hosts.
    :param trusted_hosts: host names, or ``*.`` and a domain, beside the hosts of
        ``urls``, that credentials may go to.
    :param security_page: where an application password is made, or ``""``.
    :param app_password_required: the main password is never accepted.
    :param username_pattern: what a user name looks like, or ``""`` for anything.
    :param username_hint: how the user name is found.
    :param notes: what else a person should know.
    :param profile: python-caldav's name for what it has measured of this server, or ``""``.
    """

    key: str
    name: str
    urls: tuple[str, ...] = ()
    trusted_hosts: tuple[str, ...] = ()
    security_page: str = ""
    app_password_required: bool = False
    username_pattern: str = ""
    username_hint: str = ""
    notes: str = ""
    profile: str = ""

    @property
    def needs_url(self) -> bool:
        """Whether the user has to give the server's address."""
        return not self.urls

    def trusts(self, host: str) -> bool:
        """Whether credentials may go to ``host`` by this preset (its ``urls`` aside)."""
        return trusted(host, self.trusted_hosts)

    def username_advice(self, username: str) -> str:
        """A hint if ``username`` is probably not what this server wants, else ``""``."""
        if not self.username_pattern or re.fullmatch(self.username_pattern, username):
            return ""
        if looks_like_email(username):
            return f"{self.name} does not take an e-mail address as user name. {self.username_hint}"
        return self.username_hint

    def login_hint(self, username: str, account: str | None = "NAME") -> str:
        """What to check after the server rejected the login (401).

        :param account: the account whose stored password was rejected; ``None``: none
            is stored yet.
        """
        parts = [self.username_advice(username) or "Check the user name and the password."]
        if self.app_password_required:
            parts.append(f"{self.name} wants an application password: {self.security_page}")
        elif self.security_page:
            parts.append(
                f"With two-step verification it is an application password: {self.security_page}"
            )
        if account is not None:
            parts.append(f"Store it with `ksync account set-password {account}`.")
        return " ".join(part for part in parts if part)


def looks_like_email(text: str) -> bool:
    """Whether a text has the shape of an e-mail address."""
    return _EMAIL.fullmatch(text.strip()) is not None


_INFOMANIAK = Provider(
    "infomaniak",
    "Infomaniak",
    # python-caldav, and the Infomaniak FAQ 2432 "sync your contacts and calendars".
    urls=("https://sync.infomaniak.com/",),
    # FAQ 1940 "enable two-step verification" and 2855 "manage application passwords".
    security_page="https://manager.infomaniak.com/v3/profile/application-password",
    # Logins as shown on config.infomaniak.com: AB12345, USER12345.
    username_pattern=r"[A-Za-z]{2,8}[0-9]{3,8}",
    username_hint=(
        "Infomaniak's user name for synchronisation is the short login, like AB12345, shown on "
        "https://config.infomaniak.com."
    ),
    notes=(
        "The calendar may have to be opened once on https://calendar.infomaniak.com before "
        "it can be found."
    ),
    profile="infomaniak",
)

_TABLE = (
    _INFOMANIAK,
    Provider(
        "nextcloud",
        "Nextcloud",
        # No common host. RFC 6764 discovery works from the installation's address; the
        # service itself is at /remote.php/dav (Nextcloud user manual, "Synchronizing").
        notes="Give the address of the Nextcloud, for instance https://cloud.example.org.",
        profile="nextcloud",
    ),
    Provider(
        "fastmail",
        "Fastmail",
        # fastmail.com/help/technical/servernamesandports.html: an app password is always
        # needed; vdirsyncer's documentation (tutorials/fastmail.rst) has the two addresses.
        urls=("https://caldav.fastmail.com/", "https://carddav.fastmail.com/"),
        security_page="https://app.fastmail.com/settings/security",
        app_password_required=True,
        username_pattern=_EMAIL.pattern,
        username_hint="Fastmail's user name is the full e-mail address, with the domain.",
    ),
    Provider(
        "icloud",
        "iCloud",
        # python-caldav for caldav.icloud.com; contacts.icloud.com as TbSync and other clients
        # use it. Both lead to partition hosts, p01-caldav.icloud.com, p157-contacts.icloud.com.
        urls=("https://caldav.icloud.com/", "https://contacts.icloud.com/"),
        trusted_hosts=("*.icloud.com",),
        security_page="https://account.apple.com/account/manage",
        app_password_required=True,
        username_pattern=_EMAIL.pattern,
        username_hint="iCloud's user name is the e-mail address of the Apple Account.",
        profile="icloud",
    ),
    Provider(
        "posteo",
        "Posteo",
        # python-caldav for port 8443; TbSync's table for port 8843 (CardDAV).
        urls=("https://posteo.de:8443/", "https://posteo.de:8843/"),
        username_pattern=_EMAIL.pattern,
        username_hint="Posteo's user name is the e-mail address.",
        profile="posteo",
    ),
    Provider(
        "mailbox.org",
        "mailbox.org",
        # /.well-known/caldav and /.well-known/carddav of this host redirect to /caldav/ and
        # /carddav/ (seen without a login); kb.mailbox.org, "How to use two-factor
        # authentication", on application passwords for CalDAV and CardDAV.
        urls=("https://dav.mailbox.org/",),
        security_page="All settings > Security > Application passwords",
        username_pattern=_EMAIL.pattern,
        username_hint="mailbox.org's user name is the main address, not an alias.",
    ),
    Provider(
        "gmx",
        "GMX",
        # python-caldav for caldav.gmx.net (it redirects to /begenda/dav/users); the
        # documentation of Outlook CalDav Synchronizer for carddav.gmx.net.
        urls=("https://caldav.gmx.net/", "https://carddav.gmx.net/"),
        username_pattern=_EMAIL.pattern,
        username_hint="GMX's user name is the e-mail address.",
        notes="GMX limits how often it may be asked; a first sync takes its time.",
        profile="gmx",
    ),
    Provider(
        "zoho",
        "Zoho",
        # zoho.com/calendar/help/setup-caldav-sync.html and help.zoho.com
        # "zoho-contacts/articles/carddav": the host depends on the data centre.
        urls=("https://calendar.zoho.com/caldav/", "https://contacts.zoho.com/carddav/"),
        security_page="https://accounts.zoho.com/home#security",
        notes=(
            "Accounts of another data centre have another ending (zoho.eu, zoho.in …): "
            "give the address with --url."
        ),
    ),
    Provider(
        "generic",
        "Another server",
        notes="Give the server's address, or the address of the principal or of a collection.",
    ),
)

PROVIDERS: dict[str, Provider] = {provider.key: provider for provider in _TABLE}
DEFAULT = _INFOMANIAK.key
