"""What an interface is, from what the kernel and sysfs say of it.

Theory
------
Hardware has a ``device`` in sysfs and no rtnetlink kind; what software made has a
kind. Stacked interfaces (VLAN, bond, bridge with a port, macvlan) are what is below
them, if that is one thing.

Rules
-----
* Nothing is guessed to be a wired network: it takes hardware of the Ethernet type
  that is neither Wi-Fi, nor a modem, nor Bluetooth, nor a phone.
* A phone on a cable looks like a network card. ``rndis_host`` and ``ipheth`` serve
  phones; ``cdc_ether`` and its kin serve docks as well, and count as a phone if
  their hardware address is made up (locally administered), as phones make it, or
  the same USB device has the interfaces of a phone (MTP, PTP, ADB).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ksync.network.evidence import Kind
from ksync.network.netlink import LinkRow

SYSFS = Path("/sys/class/net")

# linux/if_arp.h
_ETHER, _PPP, _LOOPBACK, _RAWIP, _NONE = 1, 512, 772, 519, 65534

_TUNNELS = frozenset({768, 769, 776, 778, 823})  # ipip, ip6ip6, sit, gre, ip6gre
_VPN_KINDS = frozenset(
    {
        *("tun", "wireguard", "ovpn", "xfrm", "vti", "vti6", "ipip", "sit", "gre", "gretap"),
        *("ip6gre", "ip6gretap", "ip6tnl", "vxlan", "geneve", "ppp", "amt", "bareudp"),
    }
)
_STACKED = frozenset({"vlan", "macvlan", "ipvlan", "macsec", "hsr", "bond", "team", "bridge"})
_CONTAINER_KINDS = frozenset({"veth", "netkit", "macvtap", "ipvtap"})
_MODEM_KINDS = frozenset({"wwan", "rmnet"})
_PHONES = frozenset({"rndis_host", "ipheth"})
_MAYBE_PHONES = frozenset({"cdc_ether", "cdc_ncm", "cdc_eem", "cdc_subset"})
_MODEMS = frozenset({"qmi_wwan", "cdc_mbim", "huawei_cdc_ncm", "sierra_net", "hso", "mhi_net"})
_PHONE_INTERFACES = ("06", "ff42", "e001")
"""USB class and subclass: still image (PTP, MTP), Android debugging, RNDIS."""


@dataclass(frozen=True, slots=True)
class Hardware:
    """What sysfs says of an interface.

    :param present: it has a device, that is: it is no software's.
    :param devtype: DEVTYPE of its uevent (``wlan``, ``wwan``, ``bluetooth`` …).
    :param usb_interfaces: class and subclass of the interfaces of its USB device.
    """

    present: bool = False
    wireless: bool = False
    tun: bool = False
    devtype: str = ""
    driver: str = ""
    usb_interfaces: tuple[str, ...] = ()


def read_hardware(name: str, root: Path = SYSFS) -> Hardware:
    """What sysfs says; a field that cannot be read is as if it were not there."""
    folder = root / name
    device = folder / "device"
    return Hardware(
        present=device.exists(),
        wireless=any((folder / sign).exists() for sign in ("wireless", "phy80211")),
        tun=(folder / "tun_flags").exists(),
        devtype=_field(folder / "uevent", "DEVTYPE"),
        driver=(device / "driver").resolve().name if (device / "driver").exists() else "",
        usb_interfaces=_usb_interfaces(device),
    )


def _usb_interfaces(device: Path) -> tuple[str, ...]:
    if not (device / "bInterfaceClass").exists():
        return ()
    return tuple(
        _line(one) + _line(one.with_name("bInterfaceSubClass"))
        for one in sorted(device.resolve().parent.glob("*/bInterfaceClass"))
    )


def _line(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace").strip()
    except OSError:
        return ""


def _field(file: Path, name: str) -> str:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return next((line.partition("=")[2] for line in lines if line.startswith(f"{name}=")), "")


def classify(row: LinkRow, hardware: Hardware) -> Kind | None:
    """What one interface is by itself; ``None``: what is below it."""
    if row.hardware == _LOOPBACK:
        return Kind.LOOPBACK
    if hardware.wireless or hardware.devtype == "wlan":
        return Kind.WIFI
    if hardware.devtype == "bluetooth":
        return Kind.BLUETOOTH
    modem = hardware.devtype == "wwan" or hardware.driver in _MODEMS or row.kind in _MODEM_KINDS
    if modem or row.hardware == _RAWIP:
        return Kind.CELLULAR
    if row.kind in _VPN_KINDS or hardware.tun or row.hardware in {*_TUNNELS, _PPP}:
        return Kind.VPN
    if row.kind in _CONTAINER_KINDS or row.lower_elsewhere:
        return Kind.CONTAINER
    if row.kind in _STACKED or hardware.devtype in {"vlan", "bond", "bridge"}:
        return None
    if row.hardware == _NONE:
        return Kind.VPN
    if row.hardware != _ETHER or row.kind or not hardware.present:
        return Kind.UNKNOWN
    return Kind.USB_TETHERING if _is_phone(row, hardware) else Kind.ETHERNET


def _is_phone(row: LinkRow, hardware: Hardware) -> bool:
    if hardware.driver in _PHONES:
        return True
    if hardware.driver not in _MAYBE_PHONES:
        return False
    made_up = bool(row.mac) and bool(int(row.mac[:2], 16) & 0x02)
    return made_up or any(one.startswith(_PHONE_INTERFACES) for one in hardware.usb_interfaces)


def kinds(rows: Sequence[LinkRow], hardware: Mapping[str, Hardware]) -> dict[str, Kind]:
    """What every interface is, by name."""
    by_index = {row.index: row for row in rows}
    own = {row.index: classify(row, hardware.get(row.name, Hardware())) for row in rows}

    def resolved(row: LinkRow, above: frozenset[int]) -> Kind:
        kind = own[row.index]
        if kind is not None:
            return kind
        ports = [other for other in rows if other.master == row.index]
        if row.lower in by_index:
            ports.append(by_index[row.lower])
        here = above | {row.index}
        below = {resolved(port, here) for port in ports if port.index not in here}
        below -= {Kind.CONTAINER}
        if len(below) == 1:
            return below.pop()
        return Kind.BRIDGE if row.kind == "bridge" and not below else Kind.UNKNOWN

    return {row.name: resolved(row, frozenset()) for row in rows}
