"""The floor: the same requests and the same files, with nothing thought in between.

``python -m tests.benchmarks.bare HOST PORT RECORD FOLDER`` sends what ``RECORD`` holds
(JSON lines: method, path, headers, body in base64), one after the other over one
connection, reads the answers, and writes each given number of files of the answer's size
with fsync and rename: the work that no client of this protocol can leave out.
"""

from __future__ import annotations

import base64
import gzip
import http.client
import json
import os
import re
import sys
from pathlib import Path

_TEXT = re.compile(rb"-data[^>/]*>(?:<!\[CDATA\[)?([^<]+?)(?:\]\]>)?</")


def main() -> None:
    """See above."""
    host, port, record, folder = sys.argv[1:]
    connection = http.client.HTTPConnection(host, int(port), timeout=600)
    number = 0
    for line in Path(record).read_text(encoding="utf-8").splitlines():
        seen = json.loads(line)
        body = base64.b64decode(seen["body"])
        connection.request(seen["method"], seen["path"], body, seen["headers"])
        reply = connection.getresponse()
        answer = reply.read()
        if reply.getheader("content-encoding") == "gzip":
            answer = gzip.decompress(answer)
        for text in _TEXT.findall(answer):
            number += 1
            temporary = Path(folder) / f".{number}.tmp"
            with temporary.open("wb") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(Path(folder) / f"{number}.ics")
    connection.close()


main()
