"""Reading what was synced, to show it: the files of the local folders, never written.

``files``      which files there are, read once as long as they do not change
``times``      RFC 5545's times as local times
``events``     a calendar file as occurrences, tasks and series
``expansion``  a series as the occurrences of a year
``diary``      all calendars: what is in a span of days
``details``    one event or task with everything that it says
``cards``      a card as a person; ``people`` all of them
``memory``     what was freed goes back to the system

What is kept of each file is a ``Struct`` that the collector of garbage does not look at
(``gc=False``: none of them can be part of a circle): there may be tens of thousands.

What is read is kept in memory only. A file that cannot be read is left out and named.
"""
