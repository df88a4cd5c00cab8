"""The desktop's own store: evolution-data-server, over D-Bus.

GNOME's calendar and contacts, Evolution and other programs show what is in it. What the
modules do, from the bus to the engine::

    bus, services       calls, and where the services are
    keyfile, sources    sources: the calendars, lists and address books themselves
    calendars, books    the objects in a source (``shelf`` is what both offer)
    calendar_texts      what goes down and what comes up, of calendar objects
    card_texts          the same, of vCards
    patching            an edit in the store's words, done to the server's text
    presenting          what the engine sees
    writing, collection the port
    store               the collections of an account
    watch               being told of edits
"""

from sync_engine.replicas.eds.bus import SessionBus
from sync_engine.replicas.eds.collection import EdsCollection
from sync_engine.replicas.eds.services import Services
from sync_engine.replicas.eds.store import EdsStore

__all__ = ["EdsCollection", "EdsStore", "Services", "SessionBus"]
