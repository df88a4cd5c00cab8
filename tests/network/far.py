"""Programs of the far side, run as ``python -m tests.network.far WHAT …``.

``capture FILE IF…``   writes a line for every frame that arrives by these interfaces
``names FILE NAME ADDRESS``  a name server that knows one name
``keeper ADDRESS PORT CERTIFICATE KEY``  an https server that keeps its connections
"""

from __future__ import annotations

import select
import socket
import ssl
import struct
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ETH_P_ALL = 0x0003
OUTGOING = 4


def capture(file: str, *interfaces: str) -> None:
    """Frames, one a line: interface, protocol, ports, TCP flags, length of the payload."""
    wires = []
    for interface in interfaces:
        wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 32 << 20)
        wire.bind((interface, 0))
        wires.append(wire)
    with Path(file).open("w", buffering=1) as out:
        print("ready", flush=True)
        while True:
            for wire in select.select(wires, [], [])[0]:
                frame, (interface, protocol, kind, *_rest) = wire.recvfrom(65536)
                if kind != OUTGOING:
                    out.write(f"{interface} {told(frame, protocol)}\n")


def told(frame: bytes, protocol: int) -> str:
    """What a frame is, in words."""
    if protocol != 0x0800:
        return f"{protocol:#06x} 0 - {len(frame)}"
    packet = frame[14:]
    size = (packet[0] & 15) * 4
    (length,) = struct.unpack_from("!H", packet, 2)
    number, inner = packet[9], packet[size:length]
    if number == 17:
        return f"udp {struct.unpack_from('!H', inner, 2)[0]} - {len(inner) - 8}"
    if number == 6:
        flags = inner[13]
        names = "".join(name for bit, name in ((2, "S"), (1, "F"), (4, "R")) if flags & bit)
        payload = len(inner) - (inner[12] >> 4) * 4
        return f"tcp {struct.unpack_from('!H', inner, 2)[0]} {names or '-'} {payload}"
    return f"ip{number} 0 - {len(inner)}"


def names(file: str, name: str, address: str) -> None:
    """Answer questions for the address of one name (RFC 1035 §4); the others do not exist."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 53))
    wanted = b"".join(bytes([len(part)]) + part.encode() for part in name.split(".")) + b"\0"
    with Path(file).open("w", buffering=1) as out:
        print("ready", flush=True)
        while True:
            question, peer = server.recvfrom(4096)
            end = question.index(b"\0", 12) + 5
            asked, kind = (
                question[12 : end - 4],
                struct.unpack("!H", question[end - 4 : end - 2])[0],
            )
            out.write(f"{asked!r} {kind}\n")
            known = asked.lower() == wanted
            answer = b""
            if known and kind == 1:
                answer = b"\xc0\x0c\0\x01\0\x01\0\0\0\x05\0\x04" + socket.inet_aton(address)
            flags = 0x8580 if known else 0x8583
            head = question[:2] + struct.pack("!HHHHH", flags, 1, bool(answer), 0, 0)
            server.sendto(head + question[12:end] + answer, peer)


class _Keeper(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_OPTIONS(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()


def keeper(address: str, port: str, certificate: str, key: str) -> None:
    """Answer OPTIONS, and close nothing."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer((address, int(port)), _Keeper)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    {"capture": capture, "names": names, "keeper": keeper}[sys.argv[1]](*sys.argv[2:])
