"""What an interface is: from rtnetlink's rows and recorded sysfs trees."""

from __future__ import annotations

from pathlib import Path

import pytest

from ksync.network import netlink
from ksync.network.evidence import Kind
from ksync.network.kinds import Hardware, kinds, read_hardware
from ksync.network.netlink import LinkRow

ETHER, NONE, LOOPBACK, PPP, RAWIP = 1, 65534, 772, 512, 519
REAL, MADE_UP = "00:1b:21:00:00:01", "02:1b:21:00:00:01"
CARD = Hardware(present=True, driver="e1000e")


def row(name: str, index: int = 2, kind: str = "", **more: object) -> LinkRow:
    options = {"hardware": ETHER, "up": True, "kind": kind, "mac": REAL, **more}
    return LinkRow(index, name, **options)  # type: ignore[arg-type]  # fields of LinkRow


def phone(driver: str, *usb: str) -> Hardware:
    return Hardware(present=True, driver=driver, usb_interfaces=usb)


@pytest.mark.parametrize(
    ("one", "hardware", "kind"),
    [
        (row("lo", hardware=LOOPBACK), Hardware(), Kind.LOOPBACK),
        (row("eth0"), CARD, Kind.ETHERNET),
        (row("wlan0"), Hardware(present=True, wireless=True), Kind.WIFI),
        (row("wlp1s0"), Hardware(present=True, devtype="wlan"), Kind.WIFI),
        (row("bnep0"), Hardware(present=True, devtype="bluetooth"), Kind.BLUETOOTH),
        (row("wwan0"), Hardware(present=True, devtype="wwan"), Kind.CELLULAR),
        (row("wwan0", hardware=RAWIP), Hardware(present=True), Kind.CELLULAR),
        (row("usb0"), phone("qmi_wwan"), Kind.CELLULAR),
        (row("usb0"), phone("rndis_host"), Kind.USB_TETHERING),
        (row("eth1"), phone("ipheth"), Kind.USB_TETHERING),
        (row("usb0", mac=MADE_UP), phone("cdc_ether", "0206"), Kind.USB_TETHERING),
        (row("usb0"), phone("cdc_ncm", "0601", "020d"), Kind.USB_TETHERING),
        (row("usb0"), phone("cdc_ether", "ff42", "0206"), Kind.USB_TETHERING),
        (row("enx0"), phone("cdc_ncm", "020d", "0a00"), Kind.ETHERNET),  # a dock
        (row("tun0", hardware=NONE, kind="tun"), Hardware(tun=True), Kind.VPN),
        (row("tap0", kind="tun"), Hardware(tun=True), Kind.VPN),
        (row("wg0", hardware=NONE, kind="wireguard"), Hardware(), Kind.VPN),
        (row("ipsec0", hardware=NONE, kind="xfrm"), Hardware(), Kind.VPN),
        (row("ppp0", hardware=PPP), Hardware(), Kind.VPN),
        (row("veth0", kind="veth"), Hardware(), Kind.CONTAINER),
        (row("eth0", kind="macvlan", lower_elsewhere=True), Hardware(), Kind.CONTAINER),
        (row("dummy0", kind="dummy"), Hardware(), Kind.UNKNOWN),
        (row("ifb0", kind="ifb"), Hardware(), Kind.UNKNOWN),
        (row("eth9"), Hardware(), Kind.UNKNOWN),  # nothing in sysfs
        (row("docker0", kind="bridge"), Hardware(devtype="bridge"), Kind.BRIDGE),
        (row("can0", hardware=280), Hardware(present=True), Kind.UNKNOWN),
    ],
)
def test_one_interface(one: LinkRow, hardware: Hardware, kind: Kind) -> None:
    assert kinds([one], {one.name: hardware}) == {one.name: kind}


def test_stacked_interfaces_are_what_is_below_them() -> None:
    rows = [
        row("eth0", 2, master=5),
        row("wlan0", 3),
        row("veth0", 4, "veth", master=5),
        row("br0", 5, "bridge"),
        row("br0.7", 6, "vlan", lower=5),
        row("mac0", 7, "macvlan", lower=3),
        row("docker0", 8, "bridge"),
        row("veth1", 9, "veth", master=8),
        row("bond0", 10, "bond"),
        row("eth1", 11, master=10),
        row("wlan1", 12, master=10),
        row("loop0", 13, "vlan", lower=14),
        row("loop1", 14, "vlan", lower=13),
    ]
    wifi = Hardware(present=True, wireless=True)
    hardware = {"eth0": CARD, "eth1": CARD, "wlan0": wifi, "wlan1": wifi}
    found = kinds(rows, hardware)
    assert found["br0"] is found["br0.7"] is Kind.ETHERNET
    assert found["mac0"] is Kind.WIFI
    assert found["docker0"] is Kind.BRIDGE
    assert found["bond0"] is Kind.UNKNOWN  # two kinds at once
    assert found["loop0"] is Kind.UNKNOWN


def test_sysfs_is_read(tmp_path: Path) -> None:
    """A phone's tree, as the kernel lays it out."""
    usb = tmp_path / "devices" / "usb1" / "1-1"
    for place, words in (("1-1:1.0", ("e0", "01")), ("1-1:1.2", ("ff", "42"))):
        folder = usb / place
        folder.mkdir(parents=True)
        (folder / "bInterfaceClass").write_text(f"{words[0]}\n")
        (folder / "bInterfaceSubClass").write_text(f"{words[1]}\n")
    (tmp_path / "drivers" / "rndis_host").mkdir(parents=True)
    (usb / "1-1:1.0" / "driver").symlink_to(tmp_path / "drivers" / "rndis_host")
    net = tmp_path / "net" / "usb0"
    net.mkdir(parents=True)
    (net / "device").symlink_to(usb / "1-1:1.0")
    (net / "uevent").write_text("INTERFACE=usb0\nIFINDEX=4\n")
    found = read_hardware("usb0", tmp_path / "net")
    assert found == Hardware(present=True, driver="rndis_host", usb_interfaces=("e001", "ff42"))
    wlan = tmp_path / "net" / "wlan0"
    (wlan / "phy80211").mkdir(parents=True)
    (wlan / "uevent").write_text("DEVTYPE=wlan\nINTERFACE=wlan0\n")
    assert read_hardware("wlan0", tmp_path / "net") == Hardware(wireless=True, devtype="wlan")
    assert read_hardware("none", tmp_path / "net") == Hardware()


def test_the_kernel_is_asked() -> None:
    rows = {one.name: one for one in netlink.links()}
    assert rows["lo"].hardware == LOOPBACK
    route = netlink.route("127.0.0.1")
    assert route is not None and route.local
    assert isinstance(netlink.neighbours(rows["lo"].index), dict)
    monitor = netlink.RouteMonitor()
    assert monitor.changed() in (True, False)
    monitor.close()
