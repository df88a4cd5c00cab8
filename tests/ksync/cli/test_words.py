"""What the program says: every reference has an entry, every command that is named exists."""

import ast
import re
from pathlib import Path

import click
import pytest

import ksync
import sync_engine
from ksync.cli import rendering
from ksync.cli.main import cli
from ksync.cli.progress import PHASES, as_line
from ksync.reporting.catalog import CATALOG, CYCLE, tell
from ksync.reporting.errors import ExitCode, UsageError
from sync_engine import events

PACKAGES = [Path(package.__path__[0]) for package in (ksync, sync_engine)]
FAMILIES = {reference.partition(".")[0] for reference in CATALOG}
REFERENCE = re.compile(rf"(?:{'|'.join(sorted(FAMILIES))})\.[a-z0-9_]+")
FILES = {
    *("config.toml", "config.lock", "state.sqlite3", "doctor.json"),
    *("gateway.enabled", "gateway.lock", "gateway.log", "gateway.sqlite3"),
}
"""What looks like a reference and is the name of a file or of a setting."""


def texts():
    """Every string of the source: (file, text)."""
    for package in PACKAGES:
        for file in sorted(package.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield file, node.value


def test_every_reference_in_the_source_has_an_entry():
    found = {text: file for file, text in texts() if REFERENCE.fullmatch(text)}
    assert {text: file for text, file in found.items() if text not in CATALOG.keys() | FILES} == {}
    # the search finds what it is for
    assert found.keys() >= CYCLE.keys()


@pytest.mark.parametrize("reference", CATALOG)
def test_every_entry_says_what_to_do(reference):
    problem = tell(reference, account="home", collection="home/work", detail="why")
    assert "{" not in problem.message + problem.hint
    assert problem.message[-1] in ".y"
    if reference not in SELF_EVIDENT:
        assert problem.hint, reference
    assert tell(reference).hint.count("{") == 0


SELF_EVIDENT = {
    "interrupted", "sync.cancelled", "usage.declined", "config.refused", "config.read_only_key",
    "demo.server_missing",
}  # fmt: skip
"""What says all, or whose hint comes with the error."""


def test_hints_name_the_account_where_it_is_known():
    assert "`ksync account set-password home`" in tell("http.unauthorized", account="home").hint
    assert "`ksync account set-password NAME`" in tell("http.unauthorized").hint
    assert (
        "`ksync collection disable home/work`"
        in tell("sync.collection_gone", collection="home/work").hint
    )


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [("", ExitCode.NETWORK_DENIED), ("policy_error", 13), ("offline", 11)],
)
def test_a_denial_in_a_result_ends_like_the_error(code, exit_code):
    assert tell("transport.gate_denied", gate_code=code).exit_code == exit_code


def test_every_command_that_is_named_exists():
    context = click.Context(cli)
    named = {
        (file.name, *words.split())
        for file, text in texts()
        for words in re.findall(r"`ksync ([a-z][a-z-]*(?: [a-z][a-z-]*)?)", text)
    }
    assert len(named) > 20
    for file, verb, *rest in sorted(named):
        command = cli.get_command(context, verb)
        assert command is not None, (file, verb)
        if rest and isinstance(command, click.Group):
            assert command.get_command(context, rest[0]) is not None, (file, verb, *rest)


EVENTS = [
    events.RunStarted("a", 1, dry_run=False),
    events.CollectionStarted("a", "c"),
    events.Planned("a", "c", {"create local": 1}),
    *(events.Progress("a", "c", phase, 1, 2) for phase in PHASES),
    events.ResourceFailed("a", "c", "h", "resource.broken", ""),
    events.HoldOpened("a", "c", 3, "mass-deletion-local", 9),
    events.CollectionFinished("a", "c", "synced", {}),
    events.RunFinished("a", 1, "done"),
]


def test_events_as_lines_name_what_commands_take():
    lines = [as_line(event) for event in EVENTS]
    assert {line["collection"] for line in lines if "collection" in line} == {"a/c"}
    assert {line["run"] for line in lines if "run" in line} == {"a:1"}
    assert {line["hold"] for line in lines if "hold" in line} == {"a:3"}
    assert lines[0]["event"] == "run_started"
    assert {as_line(event, dry_run=True).get("run") for event in EVENTS} == {None}


def test_every_phase_of_the_engine_has_words():
    phases = {
        node.args[0].value
        for file in sorted(PACKAGES[1].rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "progress"
    }
    assert phases == set(PHASES)


def test_verbs_have_words():
    from ksync.cli.report_verbs import _DONE
    from ksync.cli.sync_verb import _PLANNED
    from sync_engine.core.resolution import Verb

    books = {Verb.ADOPT, Verb.FORGET, Verb.DETACH, Verb.REBIND, Verb.REFUSE, Verb.LEAVE}
    assert set(_PLANNED) == set(Verb) - books
    # nothing is done to a server by these; what follows is told by the next pass
    assert set(_DONE) >= set(_PLANNED) - {Verb.FOLLOW_MOVE, Verb.CARRY, Verb.ASK}


def test_counts():
    assert rendering.counts_text({"downloaded": 0}) == ""
    counts = {"failed": 1, "downloaded": 3, "held": 12, "deleted_local": 2}
    assert rendering.counts_text(counts) == (
        "3 downloaded, 2 deleted here, 12 waiting for you, 1 failed"
    )


def test_times(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Europe/Zurich")
    time.tzset()
    try:
        assert rendering.local_time(1783864985.0) == "2026-07-12 16:03"
        assert rendering.utc(1783864985.9) == "2026-07-12T14:03:05Z"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-5, "just now"), (59, "just now"), (60, "1 minute ago"), (7199, "1 hour ago"),
     (7200, "2 hours ago"), (86400 * 3, "3 days ago")],
)  # fmt: skip
def test_how_long_ago(seconds, said):
    assert rendering.ago(seconds) == said


@pytest.mark.parametrize(("seconds", "said"), [(0.42, "0.4 s"), (125, "2 min 5 s")])
def test_how_long(seconds, said):
    assert rendering.duration(seconds) == said


def test_pairs():
    assert rendering.pairs(["a=1", "b=x=y", "c="]) == {"a": "1", "b": "x=y", "c": ""}
    for wrong in (["a"], ["=1"], ["a=1", "a=2"]):
        with pytest.raises(UsageError):
            rendering.pairs(wrong)
