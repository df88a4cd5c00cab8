"""Manual pages and completion: made from the commands, read by the programs they are for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ksync.cli.main import COMMANDS, cli
from ksync.cli.manual import EXIT_STATUS, pages
from ksync.reporting.errors import ExitCode

PAGES = pages(cli)


def test_every_verb_has_a_page_and_every_code_a_line():
    assert set(PAGES) == {"ksync.1", *(f"ksync-{name}.1" for name in COMMANDS)}
    assert set(EXIT_STATUS) == set(ExitCode)
    assert "ksync\\-sync" in PAGES["ksync.1"]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_groff_reads_a_page_without_a_warning(name):
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z"],
        input=PAGES[name].encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_the_page_says_what_help_says():
    context = click.Context(cli, info_name="ksync")
    sync = cli.get_command(context, "sync")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-P-cbou"],
        input=PAGES["ksync-sync.1"].encode(),
        capture_output=True,
        check=True,
    )
    text = " ".join(done.stdout.decode().replace("‐", "-").split())
    for option in sync.params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.opts[0] in text.replace("−", "-")
    assert "Sync now." in text


def test_the_program_completes(cli, tmp_path):
    """Through the program itself, as the shell asks it."""
    environment = {
        "PATH": os.environ["PATH"],
        "KSYNC_HOME": str(tmp_path),
        "_KSYNC_COMPLETE": "bash_complete",
        "COMP_WORDS": "ksync conf",
        "COMP_CWORD": "1",
    }
    done = subprocess.run(
        [Path(sys.executable).with_name("ksync")], env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["plain,config", "plain,conflict"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one(cli, shell):
    script = cli.json("completion", shell).data["script"]
    assert "_KSYNC_COMPLETE" in script
    program = shutil.which(shell)
    if shell == "bash":  # the others are no part of the tests' machine
        assert program is not None
        subprocess.run([program, "-n"], input=script.encode(), check=True)
