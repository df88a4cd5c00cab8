"""From the user's settings to the rules of an account's guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ksync.network.rules import EthernetRule, Permit, Rules, VpnRule, WifiRule

if TYPE_CHECKING:
    from ksync.config import Config
    from ksync.config.guard import NetworkGuard, Wifi


def rules_of(config: Config, account: str | None) -> Rules:
    """The rules that the settings give.

    :param account: ``None``, or one that is about to be added: what holds for all.
    """
    guard = config.network_guard
    own = config.accounts[account].network_guard if account in config.accounts else None
    return Rules(
        mode=own or guard.mode,
        wifi=wifi_rules(guard),
        ethernet=EthernetRule(
            guard.ethernet.mode, frozenset(mac.lower() for mac in guard.ethernet.gateway_macs)
        ),
        vpn=VpnRule(guard.vpn.mode, frozenset(guard.vpn.named)),
        cellular=guard.cellular,
        metered=guard.metered or Permit.DENY,
        ask_metered=guard.metered is Permit.DENY,
    )


def wifi_rules(guard: NetworkGuard) -> tuple[WifiRule, ...]:
    """The listed networks."""
    return tuple(wifi_rule(wifi) for wifi in guard.wifi)


def wifi_rule(wifi: Wifi) -> WifiRule:
    """One listed network."""
    return WifiRule(
        wifi.octets,
        wifi.label or "",
        wifi.security,
        frozenset(mac.lower() for mac in wifi.bssids),
    )
