"""What is decoded into a class is decoded by a decoder that one thread has made, at import.

msgspec (0.22) builds what it knows of a class at the first use and shows it to other threads
before it is whole; ``msgspec.json.decode(…, type=CLASS)`` in two threads at once ends the process
with a segmentation fault. It did, in `ksync sync`.
"""

import ast
import subprocess
import sys

from tools.tree import PACKAGES, ROOT, python_files

_FIRST_USE = """
import sys, threading
sys.setswitchinterval(1e-6)
import msgspec
from sync_engine.base_store import collections
from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.cycle.result import REPORTS, AccountResult
info = msgspec.json.encode(CollectionInfo("u", Kind.CALENDAR, components=frozenset({"VEVENT"})))
run = msgspec.json.encode(AccountResult("a", 1, False))
start = threading.Barrier(8)
def work():
    start.wait()
    for _ in range(5):
        assert collections._INFO.decode(info).url == "u"
        assert REPORTS.decode(run).run == 1
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_nothing_is_decoded_into_a_class_in_passing():
    found = []
    for path in python_files(ROOT, PACKAGES):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            decodes = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("json.decode")
            if decodes and any(keyword.arg == "type" for keyword in node.keywords):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_the_first_use_by_many_threads():
    for _ in range(3):
        subprocess.run([sys.executable, "-c", _FIRST_USE], check=True, timeout=60)
