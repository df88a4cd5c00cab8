"""The gateway as programs are told of it: its address, its token, what it serves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.config.effective import forbidden, load
from ksync.gateway import catalogue, certificate, place
from ksync.policy.errors import PolicyForbids
from ksync.reporting.errors import AppError
from sync_engine.core.collection import Kind
from sync_engine.replicas.vdir.disk import translated

if TYPE_CHECKING:
    from ksync.composition import Parts
    from ksync.service.connections import Connections

_SWITCH = ("gateway", "enabled")

USER = "ksync"
"""The user name for programs that want one; the gateway takes any."""


class GatewayRuns(AppError):
    """A gateway runs on this profile already."""

    reference = "gateway.running"


@dataclass(frozen=True, slots=True)
class ServedCollection:
    """A collection as a program is connected with it.

    :param id: ``ACCOUNT/SLUG``.
    :param url: its address with the token in its path; it needs no login.
    :param login_url: its address without the token, for programs that insist on a login
        (user ``USER``, the token as password).
    """

    id: str
    kind: Kind
    display_name: str
    color: str | None
    components: tuple[str, ...]
    read_only: bool
    url: str
    login_url: str


@dataclass(frozen=True, slots=True)
class GatewayView:
    """The gateway.

    :param address: ``http://127.0.0.1:PORT/``.
    :param secure_address: ``https://localhost:PORT/``, where ``certificate`` is there.
    :param root_url: where discovery starts, with the token in its path.
    :param running: whether it runs now.
    :param enabled: whether ``ksync run`` and the desktop program start it.
    :param certificate: its certificate (PEM), ``None`` if there is none.
    :param unknown: accounts whose collections could not be listed now.
    """

    address: str
    secure_address: str
    root_url: str
    token: str
    running: bool
    enabled: bool
    certificate: Path | None
    collections: tuple[ServedCollection, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GatewayState:
    """The gateway in a line.

    :param address: ``None`` where none was ever chosen.
    """

    enabled: bool
    running: bool
    address: str | None


class Gateway:
    """What is known about the gateway, whether it runs or not."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def state(self) -> GatewayState:
        """Whether it runs, and where; nothing is made."""
        found = place.read(self._parts.paths)
        return GatewayState(
            self._parts.config.gateway.enabled,
            found is not None and self.running(),
            f"{found.origin}/" if found is not None else None,
        )

    def view(self) -> GatewayView:
        """Address, token and collections; port and token are chosen now if they never were.

        :raises StorageError: they cannot be kept.
        """
        paths = self._parts.paths
        files = place.Files.of(paths)
        with translated(files.folder):
            found = place.read_or_make(paths)
        listed = catalogue.listed(self._parts)
        return GatewayView(
            address=f"{found.origin}/",
            secure_address=f"{found.secure_origin}/",
            root_url=f"{found.origin}/{found.token}/",
            token=found.token,
            running=self.running(),
            enabled=self._parts.config.gateway.enabled,
            certificate=files.certificate if files.certificate.exists() else None,
            collections=tuple(_shown(found, one) for one in listed.collections),
            unknown=listed.unknown,
        )

    @cached_property
    def programs(self) -> Connections:
        """The programs that are led to it."""
        from ksync.service.connections import Connections  # noqa: PLC0415  imported when used

        return Connections(self._parts)

    def renew(self) -> None:
        """Choose another port and token: programs have to be connected anew.

        :raises GatewayRuns: it runs, and would not know.
        :raises StorageError: they cannot be kept.
        """
        if self.running():
            raise GatewayRuns
        paths = self._parts.paths
        with translated(place.Files.of(paths).folder):
            place.renew(paths)

    def make_certificate(self) -> Path:
        """The certificate for programs that want https, made if there is none.

        :raises CertificateUnavailable: the extra is not installed.
        :raises StorageError: it cannot be kept.
        """
        files = place.Files.of(self._parts.paths)
        if files.certificate.exists() and files.key.exists():
            return files.certificate
        with translated(files.folder):
            return certificate.make(files)

    def require_allowed(self) -> None:
        """Return if the gateway may run.

        :raises PolicyForbids: the administrator switched it off.
        """
        loaded = load(self._parts.paths.config_file)
        claim = loaded.stack.lock(_SWITCH)
        if claim is not None and not loaded.config.gateway.enabled:
            raise forbidden(loaded, _SWITCH, claim)

    def allowed(self) -> bool:
        """Whether it may run."""
        try:
            self.require_allowed()
        except PolicyForbids:
            return False
        return True

    def running(self) -> bool:
        """Whether a gateway runs on this profile."""
        paths = self._parts.paths
        return paths.state.exists() and place.gateway_lock(paths).held_by_other()


def _shown(found: place.Place, one: catalogue.Served) -> ServedCollection:
    return ServedCollection(
        id=one.id,
        kind=one.kind,
        display_name=one.display_name,
        color=one.color,
        components=one.components,
        read_only=one.read_only,
        url=f"{found.origin}/{found.token}/{one.path}",
        login_url=f"{found.origin}/dav/{one.path}",
    )
