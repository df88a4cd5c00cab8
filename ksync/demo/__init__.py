"""``ksync demo``: what kSync does, shown in a minute with real commands.

A CalDAV/CardDAV server of its own on this computer plays the provider, a fresh
folder plays the computer. The commands that are shown are the commands that run,
through the real entry; between them the demo itself edits files and speaks to the
server as a telephone would.

``samples/``    the account's data: made around today, so that it looks alive
``server.py``   the server's life and requests to it; ``serve.py`` is its process
``stage.py``    what is seen: on a terminal, in a pipe, as JSON
``script.py``   runs a command as it is shown
``story.py``    the steps, each with the checks that it did what it says
``show.py``     folder, server and environment around the story

Rules
-----
* Nothing outside the demo's folder is written, the keyring is never asked, and
  nothing but 127.0.0.1 is talked to.
* Each claim is checked on the files and on the server. A check that fails ends the
  demo with exit code 1.
* The server never outlives the demo, however that ends.
"""
