"""The desktop program as a whole: one instance, tray, window, sync; and its end.

The end, whatever asks for it (menu, SIGTERM, the session's logout): nothing new begins, a
sync that runs is stopped after its step, the window is gone at once, and when the lanes
are empty the process ends. A sync that does not stop in time is left: what it has done is
committed, the next one goes on.
"""

from __future__ import annotations

import os

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QObject,
    QSettings,
    QTimer,
    QTranslator,
    QUrl,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from ksync.config import Config, load
from ksync.paths import Paths
from ksync.reporting.errors import AppError
from ksync.service.preferences import unlock_keyring
from ui.bridge import Bridge
from ui.commands import Commands
from ui.farewell import Farewell
from ui.garbage import Garbage
from ui.icons import program_icon
from ui.pages import import_all
from ui.preflight import Messages
from ui.signals import Signals
from ui.single import FirstInstance, ask_first, first
from ui.theme import Theme
from ui.topics import Topic
from ui.tray import Tray
from ui.viewmodels.problems import Mend, Told
from ui.widgets.help import HelpDialog
from ui.window import MainWindow
from ui.wizard.opening import Opening
from ui.words import language, speak, tr

_PANEL_MS = 5000
"""How long a panel is waited for at login, before the window opens instead."""


def run(*, page: str = "", hidden: bool = False) -> int:
    """Run until it is ended."""
    paths = Paths.from_environment()
    messages = Messages()
    messages.install()
    app = application()
    messages.started()
    instance = first(paths)
    if instance is None:
        heard = ask_first(paths, f"page:{page}" if page else "open")
        return 0 if heard else 1
    program = Program(app, paths, instance)
    signals = Signals(program.quit)
    program.sync_at_start()
    program.start(page, hidden=hidden)
    if not hidden:
        program.add_account(only_first=True)
    code = app.exec()
    signals.close()
    ended = program.close()
    instance.leave()
    if not ended:
        # a server that does not answer must not keep the session from ending; what a
        # sync has done is committed, and the next one goes on
        os._exit(code)
    return code


