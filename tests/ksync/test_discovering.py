"""Discovery over two addresses, each a real server on this machine."""

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ksync import providers
from ksync.composition import Parts
from ksync.config import load
from ksync.credentials.errors import PasswordCommandFailed
from ksync.credentials.sources import AccountSecret
from ksync.service import Service
from ksync.service.accounts import NewAccount
from sync_engine.core.collection import Kind
from sync_engine.errors import DiscoveryFailed, HoldOff, ServerFailure, Unreachable

CALDAV, CARDDAV = "urn:ietf:params:xml:ns:caldav", "urn:ietf:params:xml:ns:carddav"
HOME = {
    "calendar": f'<h:calendar-home-set xmlns:h="{CALDAV}">{{}}</h:calendar-home-set>',
    "addressbook": f'<h:addressbook-home-set xmlns:h="{CARDDAV}">{{}}</h:addressbook-home-set>',
}
TYPE = {"calendar": f'<h:calendar xmlns:h="{CALDAV}"/>'}
TYPE["addressbook"] = f'<h:addressbook xmlns:h="{CARDDAV}"/>'


@dataclass
class Site:
    """A DAV server of one kind that wants no login.

    :param principal: its path.
    :param status: what it answers to everything, ``None``: as it should.
    """

    kind: str
    principal: str
    status: int | None = None
    server: ThreadingHTTPServer = field(init=False)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/"

    def answer(self, path):
        home = f"/{self.kind}s/"
        who = f"<current-user-principal><href>{self.principal}</href></current-user-principal>"
        if path == "/":
            return [("/", who)]
        if path == self.principal:
            return [(path, who + HOME[self.kind].format(f"<href>{home}</href>"))]
        if path == home:
            here = f"<resourcetype><collection/>{TYPE[self.kind]}</resourcetype>"
            name = f"<displayname>{self.kind}</displayname>"
            return [
                (home, "<resourcetype><collection/></resourcetype>"),
                (f"{home}a/", here + name),
            ]
        return None


def handler(site):
    class Handler(BaseHTTPRequestHandler):
        def do_PROPFIND(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            rows = site.answer(self.path) if site.status is None else None
            body = "".join(
                f"<response><href>{href}</href><propstat><prop>{prop}</prop>"
                "<status>HTTP/1.1 200 OK</status></propstat></response>"
                for href, prop in rows or ()
            )
            sent = f'<multistatus xmlns="DAV:">{body}</multistatus>'.encode() if rows else b""
            self.send_response(207 if rows else site.status or 404)
            if site.status == 503:
                self.send_header("Retry-After", "3600")
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_):
            pass

    return Handler


@pytest.fixture
def start():
    """Starts a site."""
    with ExitStack() as stack:

        def run(site):
            site.server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
            threading.Thread(target=site.server.serve_forever, args=(0.02,)).start()
            stack.callback(site.server.server_close)
            stack.callback(site.server.shutdown)
            return site

        yield run


@pytest.fixture
def sites(start, monkeypatch):
    """A provider named "two": calendars on one server, address books on another."""
    one, other = start(Site("calendar", "/alice/")), start(Site("addressbook", "/u/7/"))
    two = providers.Provider("two", "Two", urls=(one.url, other.url))
    monkeypatch.setitem(providers.PROVIDERS, "two", two)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return one, other


@pytest.fixture
def service(sites, paths):
    """Over the configuration as it is now."""
    return Service(Parts(paths, load(paths.config_file).config))


NEW = NewAccount("acc", "alice", provider="two", password_command="echo x")


@pytest.fixture
def added(service):
    service.accounts.add(NEW)
    return service


def known(service):
    with service.parts.account("acc") as opened:
        return opened.discovery


def kinds(found):
    return sorted(kind for home in found.home_sets for kind in home.kinds)


def listed(service):
    return {view.id: view.listed for view in service.collections.list("acc")}


def bound(service):
    with service.parts.account("acc") as opened:
        return {row.info.kind: row.principal for row in opened.store.collections.all()}


