"""The loopback gateway: CalDAV and CardDAV for the programs of this computer.

Theory
------
Programs that speak CalDAV and CardDAV read and write the account's folders through a small
server on the loopback interface, in a process of its own. The folder is the truth: the gateway
keeps no copy of it. What it remembers is an index (which name had which ETag, in which order it
changed), which may be lost at any time and then costs each client one listing.

The ETag of a text is its SHA-256, the same name under which the sync state keeps its texts. So
the text that a client once got can be found again from the ETag alone, and a PUT over an older
version is merged three ways instead of refused.

    program      the process: takes the port, serves until a signal
    place        port and token, which survive a restart; ``certificate``, ``signing``
    admission    who may ask: Host, Origin, token; ``peers``: the peer's user
    wire         sockets, limits, HTTP/1.1, TLS
    catalogue    which collections are served; ``collecting``: as they are at each request
    shelf        one collection: list, read, write; ``index`` has its row of changes
    putting      what becomes of a PUT: a table; ``showing``, ``keeping``: what it needs to know
    tree         from a path to what it names
    methods      what each method does; ``properties``, ``reports``, ``filters``, ``answers``
    supervising  the process as a child of ``ksync run`` and of the desktop program

Rules
-----
* Bytes go out as they lie in the file, and come in as the client sent them.
* A folder that cannot be read is an error, never an empty collection.
* A write is an edit like that of any local program: the next sync carries it to the server.
"""
