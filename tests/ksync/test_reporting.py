"""Words, exit codes and what reaches a terminal."""

import io
import json
import pkgutil
import string
import sys

import pytest

import ksync
from ksync.reporting.catalog import APPLICATION, CATALOG, ENGINE, Problem, entry, explain
from ksync.reporting.errors import PRECEDENCE, AppError, ConfigInvalid, ExitCode, LockHeld, worst
from ksync.reporting.output import Output, Result, Settings, Table, aligned, plain
from sync_engine import errors as engine


def family(root):
    return [root, *(deep for child in root.__subclasses__() for deep in family(child))]


def test_every_error_of_the_engine_is_in_the_catalogue():
    references = {kind.reference for kind in family(engine.EngineError)}
    assert references <= ENGINE.keys()
    assert ENGINE.keys() <= {
        kind.reference for kind in family(engine.EngineError) if kind.__module__ == engine.__name__
    }


def test_every_error_of_the_application_is_in_the_catalogue():
    for module in pkgutil.walk_packages(ksync.__path__, "ksync."):
        if module.name.endswith(("errors", "catalog")):
            __import__(module.name)
    for kind in family(AppError):
        if kind.__module__.startswith("ksync."):
            assert kind.reference in APPLICATION, kind


@pytest.mark.parametrize("reference", CATALOG)
def test_sentences_and_hints_are_whole(reference):
    found = CATALOG[reference]
    assert found.exit_code is not ExitCode.DONE
    assert found.sentence[-1] in ".}", found.sentence
    assert not found.hint or found.hint[-1] in ".", found.hint
    fields = {name for _, name, _, _ in string.Formatter().parse(found.sentence) if name}
    assert fields <= {"account", "collection", "resource", "detail"}


def test_an_unknown_reference_is_a_bug():
    assert entry("no.such").exit_code is ExitCode.BUG


def test_the_worst_of_several_exit_codes():
    order = [130, 1, 2, 13, 8, 6, 10, 7, 12, 11, 5, 4, 0]
    assert list(PRECEDENCE) == order
    assert set(ExitCode) == set(PRECEDENCE)
    for index, code in enumerate(order):
        assert worst(reversed(order[index:])) == code
    assert worst([]) is ExitCode.DONE


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [("ssid_not_listed", 7), ("policy_error", 13), ("offline", 11)],
)
def test_a_denial_ends_with_what_its_code_says(code, exit_code):
    assert explain(engine.GateDenied(code)).exit_code == exit_code


def test_an_engine_error_in_words():
    error = engine.AuthenticationRejected(401, "HTTP 401", where="https://x.org/")
    problem = explain(error, account="work", collection="work/home", resource="other")
    assert problem == Problem(
        reference="http.unauthorized",
        exit_code=ExitCode.LOGIN_REJECTED,
        message=CATALOG["http.unauthorized"].sentence,
        detail="HTTP 401",
        hint=CATALOG["http.unauthorized"].hint.format(account="work"),
        account="work",
        collection="work/home",
        resource="https://x.org/",
    )
    assert explain(error, hint="ask Infomaniak").hint == "ask Infomaniak"
    assert "120 seconds" in explain(engine.HoldOff(429, retry_after=120.0)).hint
    assert "exit_code" not in problem.as_data()
    assert set(explain(engine.DiskFull()).as_data()) == {"reference", "message", "hint"}


def test_an_application_error_in_words():
    problem = explain(LockHeld("held by process 7", account="work"), account="other")
    assert (problem.account, problem.detail) == ("work", "held by process 7")
    problem = explain(ConfigInvalid("a must be b", file="f", line=3, key="a", hint="do"))
    assert problem.message == "The configuration is not valid: a must be b"
    assert (problem.detail, problem.resource, problem.hint) == ("", "f:3", "do")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold]text[/bold]", "plain [bold]text[/bold]"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\r\nb\tc\x7f", "a\\x0d\\x0ab\\x09c\\x7f"),
        ("\x9b31m\x00", "\\x9b31m\\x00"),
        ("a\u202eb\u2066c\u2028\ufeff", "a\\u202eb\\u2066c\\u2028\\ufeff"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("Zürich 日本 👩\u200d🚀", "Zürich 日本 👩\u200d🚀"),
    ],
)
def test_text_from_outside_cannot_steer_a_terminal(text, shown):
    assert plain(text) == shown


def test_lines_may_stay():
    assert plain("a\n\tb\x1b\r", keep_newlines=True) == "a\n\tb\\x1b\\x0d"


