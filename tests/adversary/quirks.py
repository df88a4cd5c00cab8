"""What servers do that a client has to live with: switches, and the table of servers.

The defaults are SabreDAV 4.3.1 as Infomaniak runs it. A profile is a server that is
told by the switches it has another way; ``tests/adversary/test_quirks.py`` goes through
all of them, at the wire and with a client.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Quirks:
    """The switches.

    Time:

    :param creation_lag: seconds until a new collection is there (a PUT before: 404).
    :param deletion_lag: seconds for which a deleted collection is still listed.
    :param property_lag: seconds for which PROPFIND tells what PROPPATCH changed.
    :param hint_step: seconds in which the hints of a listing move (SOGo: 1).
    :param seconds_between: least time between two requests, else 429 (GMX: 2).

    Writing:

    :param ignores_if_none_match: a creation overwrites what is there (SOGo, Zimbra).
    :param ignores_if_match_on_delete: (SOGo).
    :param revives: a PUT with If-Match makes a gone resource anew (SOGo).
    :param counts_etags: ETags are numbers that come again (SOGo).
    :param if_match_star: ``honoured``, ``ignored`` (Posteo) or ``never`` (Radicale).
    :param weak_put: the ETag of a PUT is weak (GMX, web.de).
    :param put_etag: ``stored`` (none if the text was repaired) or ``always`` (Radicale).
    :param rewrite: what the server makes of each text, beside its repairs.
    :param put_status: of a write that overwrote.
    :param put_multistatus: a PUT is answered with a multistatus (Xandikos).
    :param put_redirect: a PUT is sent to another path first (Zimbra).
    :param unique_uid: ``""``, ``collection`` (409: Radicale, 412: Xandikos) or ``account``.
    :param unique_status: with which a duplicate UID is refused.
    :param invalid_status: with which invalid data is refused.
    :param delete_gone: status of a DELETE with If-Match of what is gone.
    :param move: ``moves``, ``none``, ``copies`` (the source stays) or ``loses``.
    :param move_ignores_if_match: (Radicale, Xandikos, SabreDAV 1.8).
    :param limit_of_calendars: 429 on a MKCALENDAR beyond (Nextcloud).
    :param no_mkcalendar: (Google).
    :param rename_moves: a new display name is a new URL (Zimbra).

    Reading:

    :param sync_report: whether there is sync-collection.
    :param data_in_sync: a report gives the texts, else a 404 propstat (Xandikos).
    :param dead_token: ``refused``, ``silent`` (SOGo, Stalwart, OX) or ``all`` (DAViCal).
    :param future_token: the same for one from the collection's future (SabreDAV: silent).
    :param refusal: status of a refused token; :param refusal_element: with DAV:error.
    :param obeys_limit: ``no``, ``cut`` in silence (Nextcloud, address books at SabreDAV).
    :param page: rows in a page; more follow after a 507 row (Cyrus, Google).
    :param first_cut: rows of a first report, the rest is left out in silence (Stalwart).
    :param lists_removed: a first report has 404 rows for removed ones (Radicale).
    :param forgets_short_lives: what came and went between two reports (Xandikos).
    :param multiget_missing: ``left out``, ``row`` (404) or ``report`` (all of it is 404).
    :param no_multiget: (a server without it).
    :param no_etags: rows have no DAV:getetag.
    :param twice: each member is listed twice (Zimbra).
    :param removed_and_changed: a changed member has a 404 row too (Stalwart).
    :param lists_itself: the collection is among the members of a report (iCloud).
    :param href: ``path``, ``absolute``, ``relative`` or ``escaped`` otherwise.
    :param host: the host that hrefs and home sets point to (iCloud's partitions).
    :param raw_names: ``@`` and ``%40`` are two resources (Stalwart).
    :param boxes: ``.in/`` and ``.out/`` are typed as calendars (DAViCal).
    :param content_type: of resources.
    :param quota_words: 403 with usageLimits where 429 is meant (Google).
    :param empty_207_body: an answer to a REPORT on no calendar has no octet at all.
    """

    creation_lag: float = 8.0
    deletion_lag: float = 20.0
    property_lag: float = 10.0
    hint_step: float = 0.0
    seconds_between: float = 0.0

    ignores_if_none_match: bool = False
    ignores_if_match_on_delete: bool = False
    revives: bool = False
    counts_etags: bool = False
    if_match_star: str = "honoured"
    weak_put: bool = False
    put_etag: str = "stored"
    rewrite: Callable[[bytes], bytes] | None = None
    put_status: int = 204
    put_multistatus: bool = False
    put_redirect: bool = False
    unique_uid: str = ""
    unique_status: int = 409
    invalid_status: int = 415
    delete_gone: int = 412
    move: str = "moves"
    move_ignores_if_match: bool = False
    limit_of_calendars: int = 1000
    no_mkcalendar: bool = False
    rename_moves: bool = False

    sync_report: bool = True
    data_in_sync: bool = True
    dead_token: str = "refused"
    future_token: str = "silent"
    refusal: int = 403
    refusal_element: bool = True
    obeys_limit: str = "no"
    page: int = 0
    first_cut: int = 0
    lists_removed: bool = False
    forgets_short_lives: bool = False
    multiget_missing: str = "left out"
    no_multiget: bool = False
    no_etags: bool = False
    twice: bool = False
    removed_and_changed: bool = False
    lists_itself: bool = False
    href: str = "path"
    host: str = ""
    raw_names: bool = False
    boxes: bool = False
    content_type: str = "text/calendar; charset=utf-8; component=vevent"
    quota_words: bool = False
    empty_207_body: bool = False

    home: str = "/calendars/{login}/"
    books: str = "/addressbooks/{login}/"


INFOMANIAK: Final = Quirks()
PROMPT: Final = replace(INFOMANIAK, creation_lag=0.0, deletion_lag=0.0, property_lag=0.0)
"""The same without delays: SabreDAV as it is elsewhere."""


def _prompt(**switches: object) -> Quirks:
    return replace(PROMPT, **switches)  # type: ignore[arg-type]  # names of the switches


def padded(body: bytes) -> bytes:
    """A harmless rewriting: the server puts its own PRODID in."""
    return body.replace(b"PRODID:-//test//EN", b"PRODID:-//server//EN")


PROFILES: Final[dict[str, Quirks]] = {
    "infomaniak": INFOMANIAK,
    "sabre": PROMPT,
    "sabre-1.8": _prompt(sync_report=False, multiget_missing="report", move_ignores_if_match=True),
    "nextcloud": _prompt(obeys_limit="cut", limit_of_calendars=2),
    "radicale": _prompt(
        if_match_star="never",
        put_etag="always",
        rewrite=padded,
        lists_removed=True,
        unique_uid="collection",
        invalid_status=400,
        multiget_missing="row",
        move_ignores_if_match=True,
        future_token="refused",
    ),
    "posteo": _prompt(if_match_star="ignored"),
    "xandikos": _prompt(
        refusal=412,
        refusal_element=False,
        future_token="refused",
        data_in_sync=False,
        put_multistatus=True,
        forgets_short_lives=True,
        unique_uid="collection",
        unique_status=412,
        invalid_status=412,
        multiget_missing="row",
        obeys_limit="cut",
    ),
    "cyrus": _prompt(
        unique_uid="account",
        unique_status=403,
        page=3,
        multiget_missing="row",
        future_token="refused",
    ),
    "davical": _prompt(dead_token="all", boxes=True, invalid_status=500, data_in_sync=False),
    "sogo": _prompt(
        home="/SOGo/dav/{login}/Calendar/",
        ignores_if_none_match=True,
        ignores_if_match_on_delete=True,
        revives=True,
        counts_etags=True,
        dead_token="silent",
        hint_step=1.0,
        put_status=200,
    ),
    "zimbra": _prompt(
        ignores_if_none_match=True, twice=True, put_redirect=True, rename_moves=True, put_status=201
    ),
    "gmx": _prompt(weak_put=True, seconds_between=2.0),
    "google": _prompt(no_mkcalendar=True, page=5, quota_words=True, seconds_between=0.01),
    "icloud": _prompt(
        host="p07-caldav.adversary.example", href="absolute", lists_itself=True, no_multiget=False
    ),
    "stalwart": _prompt(dead_token="silent", removed_and_changed=True, raw_names=True, first_cut=4),
    "no-etags": _prompt(no_etags=True),
    "hrefs": _prompt(href="escaped"),
    "relative-hrefs": _prompt(href="relative"),
    "no-multiget": _prompt(no_multiget=True, data_in_sync=False),
    "odd-types": _prompt(content_type="text/directory", empty_207_body=True),
    "no-move": _prompt(move="none"),
    "copying-move": _prompt(move="copies"),
    "losing-move": _prompt(move="loses"),
}
"""By name. "no-etags" and below are of no server in particular, or of several."""
