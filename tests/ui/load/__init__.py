"""The window under a load: a real run of thousands of resources, and whether it answers.

``serving``  the server, a process of its own
``beats``    the heartbeat of an event loop
``window``   the program in a process of its own, as ``ksync-tray`` sets it up
"""
