"""``./dev`` and ``.ci/run``, run as a person and as the continuous integration run them.

The environment is really made and really installed into, from a small project so that it
is quick. Only what a test must not do to the machine has a stand-in on PATH: being
another user, and installing Debian packages.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools.tree import ROOT

pytestmark = pytest.mark.timeout(600)

PROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "ksync"
version = "1"
scripts = { ksync = "ksync:main" }

[dependency-groups]
dev = ["iniconfig"]

[tool.hatch.build]
dev-mode-dirs = ["."]
"""
PROGRAM = """\
import os, sys

def main():
    print(os.getcwd(), sys.argv[1:], sys.prefix)
"""
PYTHON = Path(sys.base_prefix) / "bin" / "python3"
NO_VENV = 'case "$*" in "-m venv "*) exit 1 ;; esac'

# Everything that ./dev may call and that a test does not replace.
COREUTILS = ("cat", "cksum", "dirname", "grep", "readlink", "rm", "sed", "sort")


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


@dataclass(slots=True)
class Checkout:
    """A checkout with ``dev`` in it, and a PATH of its own."""

    root: Path
    bin: Path
    extra: dict[str, str] = field(default_factory=dict)

    def dev(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run ``dev`` with dash, without a terminal."""
        return self._run("/bin/dash", str(self.root / "dev"), *arguments, cwd=cwd)

    def ci(self) -> subprocess.CompletedProcess[str]:
        return self._run("/bin/bash", str(self.root / ".ci/run"), cwd=None)

    def _run(self, *command: str, cwd: Path | None) -> subprocess.CompletedProcess[str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name.startswith(("PIP_", "UV_", "SSL_", "HTTP", "http", "NO_PROXY", "no_proxy"))
        }
        return subprocess.run(
            command,
            cwd=cwd or self.root.parent,
            env={**kept, "HOME": os.environ.get("HOME", "/"), "PATH": str(self.bin), **self.extra},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def tool(self, name: str, text: str) -> None:
        """Put a stand-in on PATH."""
        (self.bin / name).unlink(missing_ok=True)
        _script(self.bin / name, text)

    def link(self, *names: str) -> None:
        """Put real programs on PATH."""
        for name in names:
            found = shutil.which(name)
            assert found, name
            (self.bin / name).symlink_to(found)

    def user(self, number: int) -> None:
        self.tool("id", f"echo {number}")

    def debian(self, *packages: str) -> None:
        """Let the tests need *packages*, none of which is installed."""
        wanted = self.root / "tests/servers/debian-packages.txt"
        wanted.parent.mkdir(parents=True)
        lines = "".join(f"{package}  # why\n" for package in packages)
        wanted.write_text(f"# A comment.\n\n{lines}")
        self.tool("dpkg-query", 'echo "no packages found" >&2; exit 1')

    def python(self, instead: str = "") -> None:
        """Put a Python on PATH, the one that is not in an environment.

        :param instead: shell code that may answer in its place.
        """
        self.tool("python3.11", f'{instead}\nexec "{PYTHON}" "$@"')

    def uv(self) -> None:
        self.bin.joinpath("uv").symlink_to(Path(sys.executable).with_name("uv"))


def _dev_lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What ``dev`` itself said; an installer may have warnings of its own."""
    return [line for line in done.stderr.splitlines() if line.startswith("dev: ")]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A bare machine: no Python, no package manager, an ordinary user."""
    root = tmp_path / "a check out"
    root.mkdir()
    shutil.copy(ROOT / "dev", root)
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "ksync").mkdir()
    (root / "ksync/__init__.py").write_text(PROGRAM)
    (tmp_path / "bin").mkdir()
    made = Checkout(root, tmp_path / "bin")
    made.link(*COREUTILS)
    made.user(1000)
    return made


class TestVerbs:
    @pytest.mark.parametrize("arguments", [(), ("help",), ("-h",), ("--help",)])
    def test_help(self, checkout: Checkout, arguments: tuple[str, ...]) -> None:
        done = checkout.dev(*arguments)
        assert done.returncode == 0
        verbs = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
        assert verbs == [
            "demo",
            "run",
            "tray",
            "test",
            "check",
            "soak",
            "fuzz",
            "mutate",
            "mutants",
            "coverage",
            "bench",
            "screenshots",
            "man",
            "fmt",
            "help",
        ]
        assert done.stderr == ""

    def test_an_unknown_verb_shows_the_list(self, checkout: Checkout) -> None:
        done = checkout.dev("dance")
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("dev: no such verb: dance\nusage: ./dev VERB")

    @pytest.mark.parametrize(("script", "shell"), [("dev", "dash"), (".ci/run", "bash")])
    def test_scripts_are_clean_shell(self, script: str, shell: str) -> None:
        for command in ([shell, "-n", script], ["shellcheck", script]):
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


class TestSetUp:
    @pytest.mark.parametrize("installer", ["pip", "uv"])
    def test_once_then_at_once_and_again_after_a_change(
        self, checkout: Checkout, tmp_path: Path, installer: str
    ) -> None:
        checkout.python()
        if installer == "uv":
            checkout.uv()
        elsewhere = tmp_path / "else where"
        elsewhere.mkdir()
        expected = f"{elsewhere} ['sync', 'two words'] {checkout.root / '.venv'}\n"

        first = checkout.dev("run", "sync", "two words", cwd=elsewhere)
        assert (first.returncode, first.stdout) == (0, expected), first.stderr
        assert len(_dev_lines(first)) == 1

        # Nothing is asked of an index any more, nor is anything said.
        checkout.extra = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "UV_OFFLINE": "1"}
        second = checkout.dev("run", "sync", "two words", cwd=elsewhere)
        assert (second.returncode, second.stdout, second.stderr) == (0, expected, "")
        checkout.extra = {}

        with (checkout.root / "pyproject.toml").open("a") as project:
            project.write('[project.entry-points.x]\nname = "ksync:main"\n')
        third = checkout.dev("run", "sync", "two words", cwd=elsewhere)
        assert (third.returncode, third.stdout) == (0, expected), third.stderr
        assert _dev_lines(third) == ["dev: bringing .venv up to date with pyproject.toml"]

    def test_a_moved_checkout_gets_a_new_environment(self, checkout: Checkout) -> None:
        checkout.python()
        checkout.uv()
        assert checkout.dev("run").returncode == 0
        moved = Checkout(checkout.root.with_name("moved"), checkout.bin)
        checkout.root.rename(moved.root)
        done = moved.dev("run")
        assert done.returncode == 0, done.stderr
        assert done.stdout.endswith(f"{moved.root / '.venv'}\n")

    def test_a_failed_installation_is_not_taken_for_a_good_one(self, checkout: Checkout) -> None:
        checkout.python()
        checkout.uv()
        project = checkout.root / "pyproject.toml"
        project.write_text(PROJECT.replace("iniconfig", "iniconfig==0.0.0.1"))
        done = checkout.dev("run")
        assert done.returncode == 1
        assert _dev_lines(done)[-1].startswith("dev: the installation failed")
        project.write_text(PROJECT)
        assert checkout.dev("run").returncode == 0


class TestPython:
    def test_a_shim_that_does_not_run_is_passed_over(self, checkout: Checkout) -> None:
        checkout.tool("python3.13", "echo 'not found in any version' >&2; exit 127")
        checkout.python(NO_VENV)
        done = checkout.dev("run")
        assert done.returncode == 1
        chosen = checkout.bin / "python3.11"
        assert _dev_lines(done)[-1] == f"dev: {chosen} could not make {checkout.root / '.venv'}"

    def test_an_ordinary_user_is_told_the_one_command(self, checkout: Checkout) -> None:
        checkout.tool("apt-get", "exit 100")
        done = checkout.dev("run")
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == (
            "    sudo apt-get install --no-install-recommends python3 python3-venv"
        )

    def test_without_ensurepip_too(self, checkout: Checkout) -> None:
        # Debian's python3 has no ensurepip until python3.X-venv is installed.
        checkout.tool("apt-get", "exit 100")
        checkout.python('case "$*" in *ensurepip*) exit 1 ;; esac')
        done = checkout.dev("run")
        assert done.returncode == 1
        version = "{}.{}".format(*sys.version_info[:2])
        assert done.stderr.splitlines()[-1] == (
            f"    sudo apt-get install --no-install-recommends python{version}-venv"
        )
        assert not (checkout.root / ".venv").exists()

    def test_root_gets_it_installed(self, checkout: Checkout) -> None:
        # The stand-in "installs" by putting Python on PATH.
        checkout.user(0)
        checkout.python(NO_VENV)
        waiting = checkout.bin.with_name("python3")
        checkout.bin.joinpath("python3.11").rename(waiting)
        checkout.link("cp")
        checkout.tool("apt-get", f'cp "{waiting}" "{checkout.bin}"')
        done = checkout.dev("run")
        assert done.returncode == 1
        chosen = checkout.bin / "python3"
        assert _dev_lines(done)[1:] == [
            "dev: installing Debian packages: python3 python3-venv",
            f"dev: {chosen} could not make {checkout.root / '.venv'}",
        ]


class TestDebianPackages:
    def test_an_ordinary_user_is_told_the_one_command(self, checkout: Checkout) -> None:
        checkout.debian("xyz-server", "abc")
        checkout.tool("apt-get", "echo called >&2; exit 100")
        done = checkout.dev("test")
        assert done.returncode == 1
        assert done.stderr == (
            "dev: run this once, then try again:\n"
            "    sudo apt-get install --no-install-recommends abc xyz-server\n"
        )
        assert not (checkout.root / ".venv").exists()

    def test_root_installs_them_after_fetching_the_lists(self, checkout: Checkout) -> None:
        checkout.user(0)
        checkout.debian("xyz-server", "abc")
        log = checkout.root / "apt.log"
        # Fails until `update` has run, and in the end refuses, so that the test ends here.
        checkout.tool("apt-get", f'echo "$DEBIAN_FRONTEND $*" >>"{log}"\n[ "$1" = update ]')
        done = checkout.dev("test")
        install = "noninteractive install -y -qq --no-install-recommends abc xyz-server"
        assert log.read_text().splitlines() == [install, "noninteractive update -qq", install]
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == "dev: apt-get could not install: abc xyz-server"

    def test_elsewhere_the_names_are_told(self, checkout: Checkout) -> None:
        checkout.debian("abc")
        done = checkout.dev("test")
        assert done.returncode == 1
        assert done.stderr.endswith("install what these Debian packages hold: abc\n")

    def test_none_is_asked_for_when_all_are_there(self, checkout: Checkout) -> None:
        checkout.debian("abc")
        checkout.tool("dpkg-query", "echo installed")
        _pretend_environment(checkout, {"python": 'echo "$@"'})
        done = checkout.dev("test", "-k", "two words")
        assert done.stdout == "-m pytest -n 2 --dist loadfile -k two words\n"
        assert done.stderr == ""


def _pretend_environment(checkout: Checkout, programs: dict[str, str]) -> None:
    for name, text in programs.items():
        _script(checkout.root / ".venv/bin" / name, text)
    stamp = subprocess.run(
        ["cksum"],
        input=(checkout.root / "pyproject.toml").read_bytes(),
        capture_output=True,
        check=True,
    )
    line = f"{stamp.stdout.decode().strip()} {checkout.root}\n"
    (checkout.root / ".venv/.ksync-stamp").write_text(line)


class TestCheck:
    PROGRAMS = ("python", "ruff", "mypy", "lint-imports")
    STEPS = (
        "format",
        "lint",
        "types",
        "contracts",
        "sizes",
        "purity",
        "wording",
        "documents",
    )

    def test_all_pass(self, checkout: Checkout) -> None:
        _pretend_environment(checkout, dict.fromkeys(self.PROGRAMS, "echo noise"))
        done = checkout.dev("check")
        assert done.returncode == 0
        assert done.stdout.split() == [
            *(word for step in self.STEPS for word in ("ok", step)),
            "check",
            "passed",
        ]

    def test_all_run_although_the_first_fails(self, checkout: Checkout) -> None:
        failing = 'echo "$* is wrong" >&2; case "$*" in *format*|*wording*) exit 1 ;; esac'
        _pretend_environment(checkout, dict.fromkeys(self.PROGRAMS, failing))
        done = checkout.dev("check")
        assert done.returncode == 1
        for step in self.STEPS:
            verdict = "FAILED" if step in {"format", "wording"} else "ok"
            assert any(line.split() == [verdict, step] for line in done.stdout.splitlines())
        assert "-m tools.wording is wrong" in done.stdout
        assert "-m tools.sizes is wrong" not in done.stdout
        assert done.stdout.endswith("check failed: format, wording\n")


class TestContinuousIntegration:
    @pytest.mark.parametrize(
        ("checked", "tested", "code"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (3, 5, 1)]
    )
    def test_both_run_and_both_must_pass(
        self, checkout: Checkout, checked: int, tested: int, code: int
    ) -> None:
        (checkout.root / ".ci").mkdir()
        shutil.copy(ROOT / ".ci/run", checkout.root / ".ci/run")
        checkout.link("mktemp", "tail", "tee", "timeout")
        closing = "3 failed, 120 passed in 61.20s (0:01:01)"
        _script(
            checkout.root / "dev",
            f"read -r line && exit 99\ncase $1 in check) exit {checked} ;;\n"
            f'test) echo dots; echo "{closing}"; exit {tested} ;; esac',
        )
        done = checkout.ci()
        assert done.returncode == code
        assert f"check: exit code {checked}\ntest:  exit code {tested}\n{closing}\n" in done.stdout
        assert done.stdout.endswith(f"{closing}\n")
