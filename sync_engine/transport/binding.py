"""Holding a socket to a network interface, before it connects.

Binding to a source address does not hold a connection to the interface that
has it: the packets take the route to the destination. Each system has an
option of its own that does:

========  =======================================  ==========================
system    option                                   who may
========  =======================================  ==========================
Linux     SO_BINDTODEVICE, the interface's name    anybody since Linux 5.7
macOS     IP_BOUND_IF / IPV6_BOUND_IF, its index   anybody
Windows   IP_UNICAST_IF / IPV6_UNICAST_IF, index   anybody
========  =======================================  ==========================

The Linux row is exercised by the tests. The other two follow the vendors'
headers (``netinet/in.h``, ``netinet6/in6.h``; ``ws2ipdef.h``).
"""

from __future__ import annotations

import errno
import socket
import struct
import sys

_SO_BINDTODEVICE = 25
_IP_BOUND_IF, _IPV6_BOUND_IF = 25, 125
_IP_UNICAST_IF = _IPV6_UNICAST_IF = 31


def bind_to_interface(sock: socket.socket, interface: str, platform: str = sys.platform) -> None:
    """Let the socket send and receive through ``interface`` alone.

    :raises OSError: there is no such interface, or this system cannot do it:
        the socket must not be used then.
    """
    ipv6 = sock.family == socket.AF_INET6
    level = socket.IPPROTO_IPV6 if ipv6 else socket.IPPROTO_IP
    if platform == "linux":
        sock.setsockopt(socket.SOL_SOCKET, _SO_BINDTODEVICE, interface.encode() + b"\0")
    elif platform == "darwin":
        index = socket.if_nametoindex(interface)
        sock.setsockopt(level, _IPV6_BOUND_IF if ipv6 else _IP_BOUND_IF, index)
    elif platform == "win32":
        index = socket.if_nametoindex(interface)
        # The IPv4 option takes the index in network byte order, the IPv6 one does not.
        packed = struct.pack("=I" if ipv6 else "!I", index)
        sock.setsockopt(level, _IPV6_UNICAST_IF if ipv6 else _IP_UNICAST_IF, packed)
    else:
        raise OSError(errno.ENOTSUP, f"{platform} cannot hold a socket to an interface")
