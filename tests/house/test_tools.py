"""The checks of ``tools`` find what is planted, and nothing in a clean file."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click
import pytest

from tools import commands, documents, purity, sizes, wording
from tools.markdown import parse
from tools.tree import ROOT, Finding, run

# Words that the wording check looks for, put together here so that it does not find them.
MARK = "TO" + "DO"
PHRASE = "for" + " now"


def _function(lines: int) -> str:
    body = "".join(f"    x{number} = {number}\n" for number in range(lines - 1))
    return f"def long():\n{body}"


def _class(public: int) -> str:
    methods = "".join(f"    def m{number}(self): ...\n" for number in range(public))
    return f"class Wide:\n    def _private(self): ...\n    def __init__(self): ...\n{methods}"


class TestSizes:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("x = 1\n" * 399, []),
            ("x = 1\n" * 400, ["module of 400 lines (stays under 400)"]),
            (_function(49), []),
            (_function(50), ["long: 50 lines (stays under 50)"]),
            ("async " + _function(50), ["long: 50 lines (stays under 50)"]),
            ("class C:\n" + textwrap.indent(_function(50), "    "), ["long: 50 lines"]),
            (_class(14), []),
            (_class(15), ["Wide: 15 public methods (stays under 15)"]),
        ],
    )
    def test_limits(self, text: str, found: list[str]) -> None:
        messages = [finding.message for finding in sizes.check_module("m.py", text)]
        assert len(messages) == len(found)
        for message, expected in zip(messages, found, strict=True):
            assert message.startswith(expected)

    def test_a_property_and_its_setter_are_one_name(self) -> None:
        setters = "".join(
            f"    @property\n    def p{n}(self): ...\n"
            f"    @p{n}.setter\n    def p{n}(self, v): ...\n"
            for n in range(14)
        )
        assert list(sizes.check_module("m.py", f"class C:\n{setters}")) == []

    def test_packages_are_looked_at_and_tests_are_not(self, tmp_path: Path) -> None:
        for folder in ("sync_engine/core", "ksync/cli", "ui", "tests"):
            (tmp_path / folder).mkdir(parents=True)
            (tmp_path / folder / "long.py").write_text("x = 1\n" * 400)
        assert {finding.path for finding in sizes.check(tmp_path)} == {
            "sync_engine/core/long.py",
            "ksync/cli/long.py",
            "ui/long.py",
        }


class TestPurity:
    @pytest.mark.parametrize(
        "code",
        [
            "datetime.now(UTC)",
            "datetime.datetime.utcnow()",
            "date.today()",
            "open('x')",
            "print('x')",
            "uuid.uuid4()",
            "from uuid import uuid4",
            "import urllib.request",
            "from urllib import request",
            "from urllib.request import urlopen",
        ],
    )
    def test_impure(self, tmp_path: Path, code: str) -> None:
        for folder in ("sync_engine/core", "sync_engine/dav", "sync_engine/transport"):
            (tmp_path / folder).mkdir(parents=True)
            (tmp_path / folder / "planted.py").write_text(f"import math\n{code}\n")
        found = {(finding.path, finding.line) for finding in purity.check(tmp_path)}
        assert found == {("sync_engine/core/planted.py", 2), ("sync_engine/dav/planted.py", 2)}

    @pytest.mark.parametrize(
        "code",
        [
            "datetime.fromisoformat(text)",
            "from urllib.parse import urlsplit",
            "uuid.uuid5(space, name)",
            "stream.opened",
            "self.opener()",
        ],
    )
    def test_pure(self, code: str) -> None:
        assert list(purity.check_module("m.py", code)) == []


class TestWording:
    MACHINE = wording.machine_paths(Path("/build/area/checkout"), Path("/home/someone"))

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (f"x = 1  # {MARK}: y", "unfinished work"),
            (f"# good enough {PHRASE}", "unfinished work"),
            ("raise NotImplemented" + "Error", "unfinished work"),
            ("see /build/area/checkout/ksync", "path of this machine"),
            ("see /build/area/notes.md", "path of this machine"),
            ("PATH=/home/someone/bin", "path of this machine"),
            ("x = 1  # noqa", "names what it silences"),
            ("x = 1  # type: ignore", "names what it silences"),
            ("# ruff: noqa", "names what it silences"),
            ("x = 1  # noqa: S101", "carries its reason"),
            ("x = 1  # noqa: S101, E501", "carries its reason"),
            ("x = 1  # type: ignore[arg-type]", "carries its reason"),
        ],
    )
    def test_found(self, text: str, expected: str) -> None:
        (finding,) = wording.check_text("m.py", f"y = 2\n{text}\n", self.MACHINE)
        assert finding.line == 2
        assert expected in finding.message

    @pytest.mark.parametrize(
        "text",
        [
            "x = 1  # noqa: S101, E501  the reason",
            "x = 1  # noqa: S101 - the reason",
            "x = 1  # type: ignore[arg-type]  # the reason",
            "x = '# noqa'",
            "HTTP 501 Not Implemented",
            "https://example.org/home/someone",
            "see /build/areas and /home/someoneelse",
            "mktemp /var/xXXXXXX",
        ],
    )
    def test_not_found(self, text: str) -> None:
        name = "m.py" if "x = " in text else "m.md"
        assert list(wording.check_text(name, text, self.MACHINE)) == []

    def test_shell_suppressions(self) -> None:
        bare, with_reason = "# shellcheck disable=SC2086", "# shellcheck disable=SC2086 # a list"
        (finding,) = wording.check_text("dev", f"{bare}\n{with_reason}\n", None)
        assert finding.line == 1

    def test_a_path_of_one_name_is_no_secret(self) -> None:
        assert wording.machine_paths(Path("/src"), Path("/root")) is None
        pattern = wording.machine_paths(Path("/build/checkout"), Path("/root"))
        assert list(wording.check_text("m.md", "the collection /build/ is empty", pattern)) == []

    def test_made_and_hidden_folders_are_left_out(self, tmp_path: Path) -> None:
        for folder in (".venv", "dist", "ksync/__pycache__", ".ci", "ksync"):
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / "file.txt").write_text(MARK)
        found = {finding.path for finding in wording.check(tmp_path)}
        assert found == {".ci/file.txt", "ksync/file.txt"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with one of each thing that a document can name."""
    (tmp_path / "ksync" / "cli").mkdir(parents=True)
    (tmp_path / "ksync" / "__init__.py").write_text("__version__ = '1'\n")
    (tmp_path / "ksync" / "paths.py").write_text("def find(): ...\nclass Places: ...\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "there.md").write_text("# One heading\n\n## Twice\n\n## Twice\n")
    (tmp_path / "dev").write_bytes((ROOT / "dev").read_bytes())
    return tmp_path


class TestDocuments:
    @pytest.mark.parametrize(
        "text",
        [
            "`ksync/paths.py`",
            "`ksync/paths.py:12`",
            "`ksync/paths.py::find`",
            "`ksync/paths.py::Places`",
            "`ksync/cli/`",
            "`ksync/{paths,__init__}.py`",
            "`ksync/*.py`",
            "`paths.py`",
            "`ksync.paths`",
            "`ksync.paths.find()`",
            "`ksync.paths:Places`",
            "`ksync.__version__`",
            "`ksync.desktop`",
            "`text/calendar`",
            "`/etc/passwd`",
            "`ACCOUNT/SLUG`",
            "[x](docs/there.md)",
            "[x](docs/there.md#one-heading)",
            "[x](docs/there.md#twice-1)",
            "[x](https://example.org/nowhere)",
            "# Own heading\n[x](#own-heading)",
            "`[x](nowhere.md)`",
            "`./dev check`",
            "`./dev VERB`",
            "```sh\ncd there && ./dev test -k x\n```",
            "```python\n./dev bogus\n```",
        ],
    )
    def test_exists(self, checkout: Path, text: str) -> None:
        (checkout / "README.md").write_text(text)
        assert list(documents.check(checkout)) == []

    @pytest.mark.parametrize(
        "text",
        [
            "`ksync/nowhere.py`",
            "`ksync/paths.py::nowhere`",
            "`ksync/paths.py::fin`",
            "`docs/nowhere`",
            "`ksync/{paths,nowhere}.py`",
            "`ksync/*.toml`",
            "`nowhere.py`",
            "`other/nowhere.md`",
            "`ksync.nowhere`",
            "`ksync.paths.nowhere`",
            "`ksync.paths:nowhere`",
            "[x](docs/nowhere.md)",
            "[x](docs/there.md#no-heading)",
            "[x](../outside.md)",
            "[x](#no-heading)",
            "`./dev bogus`",
            "```sh\ncd there && ./dev bogus\n```",
            "```console\n$ FOO=1 ./dev \\\n  bogus\n```",
        ],
    )
    def test_does_not_exist(self, checkout: Path, text: str) -> None:
        (checkout.parent / "outside.md").write_text("")
        (checkout / "README.md").write_text(f"x\n\n{text}\n")
        (finding,) = documents.check(checkout)
        assert finding.path == "README.md"
        assert finding.line >= 3

    def test_documents_that_code_points_to(self, checkout: Path) -> None:
        gone = "docs/gone.md"
        (checkout / "ksync" / "code.py").write_text(f'"""See docs/there.md and {gone}."""\n')
        (finding,) = documents.check(checkout)
        assert finding == Finding("ksync/code.py", 1, f"there is no document {gone}")


def _example_group() -> click.Group:
    group = click.Group("ksync", params=[click.Option(["--json"], is_flag=True)])
    conflict = click.Group("conflict")
    for verb in ("list", "show", "resolve"):
        options = [click.Option(["--keep"])] if verb == "resolve" else []
        conflict.add_command(click.Command(verb, params=[*options, click.Argument(["ids"])]))
    group.add_command(conflict)
    sync = [click.Option(["--dry-run/--really"]), click.Option(["-v", "--verbose"], count=True)]
    group.add_command(click.Command("sync", params=sync))
    return group


class TestCommands:
    @pytest.mark.parametrize(
        "command",
        [
            "ksync",
            "ksync --json sync --dry-run",
            "ksync sync --really --json -v ID",
            "ksync sync --help",
            "ksync VERB --help",
            "ksync sync [ID or ACCOUNT …] [--dry-run]",
            "ksync conflict list / show ID / resolve ID --keep local",
            "ksync conflict resolve --keep=local ID",
        ],
    )
    def test_known(self, command: str) -> None:
        assert self._problem(command) == ""

    @pytest.mark.parametrize(
        ("command", "problem"),
        [
            ("ksync bogus", "ksync has no verb 'bogus'"),
            ("ksync conflict bogus", "ksync conflict has no verb 'bogus'"),
            ("ksync conflict list / bogus ID", "ksync conflict has no verb 'bogus'"),
            ("ksync sync --bogus", "ksync sync has no option '--bogus'"),
            ("ksync conflict list --keep local", "ksync conflict list has no option '--keep'"),
            ("ksync --json --bogus sync", "ksync has no option '--bogus'"),
        ],
    )
    def test_unknown(self, command: str, problem: str) -> None:
        assert self._problem(command) == problem

    def _problem(self, command: str) -> str:
        ((_, words),) = commands.commands(parse(f"`{command}`"))
        return commands.ksync_problem(_example_group(), words[1:])

    @pytest.mark.parametrize("span", ["ui -> ksync -> sync_engine", "see ksync bogus"])
    def test_what_does_not_begin_with_a_command_is_none(self, span: str) -> None:
        assert list(commands.commands(parse(f"`{span}`"))) == []

    def test_a_verb_that_cannot_be_imported(self) -> None:
        class Broken(click.Group):
            def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
                raise ImportError("no such module")

        problem = commands.ksync_problem(Broken("ksync"), ["sync"])
        assert problem == "ksync sync cannot be loaded: no such module"

    def test_the_real_group(self) -> None:
        group = commands.ksync_group()
        assert commands.ksync_problem(group, ["--version"]) == ""
        assert commands.ksync_problem(group, ["bogus"]) == "ksync has no verb 'bogus'"


def test_exit_codes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(lambda _root: [], [str(tmp_path)]) == 0
    assert run(lambda _root: [Finding("a.py", 3, "wrong")], [str(tmp_path)]) == 1
    assert capsys.readouterr().out == "a.py:3: wrong\n"
