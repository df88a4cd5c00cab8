"""The entry of ``ksync``: one invocation, one result, one exit code.

All errors end here and only here. What the catalogue knows is told with its
reference; anything else is a bug, told without a traceback and with the place of
its report.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

import ksync
from ksync.cli.app import App
from ksync.cli.lazy import Group, Lazy
from ksync.reporting.catalog import Explained, explain, tell
from ksync.reporting.errors import AppError, ExitCode
from ksync.reporting.output import Result, Settings, harden_streams
from sync_engine.errors import EngineError

COMMANDS: dict[str, Lazy] = {
    "account": Lazy("ksync.cli.account_verbs:account", "Add, test, change and remove accounts."),
    "collection": Lazy(
        "ksync.cli.collection_verbs:collection", "Choose the calendars and address books to sync."
    ),
    "completion": Lazy(
        "ksync.cli.completion_verb:completion",
        "Print the script that makes the Tab key complete commands.",
    ),
    "config": Lazy("ksync.cli.config_verbs:config", "Read and write settings."),
    "conflict": Lazy("ksync.cli.conflict_verbs:conflict", "Decide what changed on both sides."),
    "connect": Lazy(
        "ksync.cli.connect_verbs:connect",
        "Show the collections in Thunderbird, GNOME's, KDE's or Apple's programs.",
    ),
    "demo": Lazy(
        "ksync.cli.demo_verb:demo",
        "See what kSync does, on a server of its own; needs no account and no network.",
    ),
    "diagnostics": Lazy(
        "ksync.cli.diagnostics_verb:diagnostics",
        "Write what somebody who helps needs to know, and nothing private.",
    ),
    "disconnect": Lazy(
        "ksync.cli.connect_verbs:disconnect",
        "Take them out of a program again, with the copies that it made.",
    ),
    "doctor": Lazy(
        "ksync.cli.doctor_verb:doctor", "Look at everything a sync needs, and say what to do."
    ),
    "export": Lazy(
        "ksync.cli.export_verb:export",
        "Copy calendars, tasks, contacts and settings into a folder.",
    ),
    "history": Lazy("ksync.cli.history_verbs:history", "See and restore earlier versions."),
    "hold": Lazy("ksync.cli.hold_verbs:hold", "Decide what waits for a yes or no."),
    "import": Lazy(
        "ksync.cli.import_verb:import_files",
        "Put events, tasks or contacts of .ics and .vcf files into a collection.",
    ),
    "pause": Lazy("ksync.cli.pause_verbs:pause", "Let nothing run by itself for a while."),
    "network": Lazy(
        "ksync.cli.network_verbs:network", "Say on which networks kSync may talk to servers."
    ),
    "policy": Lazy(
        "ksync.cli.policy_verbs:policy",
        "See and check what the administrator of this computer set.",
    ),
    "privacy": Lazy(
        "ksync.cli.privacy_verbs:privacy", "See, copy and erase what kSync has of you."
    ),
    "report": Lazy("ksync.cli.report_verbs:report", "See what earlier runs did."),
    "resume": Lazy("ksync.cli.pause_verbs:resume", "End the pause."),
    "run": Lazy("ksync.cli.run_verb:run", "Sync whenever it is due, until it is stopped."),
    "serve": Lazy(
        "ksync.cli.serve_verb:serve",
        "Let the programs of this computer read and write what is synced.",
    ),
    "service": Lazy(
        "ksync.cli.service_verbs:service", "Let systemd run it, and put it into the desktop's menu."
    ),
    "status": Lazy("ksync.cli.status_verb:status", "Show what ran, what waits and why."),
    "sync": Lazy("ksync.cli.sync_verb:sync", "Sync now."),
    "undo": Lazy("ksync.cli.undo_verb:undo", "Bring back what was there before a run."),
}


def _print_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    app = context.find_object(App)
    if value and app is not None:
        version = ksync.__version__
        app.output.finish(Result(data={"version": version}, text=[f"ksync {version}"]))
        context.exit()


cli = Group(
    "ksync",
    lazy=COMMANDS,
    show_common=True,
    help="Two-way sync of calendars, tasks and address books with CalDAV and CardDAV servers.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Print the version.",
        )
    ],
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``ksync``; returns its exit code.

    :param argv: without the program's name; ``None``: the process's.
    """
    harden_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    # A usage error can come before click has seen --json behind it.
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    app = App(Settings(json=not {"--json", "--json-lines"}.isdisjoint(options)))
    try:
        outcome = cli.main(arguments, prog_name="ksync", standalone_mode=False, obj=app)
        if isinstance(outcome, Result):
            return app.output.finish(outcome)
        return outcome if isinstance(outcome, int) else ExitCode.DONE
    except (click.Abort, KeyboardInterrupt):
        _forget_the_interrupt()
        return app.output.fail(tell("interrupted"))
    except click.ClickException as error:
        return _usage(app, error)
    except Explained as error:
        return app.output.fail(error.problem)
    except (AppError, EngineError) as error:
        return app.output.fail(explain(error))
    except Exception as error:  # noqa: BLE001  the last line of defence: told, reported, exit 1
        return _unexpected(app, error)


def _forget_the_interrupt() -> None:
    """Let the process end with our exit code.

    CPython notes an interrupt that leaves a piece of source text that it executes, such as
    the methods that ``dataclass`` writes when a module is imported. It then ends the process
    by SIGINT, whatever was caught and returned since (``exit_sigint`` in its main.c), unless
    another such piece has begun.
    """
    exec("")  # noqa: S102  an empty text: begins, and ends


def _usage(app: App, error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        if not app.settings.json:
            click.echo(error.format_message(), err=True)
            return ExitCode.USAGE
        return app.output.fail(tell("usage.invalid", detail="A command is missing."))
    command = context.command_path if context is not None else "ksync"
    hint = f"`{command} --help` explains it."
    return app.output.fail(tell("usage.invalid", detail=error.format_message(), hint=hint))


def _unexpected(app: App, error: Exception) -> int:
    from ksync.reporting.crash import write_report  # noqa: PLC0415  hardly ever needed

    report = write_report(app.paths, error)
    app.output.detail(f"{type(error).__name__}: {error}")
    return app.output.fail(
        tell(
            "bug.unexpected",
            detail=type(error).__name__,
            resource=f"report written to {report}" if report else "no report could be written",
        )
    )