def application() -> QApplication:
    """Qt's application, with our name and icon."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["ksync-tray"])
    app.setApplicationName("kSync")
    app.setApplicationDisplayName("kSync")
    app.setDesktopFileName("ksync")
    app.setWindowIcon(program_icon())
    app.setQuitOnLastWindowClosed(False)
    return app


class Program(QObject):
    """What is shared by tray and window; ``ui.commands.Shell``.

    :param instance: ``None`` where nobody can ask (tests, pictures).
    """

    def __init__(
        self, app: QApplication, paths: Paths, instance: FirstInstance | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self.paths = paths
        config = _config(paths)
        self._words = QTranslator(self)
        self._speak(config.desktop.language.value)
        self._garbage = Garbage(self)
        self.bridge = Bridge(paths, self)
        self.theme = Theme(app, config.desktop.theme, self)
        self.commands = Commands(self.bridge, self)
        self._settings = QSettings(
            str(paths.state / "desktop.ini"), QSettings.Format.IniFormat, self
        )
        self._window: MainWindow | None = None
        self.opening = Opening(paths, lambda: self.window, lambda: self.window.desk)
        self._ending = self._closed = False
        self.tray = Tray(self.bridge, self.commands, config.desktop.tray_icon)
        self.tray.notifications.on = config.desktop.notifications
        self.tray.appeared.connect(self._tray_appeared)
        if instance is not None:
            instance.asked.connect(self._asked)

    def start(self, page: str = "", *, hidden: bool = False) -> None:
        """Look how things are, sync, and show what is to be shown."""
        self.bridge.start()
        self.bridge.look()
        if not hidden:
            self.show_page(page or "overview")
            self._say_no_tray()
            self.bridge.ask(lambda _service: import_all(), lambda _none: None)
        elif not self.tray.available:
            # at login the panel may be on its way
            QTimer.singleShot(_PANEL_MS, self._no_tray)

    def _no_tray(self) -> None:
        if not self.tray.available and not self._ending:
            self.show_page("overview")
            self._say_no_tray()

    def _say_no_tray(self) -> None:
        if not self.tray.available:
            self.window.notice(
                tr("This desktop shows no tray icons."),
                tr(
                    "kSync goes on while this window is open or minimised. On GNOME the "
                    "extension “AppIndicator and KStatusNotifierItem Support” shows them."
                ),
            )

    def sync_at_start(self) -> None:
        """Sync as soon as it is known how things are, whether it is due or not.

        What was edited while nothing ran is not noticed by itself.
        """
        self.bridge.known.connect(self._first_known)

    def _first_known(self) -> None:
        glance = self.bridge.known_now.glance
        if glance is None:
            return
        self.bridge.known.disconnect(self._first_known)
        if glance.paused_until is None and glance.ready:
            self.bridge.sync(glance.ready)

    @property
    def window(self) -> MainWindow:
        """The window; made when it is first wanted."""
        if self._window is None:
            self._window = MainWindow(
                self.bridge,
                self.theme,
                do=self.commands,
                mend=self._mend,
                settings=self._settings,
                closing=self._window_closed,
            )
        return self._window

    # -- ui.commands.Shell --------------------------------------------------------------------

    def show_window(self) -> None:
        """Show the window, in front."""
        self.window.raise_up()

    def show_page(self, page: str, argument: str = "") -> None:
        """Show a page of it."""
        self.window.go(page, argument)
        self.window.raise_up()

    def add_account(self, *, only_first: bool = False) -> None:
        """Open the wizard.

        :param only_first: only where there is no account yet.
        """
        if not only_first:
            self.show_window()
        self.opening.open(only_first=only_first)

    def erase_everything(self) -> None:
        """Erase everything of kSync on this computer, and end."""
        self.farewell = Farewell(self.window, self.quit)
        self.farewell.begin()

    def help(self) -> None:
        """Say what the pictures mean."""
        self.show_window()
        HelpDialog(self.window, self.theme.tokens.text).open()

    def quit(self) -> None:
        """Stop what runs, and end: what is seen is gone at once."""
        if not self._ending:
            self._ending = True
            self.tray.hide()
            if self._window is not None:
                self._window.hide()
            self._app.quit()

    def close(self) -> bool:
        """Let go of everything, without ending the application; whether all had ended.

        A second call does nothing more.
        """
        if self._closed:
            return True
        self._ending = True
        self.tray.hide()
        ended = self.bridge.end()
        if not ended:
            # a thread that still works would speak to what is gone: it stays until the end
            return False
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
        self._app.removeTranslator(self._words)
        self._garbage.stop()
        self.deleteLater()
        self._closed = True
        return True

    # -- what happens -------------------------------------------------------------------------

    def _asked(self, words: str) -> None:
        try:
            self.commands(words)
        except KeyError:
            self.show_window()

    def _window_closed(self) -> None:
        if not self.tray.available:
            self.quit()
        elif not self._ending:
            self._garbage.thoroughly()

    def _tray_appeared(self) -> None:
        if self._window is not None:
            self._window.quiet()

    def _mend(self, shown: Told) -> None:
        mend = shown.mend
        if mend is Mend.UNLOCK:
            self._unlock(shown)
        elif mend is Mend.RETRY:
            self.bridge.look()
            self.bridge.sync([shown.account] if shown.account else ())
        elif mend is Mend.OPEN_FILE:
            place = shown.file.rpartition(":")[0] or shown.file
            QDesktopServices.openUrl(QUrl.fromLocalFile(place))
        else:
            self.show_page({Mend.COLLECTIONS: "collections", Mend.NETWORKS: "networks"}.get(
                mend, "settings"), shown.account)  # fmt: skip

    def _unlock(self, shown: Told) -> None:
        def retry(_nothing: None) -> None:
            self.bridge.sync([shown.account] if shown.account else ())

        self.bridge.act(
            lambda service: unlock_keyring(service.parts),
            retry,
            self.window.tell,
            changes={Topic.SETTINGS},
        )

    def settings_changed(self) -> None:
        """Language, theme and icon as the settings say now."""
        desktop = _config(self.paths).desktop
        before = language()
        self._speak(desktop.language.value)
        self.theme.set_shade(desktop.theme)
        self.tray.set_shade(desktop.tray_icon)
        self.tray.notifications.on = desktop.notifications
        if language() != before:
            self.tray.redraw()
            if self._window is not None:
                self._window.rebuild()

    def _speak(self, wanted: str) -> None:
        code = speak(wanted)
        self._app.removeTranslator(self._words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._words.load(QLocale(code), "qtbase", "_", folder):
            self._app.installTranslator(self._words)


def _config(paths: Paths) -> Config:
    """The settings; the defaults where they cannot be read, which the bridge tells."""
    try:
        return load(paths.config_file).config
    except AppError:
        return Config()