def test_columns_are_aligned_by_cells():
    assert aligned([("a", "b"), ("日本", "x"), ("e\u0301t", "")]) == [
        "a     b",
        "日本  x",
        "e\u0301t",
    ]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def streams(kind=io.StringIO, **settings):
    out, err = kind(), kind()
    return Output(Settings(**settings), stdout=out, stderr=err), out, err


TABLE = Table(("NAME", "TEXT"), (("work", "[red]\x1b[2J"), ("home", "x")))
DONE = Result("Two.", {"n": 2}, [TABLE, "line\x07"])
FAILED = Problem("http.forbidden", ExitCode.PARTIAL, "No\x1b.", "detail", "hint", account="work")


def test_a_result_for_people():
    output, out, err = streams()
    assert output.finish(DONE) is ExitCode.DONE
    assert out.getvalue() == "NAME  TEXT\nwork  [red]\\x1b[2J\nhome  x\nline\\x07\n"
    assert err.getvalue() == "Two.\n"


def test_a_result_for_programs():
    output, out, err = streams(json=True)
    output.json_line({"event": "x\n"})
    output.finish(DONE)
    event, envelope = map(json.loads, out.getvalue().splitlines())
    assert event == {"event": "x\n"}
    assert envelope == {
        "schema": "ksync/1",
        "ok": True,
        "code": "ok",
        "message": "Two.",
        "data": {"n": 2},
    }
    assert err.getvalue() == ""


def test_json_is_safe_to_print():
    output, out, _ = streams(json=True)
    output.finish(Result("é\x9b\u202e", {"k": "\x1b"}))
    assert out.getvalue().rstrip("\n").isprintable()
    assert out.getvalue().isascii()


def test_an_error_for_people_and_for_programs():
    output, out, err = streams()
    assert output.fail(FAILED) is ExitCode.PARTIAL
    assert out.getvalue() == ""
    assert err.getvalue() == (
        "error [http.forbidden]: No\\x1b.\n  account: work\n  detail: detail\n  hint: hint\n"
    )
    output, out, _ = streams(json=True)
    output.fail(FAILED)
    envelope = json.loads(out.getvalue())
    assert (envelope["ok"], envelope["code"]) == (False, "http.forbidden")
    assert envelope["data"]["problem"]["account"] == "work"


def test_a_partial_result_shows_its_problems():
    result = Result("Done.", {}, (), "sync.partial", ExitCode.PARTIAL, (FAILED,))
    output, _, err = streams()
    assert output.finish(result) is ExitCode.PARTIAL
    assert "http.forbidden" in err.getvalue()
    output, out, _ = streams(json=True)
    output.finish(result)
    assert json.loads(out.getvalue())["ok"] is False


def test_ok_is_false_exactly_when_the_exit_code_is_not_0():
    with pytest.raises(ValueError, match="does not go with"):
        Result(code="sync.partial")
    with pytest.raises(ValueError, match="does not go with"):
        Result(exit_code=ExitCode.PARTIAL)


def test_quiet_and_verbose():
    output, out, err = streams(quiet=True)
    output.warning("w")
    output.detail("d")
    output.finish(DONE)
    assert (err.getvalue(), "line" in out.getvalue()) == ("", True)
    output, _, err = streams(verbose=True)
    output.warning("w\x1b")
    output.detail("d")
    assert err.getvalue() == "warning: w\\x1b\nd\n"


def test_colours_only_on_a_terminal_that_wants_them(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def shown(**settings):
        output, _, err = streams(Terminal, **settings)
        output.warning("x")
        return err.getvalue()

    assert shown() == "\x1b[33;1mwarning:\x1b[0m x\n"
    assert shown(no_color=True) == "warning: x\n"
    monkeypatch.setenv("TERM", "dumb")
    assert shown() == "warning: x\n"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b" in shown()
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown() == "warning: x\n"


def test_a_table_on_a_terminal_reads_no_markup(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    output, out, _ = streams(Terminal, no_color=True)
    output.finish(DONE)
    assert "[red]\\x1b[2J" in out.getvalue()
    assert "\x1b[2J" not in out.getvalue()
    output, out, _ = streams(Terminal)
    output.finish(Result(text=[Table(("A",), ())]))
    assert out.getvalue() == ""


def test_a_reader_that_goes_away_is_no_error():
    import subprocess

    code = (
        "import sys; from ksync.reporting.output import *\n"
        "output = Output(Settings())\n"
        "sys.stdin.readline()\n"
        "for n in range(3): output.finish(Result(text=['x' * 100000]))\n"
        "print('still here', file=sys.stderr)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.close()
    process.stdin.write(b"go\n")
    process.stdin.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(30), said) == (0, b"still here\n")
