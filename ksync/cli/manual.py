"""The manual pages, made from what ``--help`` says: nothing is written a second time.

man(7): ``.TH`` begins a page, ``.SH`` a section, ``.TP`` a term with its explanation. A
backslash, and a dot or an apostrophe at the beginning of a line, mean something there and
are escaped.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import click

import ksync
from ksync.cli.app import common_options
from ksync.reporting.errors import ExitCode

EXIT_STATUS = {
    ExitCode.DONE: "Done.",
    ExitCode.BUG: "Something unexpected: a bug.",
    ExitCode.USAGE: "Wrong usage, or a question that nobody could answer.",
    ExitCode.PARTIAL: "Done, but something failed; it is listed.",
    ExitCode.DECISIONS_WAIT: "Done, and decisions wait (conflicts, holds).",
    ExitCode.LOGIN_REJECTED: "The login was rejected.",
    ExitCode.NETWORK_DENIED: "The network guard denies.",
    ExitCode.POLICY_FORBIDS: "A policy of the organisation forbids it.",
    ExitCode.NO_SECRET: "The keyring is locked, missing, or does not have the secret.",
    ExitCode.UNREACHABLE: "Server or network cannot be reached.",
    ExitCode.LOCKED_BY_OTHER: "Another process holds the account.",
    ExitCode.CONFIG_INVALID: "Settings or policy are not valid.",
    ExitCode.INTERRUPTED: "Interrupted; nothing is lost.",
}


def pages(root: click.Group) -> dict[str, str]:
    """The pages: file name -> text. ``ksync.1``, and one for each verb, ``ksync-sync.1``."""
    context = click.Context(root, info_name="ksync")
    found = {"ksync.1": _root_page(root, context)}
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        found[f"ksync-{name}.1"] = _verb_page(name, command, context)
    return found


def _root_page(root: click.Group, context: click.Context) -> str:
    lines = [*_head("ksync", root.help or ""), ".SH SYNOPSIS", ".B ksync"]
    lines += ["[\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIARGUMENT\\fR]...", ".SH DESCRIPTION"]
    lines += [*_prose(root.help or ""), ".SH COMMANDS"]
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        lines += [
            ".TP",
            f"\\fBksync\\-{_text(name)}\\fR(1)",
            _text(command.get_short_help_str(200)),
        ]
    lines += [".SH OPTIONS", "Every command takes these.", *_options(common_options(hidden=False))]
    lines += [".SH EXIT STATUS"]
    for code, meaning in EXIT_STATUS.items():
        lines += [".TP", f".B {int(code)}", _text(meaning)]
    lines += [".SH ENVIRONMENT", ".TP", ".B KSYNC_HOME"]
    lines += ["A folder that holds settings, data, state, cache and log: a second profile."]
    lines += [".TP", ".B NO_COLOR", "No colours."]
    return "\n".join(lines) + "\n"


def _verb_page(name: str, command: click.Command, parent: click.Context) -> str:
    context = click.Context(command, info_name=name, parent=parent)
    lines = [*_head(f"ksync-{name}", command.get_short_help_str(200)), ".SH SYNOPSIS"]
    lines += [_synopsis(context), ".SH DESCRIPTION", *_prose(command.help or "")]
    lines += _section(command)
    if isinstance(command, click.Group):
        lines += [".SH COMMANDS"]
        for sub in command.list_commands(context):
            inner = command.get_command(context, sub)
            assert inner is not None
            within = click.Context(inner, info_name=sub, parent=context)
            lines += [".SS", _synopsis(within), *_prose(inner.help or ""), *_options(inner.params)]
    lines += [".SH SEE ALSO", "\\fBksync\\fR(1) has the options that all commands take."]
    return "\n".join(lines) + "\n"


def _head(name: str, purpose: str) -> list[str]:
    date = time.strftime("%Y-%m-%d", time.gmtime())
    upper = _text(name.upper())
    first = purpose.strip().split("\n\n")[0].replace("\n", " ").rstrip(".")
    return [
        f'.TH "{upper}" "1" "{date}" "kSync {ksync.__version__}" "kSync"',
        ".SH NAME",
        f"{_text(name)} \\- {_text(first)}",
    ]


def _synopsis(context: click.Context) -> str:
    words = [*context.command.collect_usage_pieces(context)]
    return f"\\fB{_text(context.command_path)}\\fR {_text(' '.join(words))}"


def _section(command: click.Command) -> list[str]:
    options = _options(command.params)
    return [".SH OPTIONS", *options] if options else []


def _options(params: list[click.Parameter]) -> list[str]:
    lines: list[str] = []
    for parameter in params:
        if not isinstance(parameter, click.Option) or parameter.hidden:
            continue
        names = ", ".join(f"\\fB{_text(name)}\\fR" for name in parameter.opts)
        if not parameter.is_flag and not parameter.count:
            value = parameter.metavar or parameter.type.name.upper()
            names += f" \\fI{_text(value)}\\fR"
        lines += [".TP", names, _text(parameter.help or "")]
    return lines


def _prose(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        yield _text(" ".join(paragraph.replace("\b", "").split()))


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    # what is not ASCII by its code: not every reader is told an encoding
    escaped = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
