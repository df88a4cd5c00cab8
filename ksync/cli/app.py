"""What every command gets: the options that all have, places, settings, questions.

A command is a function that takes ``App`` (``@pass_app``) and returns a
``Result``; it neither prints nor exits. Errors are raised (``AppError``,
``EngineError``) and put into words by ``ksync.cli.main``.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from typing import TYPE_CHECKING

import click

from ksync.paths import Paths
from ksync.reporting.errors import AnswerNeeded, Declined
from ksync.reporting.output import Output, Settings

if TYPE_CHECKING:
    from ksync.config import Config, Loaded
    from ksync.service import Service


class App:
    """One invocation."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.output = Output(self.settings)
        self.hidden: Callable[[], AbstractContextManager[None]] = nullcontext
        """Takes a live display off the terminal while something is asked."""
        self._asking = threading.Lock()

    @cached_property
    def paths(self) -> Paths:
        """Where things are."""
        return Paths.from_environment()

    @cached_property
    def loaded(self) -> Loaded:
        """The configuration, read once; its warnings are shown then.

        :raises ConfigInvalid, ConfigUnreadable: it cannot be used.
        """
        from ksync.config import load  # noqa: PLC0415  ksync --version must not pay for it

        loaded = load(self.paths.config_file)
        for warning in loaded.warnings:
            place = f"{loaded.path}:{warning.line}" if warning.line else str(loaded.path)
            # a warning about a policy names its own file
            text = f"{place}: {warning.message}" if warning.key else warning.message
            self.output.warning(text)
        return loaded

    @property
    def config(self) -> Config:
        """The settings."""
        return self.loaded.config

    @cached_property
    def service(self) -> Service:
        """The application layer over this configuration."""
        return self.fresh_service()

    def fresh_service(self) -> Service:
        """The same over the configuration as it is now (for commands that go on)."""
        from ksync.composition import Parts  # noqa: PLC0415  ksync --version must not pay for it
        from ksync.service import Service  # noqa: PLC0415  as above

        self.__dict__.pop("loaded", None)
        return Service(
            Parts(
                self.paths,
                self.config,
                prompt=self.ask_password if self.can_ask else None,
                warn=self.output.warning,
            )
        )

    @property
    def can_ask(self) -> bool:
        """Whether a person is there to answer."""
        return not self.settings.no_input and sys.stdin.isatty()

    def confirm(self, question: str) -> None:
        """Go on only after a yes.

        :raises AnswerNeeded: nobody can be asked (``--no-input``, no terminal).
        :raises Declined: the answer was no.
        """
        if self.settings.yes:
            return
        if not self.can_ask:
            raise AnswerNeeded(question)
        if not click.confirm(question, err=True):
            raise Declined

    def ask(self, question: str) -> str:
        """A line of text from the terminal.

        :raises AnswerNeeded: nobody can be asked.
        """
        if not self.can_ask:
            raise AnswerNeeded(question, hint="Give it as an option; see --help.")
        answer: str = click.prompt(question, err=True)
        return answer

    def ask_password(self, question: str) -> str:
        """A password from the terminal (``can_ask``), not shown; ``""`` if none is given."""
        # One question at a time: accounts run side by side.
        with self._asking, self.hidden(), _interruptible():
            answer: str = click.prompt(
                question.rstrip(": "), hide_input=True, err=True, default="", show_default=False
            )
            return answer


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends a question, whatever it is bound to meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


pass_app = click.make_pass_decorator(App)


def _remember(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and parameter.name is not None:
        setattr(context.find_object(App).settings, parameter.name, True)  # type: ignore[union-attr]  # main always sets it


_COMMON = (
    (("--json",), "Print one JSON envelope."),
    (("--quiet", "-q"), "No messages, only data and errors."),
    (("--verbose", "-v"), "More messages."),
    (("--no-color",), "No colours."),
    (("--no-input",), "Never ask; fail where an answer is needed."),
    (("--yes", "-y"), "Answer yes to what asks for a yes."),
)


def common_options(*, hidden: bool) -> list[click.Parameter]:
    """The options that every command and every group accepts, wherever they stand."""
    return [
        click.Option(
            names,
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_remember,
            help=text,
            hidden=hidden,
        )
        for names, text in _COMMON
    ]
