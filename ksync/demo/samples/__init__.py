"""The sample account: three calendars, a task list, an address book.

Everything is made by code around a given day. The people are invented; their
addresses end in ``.example`` (RFC 2606), so they can never be anybody's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ksync.demo.samples import events, people, tasks
from ksync.demo.samples.writing import Maker


@dataclass(frozen=True, slots=True)
class SampleCollection:
    """A collection of the sample account.

    :param slug: its name on the server.
    :param component: VEVENT, VTODO, or ``""`` for an address book.
    :param resources: resource name -> text (CRLF).
    """

    slug: str
    name: str
    color: str
    component: str
    resources: Mapping[str, bytes]


def account(today: date, now: datetime) -> tuple[SampleCollection, ...]:
    """The whole account.

    :param now: aware, for DTSTAMP.
    """
    maker = Maker(today, now)
    return (
        SampleCollection("personal", "Personal", "#3A87AD", "VEVENT", events.personal(maker)),
        SampleCollection("work", "Work", "#C0504D", "VEVENT", events.work(maker)),
        SampleCollection("family", "Family", "#5FA55A", "VEVENT", events.family(maker)),
        SampleCollection("tasks", "Tasks", "#8064A2", "VTODO", tasks.tasks(maker)),
        SampleCollection("contacts", "Contacts", "", "", people.contacts(maker)),
    )
