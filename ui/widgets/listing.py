"""A Wi-Fi network for the list: its name, and what it has to be like."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ksync.network.rules import Security
from ksync.service.network import NewNetwork
from ui.desk import Desk
from ui.viewmodels.networks import SECURITIES, name_text
from ui.widgets.basics import name_of
from ui.widgets.dialogs import Question
from ui.widgets.fields import choice
from ui.words import tr

_EXAMPLE = "aa:bb:cc:dd:ee:ff"


class Listing(Question):
    """Asks for a network.

    :param known: one that is there or was found: its name stays. ``None``: any.
    """

    def __init__(self, parent: QWidget, desk: Desk, title: str, known: NewNetwork | None) -> None:
        text = tr(
            "Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker "
            "imitations out; access points keep out all others."
        )
        super().__init__(parent, desk, title, text, tr("Allow"))
        self._octets = known.ssid if known is not None else None
        told = known or NewNetwork()
        self.name = self._line(tr("Name of the network"), name_text(self._octets or b""))
        self.name.setEnabled(self._octets is None)
        self.label = self._line(tr("What you call it (optional)"), told.label)
        self._security = told.security.value if told.security else ""
        options = [(value, tr(title)) for value, title in SECURITIES]
        self.security = choice(tr("Protection"), options, self._security, self._chosen)
        self._place(tr("Protection"), self.security)
        self.points = self._line(tr("Access points (optional)"), ", ".join(told.bssids))
        self.points.setPlaceholderText(_EXAMPLE)
        self.name.textChanged.connect(self._check)
        self._check()

    @property
    def answer(self) -> NewNetwork:
        """What was said."""
        octets = self._octets if self._octets is not None else self.name.text().encode()
        points = tuple(part.strip() for part in self.points.text().split(",") if part.strip())
        security = Security(self._security) if self._security else None
        return NewNetwork(octets, self.label.text().strip(), security, points)

    def _line(self, title: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(title)
        self._place(title, made)
        return made

    def _place(self, title: str, control: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(name_of(control, title, tone="quiet", size=0.92))
        pair.addWidget(control)
        self.box.insertLayout(self.box.count() - 1, pair)

    def _chosen(self, value: str) -> None:
        self._security = value

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.name.text()))
