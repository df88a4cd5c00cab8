"""XML names in Clark notation (``{namespace}local``), by the RFC that defines them.

The parser resolves every prefix, so two servers that write ``D:getetag`` and
``d:getetag`` give the same constant, and a ``getetag`` of a foreign namespace
is another name.
"""

from __future__ import annotations

from typing import Final

DAV: Final = "DAV:"
CALDAV: Final = "urn:ietf:params:xml:ns:caldav"
CARDDAV: Final = "urn:ietf:params:xml:ns:carddav"
CALENDARSERVER: Final = "http://calendarserver.org/ns/"
APPLE_ICAL: Final = "http://apple.com/ns/ical/"
OWNCLOUD: Final = "http://owncloud.org/ns"
NEXTCLOUD: Final = "http://nextcloud.com/ns"

PREFIXES: Final[dict[str, str]] = {
    DAV: "D",
    CALDAV: "C",
    CARDDAV: "CR",
    CALENDARSERVER: "CS",
    APPLE_ICAL: "A",
    OWNCLOUD: "OC",
    NEXTCLOUD: "NC",
}
"""The prefixes that our own bodies use; other namespaces get ``ns1``, ``ns2``…"""

# RFC 4918: elements of bodies and replies (§14), live properties (§15).
MULTISTATUS: Final = "{DAV:}multistatus"
RESPONSE: Final = "{DAV:}response"
HREF: Final = "{DAV:}href"
STATUS: Final = "{DAV:}status"
PROPSTAT: Final = "{DAV:}propstat"
PROP: Final = "{DAV:}prop"
ERROR: Final = "{DAV:}error"
PROPFIND: Final = "{DAV:}propfind"
PROPERTYUPDATE: Final = "{DAV:}propertyupdate"
SET: Final = "{DAV:}set"
REMOVE: Final = "{DAV:}remove"
COLLECTION: Final = "{DAV:}collection"
DISPLAYNAME: Final = "{DAV:}displayname"
GETETAG: Final = "{DAV:}getetag"
GETCONTENTTYPE: Final = "{DAV:}getcontenttype"
RESOURCETYPE: Final = "{DAV:}resourcetype"

# RFC 5689 §5.1: extended MKCOL.
MKCOL: Final = "{DAV:}mkcol"

# RFC 3253 §3.1.5: which reports a collection knows.
SUPPORTED_REPORT_SET: Final = "{DAV:}supported-report-set"
SUPPORTED_REPORT: Final = "{DAV:}supported-report"
REPORT: Final = "{DAV:}report"

# RFC 3744 §5.4 and RFC 5397.
CURRENT_USER_PRIVILEGE_SET: Final = "{DAV:}current-user-privilege-set"
PRIVILEGE: Final = "{DAV:}privilege"
ALL: Final = "{DAV:}all"
WRITE: Final = "{DAV:}write"
WRITE_CONTENT: Final = "{DAV:}write-content"
BIND: Final = "{DAV:}bind"
PRINCIPAL: Final = "{DAV:}principal"
PRINCIPAL_URL: Final = "{DAV:}principal-URL"
CURRENT_USER_PRINCIPAL: Final = "{DAV:}current-user-principal"
UNAUTHENTICATED: Final = "{DAV:}unauthenticated"

# RFC 6578.
SYNC_COLLECTION: Final = "{DAV:}sync-collection"
SYNC_TOKEN: Final = "{DAV:}sync-token"  # noqa: S105 - an element name
SYNC_LEVEL: Final = "{DAV:}sync-level"
VALID_SYNC_TOKEN: Final = "{DAV:}valid-sync-token"  # noqa: S105 - an element name
NUMBER_OF_MATCHES_WITHIN_LIMITS: Final = "{DAV:}number-of-matches-within-limits"

# RFC 4791.
CALENDAR: Final = f"{{{CALDAV}}}calendar"
CALENDAR_DATA: Final = f"{{{CALDAV}}}calendar-data"
CALENDAR_DESCRIPTION: Final = f"{{{CALDAV}}}calendar-description"
CALENDAR_HOME_SET: Final = f"{{{CALDAV}}}calendar-home-set"
CALENDAR_MULTIGET: Final = f"{{{CALDAV}}}calendar-multiget"
COMP: Final = f"{{{CALDAV}}}comp"
MKCALENDAR: Final = f"{{{CALDAV}}}mkcalendar"
CALENDAR_MAX_RESOURCE_SIZE: Final = f"{{{CALDAV}}}max-resource-size"
SUPPORTED_CALENDAR_COMPONENT_SET: Final = f"{{{CALDAV}}}supported-calendar-component-set"
SUPPORTED_CALENDAR_DATA: Final = f"{{{CALDAV}}}supported-calendar-data"
CALENDAR_NO_UID_CONFLICT: Final = f"{{{CALDAV}}}no-uid-conflict"
VALID_CALENDAR_DATA: Final = f"{{{CALDAV}}}valid-calendar-data"

# RFC 6638: collections of calendar type that hold messages, not events.
SCHEDULE_INBOX: Final = f"{{{CALDAV}}}schedule-inbox"
SCHEDULE_OUTBOX: Final = f"{{{CALDAV}}}schedule-outbox"

# RFC 6352.
ADDRESSBOOK: Final = f"{{{CARDDAV}}}addressbook"
ADDRESS_DATA: Final = f"{{{CARDDAV}}}address-data"
ADDRESS_DATA_TYPE: Final = f"{{{CARDDAV}}}address-data-type"
ADDRESSBOOK_DESCRIPTION: Final = f"{{{CARDDAV}}}addressbook-description"
ADDRESSBOOK_HOME_SET: Final = f"{{{CARDDAV}}}addressbook-home-set"
ADDRESSBOOK_MULTIGET: Final = f"{{{CARDDAV}}}addressbook-multiget"
ADDRESSBOOK_MAX_RESOURCE_SIZE: Final = f"{{{CARDDAV}}}max-resource-size"
SUPPORTED_ADDRESS_DATA: Final = f"{{{CARDDAV}}}supported-address-data"
ADDRESSBOOK_NO_UID_CONFLICT: Final = f"{{{CARDDAV}}}no-uid-conflict"
VALID_ADDRESS_DATA: Final = f"{{{CARDDAV}}}valid-address-data"

# Conventions outside the RFCs.
GETCTAG: Final = f"{{{CALENDARSERVER}}}getctag"
CALENDAR_COLOR: Final = f"{{{APPLE_ICAL}}}calendar-color"
CALENDAR_ORDER: Final = f"{{{APPLE_ICAL}}}calendar-order"
DELETED_CALENDAR: Final = f"{{{NEXTCLOUD}}}deleted-calendar"
TRASH_BIN: Final = f"{{{NEXTCLOUD}}}trash-bin"
