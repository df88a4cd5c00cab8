"""``ksync doctor``: checks, with a mend for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ksync.cli.app import App, pass_app
from ksync.cli.lazy import Command
from ksync.cli.rendering import as_data, number
from ksync.reporting.catalog import CATALOG, GATE_EXIT_CODES, worst
from ksync.reporting.errors import AppError, ExitCode
from ksync.reporting.output import Result, Table

if TYPE_CHECKING:
    from ksync.doctor import Finding

_MARKS = {"ok": "ok", "note": "note", "problem": "PROBLEM"}


@click.command("doctor", cls=Command)
@click.option("--offline", is_flag=True, help="Ask no server.")
@pass_app
def doctor(app: App, offline: bool) -> Result:
    """Look at everything a sync needs, and say what to do.

    Nothing is changed. The servers are asked last, past the network guard.
    """
    findings = _findings(app, offline=offline)
    problems = [finding for finding in findings if finding.state == "problem"]
    code = _exit_code(problems)
    message = (
        f"{number(len(problems), 'problem')} found; what to do stands below each."
        if problems
        else "Everything that was looked at is in order."
    )
    return Result(
        message,
        {"findings": [as_data(finding) for finding in findings]},
        _text(findings),
        "ok" if code is ExitCode.DONE else "doctor.problems",
        code,
    )


def _findings(app: App, *, offline: bool) -> list[Finding]:
    from ksync.doctor import examine, without_settings  # noqa: PLC0415  imported when used

    try:
        parts = app.service.parts
    except AppError as error:
        return list(without_settings(error))
    return list(examine(parts, offline=offline))


def _exit_code(problems: list[Finding]) -> ExitCode:
    if not problems:
        return ExitCode.DONE
    known = (
        GATE_EXIT_CODES.get(one.gate_code, CATALOG[one.reference].exit_code)
        for one in problems
        if one.reference in CATALOG
    )
    return worst([*known, ExitCode.PARTIAL])


def _text(findings: list[Finding]) -> list[str | Table]:
    lines: list[str | Table] = []
    for finding in findings:
        where = f"{finding.account}: " if finding.account else ""
        lines.append(f"{_MARKS[finding.state]:8}{where}{finding.check}: {finding.message}")
        if finding.mend:
            lines.append(f"{'':10}{finding.mend}")
    return lines
