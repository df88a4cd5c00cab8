"""The programs that people use: connected to the gateway, and disconnected again.

Theory
------
The gateway offers the synced collections at an address of this computer (``offer``). What a
program needs in order to show them is written where that program keeps its own accounts:
Thunderbird's preferences (``thunderbird``), the sources of GNOME's data server
(``evolution``). Where nothing can be written safely (KDE, Apple) the steps are told
(``steps``). ``memory`` remembers what was written where.

Rules
-----
* Only what kSync wrote is changed or taken away; what a person changed of it in the program
  (a name, a colour) stays as that person wants it.
* Connecting twice changes nothing. A collection that is new is added, one that is gone is
  taken out, a new name follows.
* What is written down in ``memory`` is written first, so that a crash leaves nothing that
  nobody remembers.
* An edit that the program has not sent yet is never thrown away without a yes.
"""
