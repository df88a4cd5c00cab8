"""The process of the demo's server: ``python serve.py FOLDER PORT``.

Standard input is one end of a socket pair. When the demo closes the other end, or
ends in whatever way (the system closes it then), Radicale stops serving and this
process ends: no signal is needed, and no server is left behind.
"""

from __future__ import annotations

import logging
import socket
import sys


def main(folder: str, port: int) -> None:
    """Serve until standard input is closed.

    :param folder: has ``users`` (htpasswd, plain text); ``collections`` is made in it.
    """
    from radicale import config, log, server  # noqa: PLC0415  an extra; see ksync.demo.server

    log.setup()
    logging.getLogger("radicale").setLevel(logging.WARNING)
    configuration = config.load()
    settings = {
        "server": {"hosts": f"127.0.0.1:{port}"},
        "auth": {
            "type": "htpasswd",
            "htpasswd_filename": f"{folder}/users",
            "htpasswd_encryption": "plain",
            "delay": "0",
        },
        # What is lost in a power cut is thrown away anyway.
        "storage": {"filesystem_folder": f"{folder}/collections", "_filesystem_fsync": "False"},
        "web": {"type": "none"},
        "logging": {"level": "warning"},
    }
    configuration.update(settings, "the demo", privileged=True)
    server.serve(configuration, socket.socket(fileno=sys.stdin.fileno()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