def test_both_addresses_make_one_account(added, sites):
    one, other = sites
    found = known(added)
    assert (found.url, found.principal) == (one.url, f"{one.url}alice/")
    assert kinds(found) == ["addressbook", "calendar"]
    assert listed(added) == {"acc/addressbook": True, "acc/calendar": True}
    assert bound(added) == {
        Kind.CALENDAR: f"{one.url}alice/",
        Kind.ADDRESSBOOK: f"{other.url}u/7/",
    }


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    ("status", "error"), [(500, ServerFailure), (502, ServerFailure), (503, HoldOff)]
)
def test_half_an_account_is_not_added(service, sites, paths, which, status, error):
    sites[which].status = status
    with pytest.raises(error):
        service.accounts.add(NEW)
    assert load(paths.config_file).config.accounts == {}
    assert not list(paths.state.glob("accounts/*"))


@pytest.mark.parametrize("which", [0, 1])
def test_a_whole_account_is_not_replaced_by_half_of_it(added, sites, which):
    before = known(added)
    sites[which].status = 500
    with pytest.raises(ServerFailure):
        added.accounts.test("acc")
    sites[which].server.shutdown()
    sites[which].server.server_close()
    with pytest.raises(Unreachable):
        added.accounts.test("acc")
    assert known(added) == before


@pytest.mark.parametrize("status", [404, 501])
@pytest.mark.parametrize("which", [0, 1])
def test_an_address_that_has_nothing_today_is_not_forgotten(added, sites, which, status):
    before = known(added)
    sites[which].status = status
    added.accounts.test("acc")
    assert (known(added).url, known(added).principal) == (before.url, before.principal)
    assert sorted(map(str, known(added).home_sets)) == sorted(map(str, before.home_sets))
    assert set(listed(added).values()) == {True}
    sites[which].status = None
    added.accounts.test("acc")
    assert known(added) == before
    assert set(listed(added).values()) == {True}


def test_an_address_that_never_had_anything_does_not_matter(service, sites):
    sites[0].status = 404
    service.accounts.add(NEW)
    assert known(service).principal == f"{sites[1].url}u/7/"
    assert kinds(known(service)) == ["addressbook"]
    # when the other one has something, what was bound stays bound
    sites[0].status = None
    service.accounts.test("acc")
    assert known(service).principal == f"{sites[1].url}u/7/"
    assert kinds(known(service)) == ["addressbook", "calendar"]
    assert bound(service)[Kind.CALENDAR] == f"{sites[0].url}alice/"


def test_nothing_at_all_is_nothing(service, sites):
    for site in sites:
        site.status = 404
    with pytest.raises(DiscoveryFailed):
        service.accounts.add(NEW)


def test_a_principal_that_is_spelled_in_another_way_stays_as_it_was(added, sites):
    before = known(added)
    sites[0].principal = "/%61lice"
    added.accounts.test("acc")
    assert known(added).principal == before.principal
    assert bound(added)[Kind.CALENDAR] == before.principal


def test_another_login_takes_nothing_over(added, sites):
    """Its address books are not those of the one before."""
    sites[0].principal, sites[1].status = "/bob/", 404
    with added.parts.account("acc") as opened:
        from ksync.service.discovering import discover

        found = discover(opened)
    assert found.principal == f"{sites[0].url}bob/"
    assert kinds(found) == ["calendar"]


@pytest.mark.parametrize("fails_at", [1, 2], ids=["when logging in", "when its source is told"])
def test_an_account_whose_password_cannot_be_had_is_not_added(
    service, paths, monkeypatch, fails_at
):
    real, calls = AccountSecret.find, []

    def find(secret):
        calls.append(secret)
        if len(calls) == fails_at:
            raise PasswordCommandFailed("it printed nothing")
        return real(secret)

    monkeypatch.setattr(AccountSecret, "find", find)
    with pytest.raises(PasswordCommandFailed):
        service.accounts.add(NEW)
    assert len(calls) == fails_at
    assert load(paths.config_file).config.accounts == {}
    assert not list(paths.state.glob("accounts/*"))
