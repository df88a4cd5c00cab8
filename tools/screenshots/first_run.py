"""Pictures of the first run, step by step, against the server of the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ksync.config import load
from ksync.network.rules import Mode
from ksync.service.network import NewNetwork
from tools.screenshots.looking import until
from ui.program import Program
from ui.viewmodels.wizard import TITLES
from ui.wizard.begin import ProviderStep
from ui.wizard.choose import NetworksStep
from ui.wizard.sign_in import SignInStep
from ui.wizard.wizard import Wizard


def opened(program: Program) -> Wizard:
    """The wizard, at its beginning."""
    if program.opening.wizard is not None:
        program.opening.wizard.reject()
        until(lambda: program.bridge.idle)
    program.show_page("overview")
    program.add_account()
    until(lambda: program.opening.wizard is not None)
    wizard = program.opening.wizard
    assert wizard is not None
    return wizard


def on(wizard: Wizard, name: str) -> None:
    """Go on, and wait for that step."""
    wizard.go_on()
    until(lambda: wizard.step.name == name)


def provider(program: Program) -> QWidget:
    """The choice of the provider."""
    wizard = opened(program)
    on(wizard, "provider")
    return wizard


def sign_in(program: Program) -> QWidget:
    """The sign-in at Infomaniak, with an e-mail address."""
    wizard = opened(program)
    on(wizard, "provider")
    on(wizard, "sign-in")
    assert isinstance(wizard.step, SignInStep)
    wizard.step.username.setText("anna@example.com")
    return wizard


def _signed_in(program: Program, *, password: str = "") -> Wizard:
    wizard = opened(program)
    on(wizard, "provider")
    step = wizard.step
    assert isinstance(step, ProviderStep)
    step.buttons["generic"].click()
    on(wizard, "sign-in")
    form = wizard.step
    assert isinstance(form, SignInStep)
    config = load(program.paths.config_file).config
    account = next(iter(config.accounts.values()))
    form.url.setText(account.url or "")
    form.username.setText(account.username)
    form._use_command()
    form.command.setText(password or account.password_command or "")
    wizard.go_on()
    until(lambda: program.bridge.idle)
    return wizard


def rejected(program: Program) -> QWidget:
    """A login that the server does not accept."""
    return _signed_in(program, password="echo wrong")  # noqa: S106  a command


def step(name: str) -> Callable[[Program], QWidget]:
    """A step after the sign-in."""

    def prepare(program: Program) -> QWidget:
        wizard = _signed_in(program)
        for following in list(TITLES)[list(TITLES).index("collections") + 1 :]:
            if wizard.step.name == name:
                break
            if following == "done":
                # only to look at: nothing is kept
                wizard._further()
            else:
                on(wizard, following)
            until(lambda: program.bridge.idle)
        if isinstance(wizard.step, NetworksStep):
            wizard.answers.networks = (NewNetwork(b"Home"),)
            wizard.step.buttons[Mode.ALLOWLIST].setChecked(True)
        return wizard

    return prepare
