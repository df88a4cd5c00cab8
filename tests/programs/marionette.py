"""A client for Marionette, the remote control of Firefox and Thunderbird.

The protocol (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html): TCP,
each message is its length in octets as decimal digits, a colon, and JSON. After the greeting
``{"applicationType": "gecko", "marionetteProtocol": 3}`` a command is ``[0, id, name,
parameters]`` and its answer ``[1, id, error, value]``, one after the other.
"""

from __future__ import annotations

import json
import socket
from typing import Any

_PROTOCOL = 3


class ScriptFailed(Exception):
    """What the program answered with an error."""


class Marionette:
    """A session; scripts run with the rights of the program itself ("chrome").

    :param port: on 127.0.0.1.
    :param seconds: how long an answer may take.
    :raises OSError: nobody listens there (yet).
    """

    def __init__(self, port: int, seconds: float = 60) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=seconds)
        self._buffer = b""
        self._sent = 0
        greeting = self._receive()
        assert greeting["marionetteProtocol"] == _PROTOCOL, greeting
        self._command("WebDriver:NewSession", {})
        self._command("WebDriver:SetTimeouts", {"script": int(seconds * 1000)})
        self._command("Marionette:SetContext", {"value": "chrome"})

    def run(self, script: str, *arguments: object) -> Any:
        """The value that an asynchronous function with this body resolves to.

        ``arguments`` are there as in any function.

        :raises ScriptFailed: it threw.
        """
        wrapped = (
            "const done = arguments[arguments.length - 1];"
            "const given = Array.prototype.slice.call(arguments, 0, -1);"
            f"(async function () {{ {script} }}).apply(null, given).then("
            "value => done({value: value === undefined ? null : value}),"
            "error => done({error: `${error}\\n${error.stack}`}));"
        )
        answer = self._command(
            "WebDriver:ExecuteAsyncScript",
            {"script": wrapped, "args": list(arguments), "sandbox": "system", "newSandbox": False},
        )["value"]
        if answer is None:
            # a dialog ends every script
            shown = self._command("WebDriver:GetAlertText", {})["value"]
            raise ScriptFailed(f"a dialog opened: {shown}")
        if "error" in answer:
            raise ScriptFailed(answer["error"])
        return answer["value"]

    def quit(self) -> None:
        """Have the program end as if a person had closed it."""
        self._command("Marionette:Quit", {"flags": ["eAttemptQuit"]})
        self.close()

    def close(self) -> None:
        """Close the connection; the program goes on."""
        self._socket.close()

    def _command(self, name: str, parameters: dict[str, Any]) -> Any:
        self._sent += 1
        text = json.dumps([0, self._sent, name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        kind, number, error, value = self._receive()
        assert (kind, number) == (1, self._sent)
        if error is not None:
            raise ScriptFailed(f"{error['error']}: {error['message']}")
        return value

    def _receive(self) -> Any:
        while b":" not in self._buffer:
            self._more()
        digits, _, self._buffer = self._buffer.partition(b":")
        while len(self._buffer) < int(digits):
            self._more()
        text, self._buffer = self._buffer[: int(digits)], self._buffer[int(digits) :]
        return json.loads(text)

    def _more(self) -> None:
        found = self._socket.recv(65536)
        if not found:
            raise ConnectionError("the program closed the connection")
        self._buffer += found
