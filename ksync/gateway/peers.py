"""Whose process is at the other end of a connection on loopback.

Linux tells (sock_diag(7), inet_diag; where that is not to be had, /proc/net/tcp of proc(5)):
each end of a loopback connection is a socket of this computer, and every socket has a user.
Elsewhere there is no such answer, and the token alone decides.

Rules
-----
* The socket that is asked for is the peer's: its own address is our peer's, its remote
  address is ours. It is asked for exactly, never searched for.
* A socket that is not found, or an error, is nobody's: where the system can tell, unknown
  is refused.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import struct
import sys
from pathlib import Path

CAN_TELL = sys.platform == "linux"

# linux/sock_diag.h, linux/inet_diag.h, linux/netlink.h
_SOCK_DIAG_BY_FAMILY = 20
_NETLINK_SOCK_DIAG = 4
_REQUEST = 0x1
_HEADER = struct.Struct("=IHHII")
_HEAD = struct.Struct("=BBBBI")  # family, protocol, extensions, padding, states
_PORTS = struct.Struct("!HH")
_NO_COOKIE = struct.pack("=III", 0, 0xFFFFFFFF, 0xFFFFFFFF)
_UID_AT = 4 + 48 + 4 + 4 + 4  # family … retrans, the id, expires, rqueue, wqueue
_TIMEOUT = 2.0


def is_owner(connection: socket.socket) -> bool:
    """Whether the peer is a process of this user's (``True`` where nothing can be told)."""
    if not CAN_TELL:
        return True
    try:
        return uid_of_peer(connection) == os.geteuid()
    except (OSError, struct.error, ValueError):
        return False


def uid_of_peer(connection: socket.socket) -> int:
    """The user of the peer's socket.

    :raises OSError: there is no such socket (any more).
    """
    try:
        kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _NETLINK_SOCK_DIAG)
    except OSError:
        return listed_uid(connection)
    with kernel:
        return _asked_uid(kernel, connection)


def _asked_uid(kernel: socket.socket, connection: socket.socket) -> int:
    theirs, ours = connection.getpeername(), connection.getsockname()
    identity = (
        _PORTS.pack(theirs[1], ours[1])
        + _packed(theirs[0], connection.family)
        + _packed(ours[0], connection.family)
        + _NO_COOKIE
    )
    head = _HEAD.pack(connection.family, socket.IPPROTO_TCP, 0, 0, 0xFFFFFFFF)
    message = head + identity
    kernel.settimeout(_TIMEOUT)
    kernel.send(
        _HEADER.pack(_HEADER.size + len(message), _SOCK_DIAG_BY_FAMILY, _REQUEST, 1, 0) + message
    )
    data = kernel.recv(1 << 16)
    _length, kind, _flags, _sequence, _port = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if kind != _SOCK_DIAG_BY_FAMILY:
        code = -struct.unpack_from("=i", body)[0]
        raise OSError(code, os.strerror(code) if code > 0 else "no such socket")
    if body[4 : 4 + len(identity) - len(_NO_COOKIE)] != identity[: -len(_NO_COOKIE)]:
        raise OSError("another socket was answered")
    uid, inode = struct.unpack_from("=II", body, _UID_AT)
    return _owned(uid, inode)


def listed_uid(connection: socket.socket) -> int:
    """The same from the table of all sockets.

    :raises OSError: it is not in it.
    """
    ends = [_hexadecimal(*end[:2]) for end in (connection.getpeername(), connection.getsockname())]
    table = "tcp6" if connection.family == socket.AF_INET6 else "tcp"
    for line in Path("/proc/net", table).read_text("ascii").splitlines()[1:]:
        fields = line.split()
        if fields[1:3] == ends:
            return _owned(int(fields[7]), int(fields[9]))
    raise OSError("no such socket")


def _owned(uid: int, inode: int) -> int:
    if inode == 0:
        raise OSError("its process has closed it")  # the user is told as 0 then
    return uid


def _hexadecimal(address: str, port: int) -> str:
    """An address as the table has it: words in the machine's order of octets."""
    packed = ipaddress.ip_address(address.partition("%")[0]).packed
    words = (packed[at : at + 4] for at in range(0, len(packed), 4))
    return "".join(f"{struct.unpack('=I', word)[0]:08X}" for word in words) + f":{port:04X}"


def _packed(address: str, family: int) -> bytes:
    """16 octets; of IPv4 the first four count."""
    value = ipaddress.ip_address(address.partition("%")[0]).packed
    if family == socket.AF_INET6 and len(value) == 4:
        value = b"\0" * 10 + b"\xff\xff" + value
    return value.ljust(16, b"\0")
