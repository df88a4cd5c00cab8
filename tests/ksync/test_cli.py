"""The command line as a process and in-process: envelope, exit codes, questions, bugs."""

import json
import os
import pty
import re
import signal
import subprocess
import sys

import click
import pytest

import ksync
from ksync.cli import main as entry
from ksync.cli.app import pass_app
from ksync.cli.lazy import Command, Lazy
from ksync.cli.main import cli, main
from ksync.reporting.errors import LockHeld
from ksync.reporting.output import Result
from sync_engine.errors import Cancelled, Unreachable


def run(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(capsys, *arguments):
    code, out, err = run(capsys, *arguments)
    envelope = json.loads(out)
    assert set(envelope) == {"schema", "ok", "code", "message", "data"}
    assert envelope["schema"] == "ksync/1"
    assert envelope["ok"] is (code == 0)
    return code, envelope, err


@pytest.fixture
def verb(monkeypatch, paths):
    """Puts a command named ``probe`` under ``ksync``."""

    def put(callback, *params):
        monkeypatch.setitem(
            cli.commands, "probe", Command("probe", callback=pass_app(callback), params=[*params])
        )

    return put


INTERRUPTED_IN_TEXT = """\
from ksync.cli.app import pass_app
from ksync.cli.lazy import Command
from ksync.cli.main import cli

TEXT = "import signal; signal.raise_signal(signal.SIGINT)"
cli.commands["probe"] = Command("probe", callback=pass_app(lambda app: exec(TEXT)))
"""


def test_an_interrupt_while_modules_are_imported_ends_with_its_exit_code(tmp_path):
    """Found in the demo: dataclasses execute source text, and CPython then ended by SIGINT."""
    (tmp_path / "sitecustomize.py").write_text(INTERRUPTED_IN_TEXT)
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "ksync", "probe"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (130, ""), done.stderr
    assert "Interrupted; nothing is lost." in done.stderr


def test_the_version_imports_nothing_heavy():
    code = (
        "import sys; from ksync.cli.main import main; code = main(['--version'])\n"
        "print(*sorted(sys.modules)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True
    )
    version, modules = done.stdout.splitlines()
    assert version == f"ksync {ksync.__version__}"
    loaded = {name.partition(".")[0] for name in modules.split()}
    assert "click" in loaded
    forbidden = {
        "PySide6", "caldav", "cryptography", "dns", "h2", "httpcore2", "httpx2", "icalendar",
        "jeepney", "keyring", "lxml", "msgspec", "netifaces", "platformdirs", "pyexpat",
        "recurring_ical_events", "rich", "sqlite3", "ssl", "tomlkit", "truststore", "vobject",
        "xml",
    }  # fmt: skip
    assert loaded & forbidden == set()
    for name in ("http.client", "ksync.config", "ksync.credentials", "sync_engine.transport"):
        assert name not in modules.split()


def test_help_imports_no_verb():
    code = (
        "import sys; from ksync.cli.main import main; main(['--help'])\n"
        "print('LOADED', 'ksync.cli.config_verbs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert re.search("config +Read and write settings.", done.stdout)
    assert "LOADED False" in done.stdout


def test_every_lazy_command_is_there():
    context = click.Context(cli)
    for name in entry.COMMANDS:
        command = cli.get_command(context, name)
        assert command.name == name
        assert command.get_short_help_str(90) == entry.COMMANDS[name].help


def walk(command, context, path=()):
    yield path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            yield from walk(command.get_command(context, name), context, (*path, name))


def test_every_command_takes_the_common_options():
    context = click.Context(cli)
    for path, command in walk(cli, context):
        names = {name for parameter in command.params for name in parameter.opts}
        assert {"--json", "--quiet", "--verbose", "--no-color", "--no-input", "--yes"} <= names, (
            path
        )


@pytest.mark.parametrize("place", range(4))
def test_the_common_options_stand_anywhere(capsys, paths, place):
    words = ["config", "get", "general.history_days"]
    words.insert(place, "--json")
    code, envelope, _ = run_json(capsys, *words)
    assert (code, envelope["data"]["value"]) == (0, 90)


def test_the_version(capsys):
    assert run(capsys, "--version") == (0, f"ksync {ksync.__version__}\n", "")
    assert run_json(capsys, "--version", "--json")[1]["data"] == {"version": ksync.__version__}


def test_config_show_get_set_path(capsys, paths):
    assert run(capsys, "config", "path") == (0, f"{paths.config_file}\n", "")
    assert run_json(capsys, "config", "path", "--json")[1]["data"]["exists"] is False
    code, out, err = run(capsys, "config", "set", "general.history_days", "7")
    assert (code, out, err) == (0, "", "general.history_days is now 7.\n")
    assert run(capsys, "config", "get", "general.history_days")[1] == "7\n"
    assert run(capsys, "config", "get", "general.allow_plaintext_keyring")[1] == "false\n"
    assert "history_days = 7" in run(capsys, "config", "get", "general")[1]
    assert run(capsys, "config", "get", "general.data_dir")[1] == "\n"
    shown = run(capsys, "config", "show")[1].splitlines()
    assert "general.history_days = 7" in shown
    data = run_json(capsys, "config", "show", "--json")[1]["data"]
    assert data["settings"]["general"]["history_days"] == 7
    assert data["path"] == str(paths.config_file)


def test_config_set_a_list_and_quietly(capsys, paths):
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(
        '[accounts.work]\nid = "0b0e1a9e-6b1a-4b59-9a53-0f6f3a1c2d3e"\nusername = "AB12345"\n'
    )
    key = "accounts.work.trusted_hosts"
    assert run(capsys, "config", "set", key, "a.org,b.org", "--quiet") == (0, "", "")
    assert run(capsys, "config", "get", key)[1] == "a.org,b.org\n"


@pytest.mark.parametrize(
    ("arguments", "reference"),
    [
        (["config", "set", "general.history_days", "0"], "config.refused"),
        (["config", "set", "general.nope", "0"], "config.unknown_key"),
        (["config", "get", "accounts.work"], "account.unknown"),
        (["config", "get"], "usage.invalid"),
        (["cofig"], "usage.invalid"),
        (["config", "show", "--bogus"], "usage.invalid"),
        ([], "usage.invalid"),
    ],
)
def test_what_cannot_be_is_exit_2(capsys, paths, arguments, reference):
    code, envelope, _ = run_json(capsys, *arguments, "--json")
    assert (code, envelope["code"]) == (2, reference)
    assert envelope["data"]["problem"]["reference"] == reference
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err


def test_a_typing_mistake_is_answered_with_the_nearest_command(capsys):
    err = run(capsys, "cofig")[2]
    assert "error [usage.invalid]: No such command 'cofig'. Did you mean config?" in err
    assert "hint: `ksync --help` explains it." in err
    assert "Did you mean" not in run(capsys, "zzzzzz")[2]
    assert "`ksync config get --help`" in run(capsys, "config", "get")[2]


def test_a_broken_configuration_is_exit_13_and_its_path_is_still_told(capsys, paths):
    paths.config.mkdir(parents=True)
    paths.config_file.write_text("[sync]\nconflict = 'newest'\n")
    code, envelope, _ = run_json(capsys, "config", "show", "--json")
    assert (code, envelope["code"]) == (13, "config.invalid")
    assert envelope["data"]["problem"]["resource"] == f"{paths.config_file}:2"
    assert run(capsys, "config", "set", "sync.conflict", "both")[0] == 13
    assert run(capsys, "config", "path")[0] == 0


def test_warnings_of_the_configuration_are_shown_once(capsys, paths):
    paths.config.mkdir(parents=True)
    paths.config_file.write_text("[general]\nhistry_days = 3\n")
    err = run(capsys, "config", "show")[2]
    assert err == (
        f"warning: {paths.config_file}:2: unknown setting general.histry_days; "
        "did you mean history_days?\n"
    )


@pytest.mark.parametrize(
    ("error", "code", "reference"),
    [
        (LockHeld("held", account="work"), 12, "lock.held"),
        (Unreachable("refused", where="https://x.org/"), 11, "transport.unreachable"),
        (Cancelled("stopped"), 130, "sync.cancelled"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
    ],
)
def test_errors_become_words_and_exit_codes(capsys, verb, error, code, reference):
    def probe(_app):
        raise error

    verb(probe)
    found, envelope, _ = run_json(capsys, "probe", "--json")
    assert (found, envelope["code"]) == (code, reference)
    err = run(capsys, "probe")[2]
    assert err.splitlines()[-1].startswith(("  hint:", "error", "  "))
    assert f"error [{reference}]" in err


def test_a_bug_is_told_with_a_report_and_without_a_traceback(capsys, verb, paths):
    def probe(_app):
        try:
            {}["Dentist appointment"]
        except KeyError as error:
            raise ValueError("Jane Doe") from error

    verb(probe)
    code, out, err = run(capsys, "probe")
    assert (code, out) == (1, "")
    assert "error [bug.unexpected]" in err
    assert "Traceback" not in err
    assert "Jane Doe" not in err
    (report,) = paths.log.iterdir()
    assert str(report) in err
    assert report.stat().st_mode & 0o777 == 0o600
    text = report.read_text()
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "in probe" in text
    assert ksync.__version__ in text
    # The lines of code are there, what they worked on is not.
    assert "ValueError: Jane Doe" not in text
    assert "ValueError: Jane Doe" in run(capsys, "probe", "--verbose")[2]


def test_a_bug_without_a_place_for_its_report(capsys, verb, paths):
    def probe(_app):
        raise RuntimeError

    verb(probe)
    paths.log.parent.mkdir(parents=True)
    paths.log.write_text("a file")
    code, envelope, _ = run_json(capsys, "probe", "--json")
    assert code == 1
    assert envelope["data"]["problem"]["resource"] == "no report could be written"


def test_a_command_may_return_nothing(capsys, verb):
    verb(lambda _app: None)
    assert run(capsys, "probe") == (0, "", "")


def test_a_question_without_a_person_is_exit_2(capsys, verb):
    def probe(app):
        app.confirm("Delete everything?")
        return Result("Deleted.")

    verb(probe)
    for words in (["probe"], ["probe", "--no-input"]):
        code, envelope, _ = run_json(capsys, *words, "--json")
        assert (code, envelope["code"]) == (2, "usage.answer_needed")
        assert "Delete everything?" in envelope["message"]
    assert run(capsys, "probe", "--yes") == (0, "", "Deleted.\n")
    assert run(capsys, "--yes", "probe", "--no-input")[0] == 0


def test_a_question_for_text_without_a_person_is_exit_2(capsys, verb):
    verb(lambda app: Result(app.ask("User name")))
    assert run_json(capsys, "probe", "--json")[1]["code"] == "usage.answer_needed"


ASK = """
import sys, click
from ksync.cli.main import cli, main
from ksync.cli.lazy import Command
from ksync.cli.app import pass_app
from ksync.reporting.output import Result
def probe(app):
    app.confirm("Really?")
    return Result("Done: " + app.ask("Name"))
cli.add_command(Command("probe", callback=pass_app(probe)))
sys.exit(main(sys.argv[1:]))
"""


def on_a_terminal(tmp_path, keys, *arguments):
    """Run with stdin on a terminal where ``keys`` were typed; (code, stdout, stderr)."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, keys)
        done = subprocess.run(
            [sys.executable, "-c", ASK, *arguments],
            check=False,
            stdin=theirs,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "KSYNC_HOME": str(tmp_path)},
        )
    finally:
        os.close(ours)
        os.close(theirs)
    return done.returncode, done.stdout, done.stderr


def test_questions_are_asked_on_stderr(tmp_path):
    code, out, err = on_a_terminal(tmp_path, b"y\nAnna\n", "probe")
    assert (code, out) == (0, "")
    assert "Really?" in err
    assert err.endswith("Done: Anna\n")
    code, out, err = on_a_terminal(tmp_path, b"n\n", "probe")
    assert (code, out) == (2, "")
    assert "usage.declined" in err
    code, out, err = on_a_terminal(tmp_path, b"y\nAnna\n", "probe", "--no-input")
    assert code == 2
    assert "usage.answer_needed" in err


def test_ctrl_c_is_130(tmp_path):
    code = ASK.replace('app.confirm("Really?")', "print('up', flush=True); input()")
    process = subprocess.Popen(
        [sys.executable, "-c", code, "probe"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "KSYNC_HOME": str(tmp_path)},
    )
    assert process.stdout.readline() == "up\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "error [interrupted]: Interrupted; nothing is lost." in err


def test_python_m_ksync(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "ksync", "config", "path"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "KSYNC_HOME": str(tmp_path)},
    )
    assert done.stdout == f"{tmp_path}/config/config.toml\n"


def test_a_lazy_command_names_its_place():
    assert Lazy("a.b:c", "Help.").target == "a.b:c"
