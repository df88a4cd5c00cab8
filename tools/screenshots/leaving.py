"""Pictures of the page Privacy: its reminder, and the questions before anything goes."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from ksync.composition import Parts
from ksync.config import load
from ksync.service import password_age, select
from tools.screenshots.looking import until
from ui.pages.privacy import PrivacyPage
from ui.program import Program
from ui.topics import Topic
from ui.widgets.leaving import Leaving
from ui.words import tr

_OLD_DAYS = 400


def _page(program: Program) -> PrivacyPage:
    program.show_page("privacy")
    page = program.window.page("privacy")
    assert isinstance(page, PrivacyPage)
    until(lambda: program.bridge.idle and page.inner.findChildren(QAbstractButton))
    return page


def reminder(program: Program) -> QWidget:
    """A password that is more than a year old."""
    parts = Parts(program.paths, load(program.paths.config_file).config)
    name = next(iter(parts.config.accounts))
    with select.account(parts, name) as opened:
        at = time.time() - _OLD_DAYS * 86400
        opened.store.runs.set_fact(password_age.FACT, str(at))
    program.bridge.touched({Topic.ACCOUNTS})
    _page(program)
    return program.window


def foot(program: Program) -> QWidget:
    """What belongs to no account, and the copy."""
    area = _page(program).findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return program.window


def _press(page: PrivacyPage, begins: str) -> QWidget:
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if begins in (each.text(), each.accessibleName()) and each.isVisibleTo(page)
    ]
    page.dialog = None
    found[0].click()
    until(lambda: page.dialog is not None)
    assert page.dialog is not None
    return page.dialog


def new_password(program: Program) -> QWidget:
    """Another password is asked for."""
    page = _page(program)
    name = next(iter(load(program.paths.config_file).config.accounts))
    return _press(page, tr("New password for {name}", name=name))


def dialog(button: str) -> Callable[[Program], QWidget]:
    """The question behind a button."""

    def prepare(program: Program) -> QWidget:
        page = _page(program)
        name = next(iter(load(program.paths.config_file).config.accounts))
        opened = _press(page, tr(button, name=name))
        if isinstance(opened, Leaving) and opened.more.text():
            opened.more.setChecked(True)
        return opened

    return prepare
