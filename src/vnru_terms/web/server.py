"""Serve the desk: on 127.0.0.1, at the wanted port or the next free one, until Ctrl-C."""

from __future__ import annotations

import socket
import sys
import webbrowser
from collections.abc import Callable

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from vnru_terms.findings import UnwritableOutputError
from vnru_terms.messages import _
from vnru_terms.store.disk_errors import reason_of
from vnru_terms.web.app import create_app
from vnru_terms.web.room import Room

HOST = "127.0.0.1"
PORT = 8765
# After so many taken ports the system chooses one.
_TRIED = 20


class _Quiet(WSGIRequestHandler):
    """No line a request: the address holds the token. A silent connection is closed."""

    timeout = 60

    def log(self, type: str, message: str, *args: object) -> None:
        return

    def version_string(self) -> str:
        return "vnru-terms"


def serve(
    room: Room, port: int = PORT, *, browse: bool = True, announce: Callable[[str], None] = print
) -> None:
    """Answer until Ctrl-C; `announce` is given the address, a browser is opened if wanted."""
    listener = listening(port)
    server = server_on(listener, room)
    address = f"http://{HOST}:{server.port}/{room.token}/"
    announce(address)
    if browse:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return
    finally:
        server.server_close()
        listener.close()


def server_on(listener: socket.socket, room: Room) -> BaseWSGIServer:
    """A server on a socket that listens already; each request has a thread of its own."""
    return make_server(
        HOST,
        listener.getsockname()[1],
        create_app(room),
        threaded=True,
        request_handler=_Quiet,
        fd=listener.fileno(),
    )


def listening(port: int) -> socket.socket:
    """A socket that listens at a port of this machine, or at the next free one."""
    for wanted in (*range(port, min(port + _TRIED, 65536)), 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":
                # Elsewhere two programs cannot share a port by mistake.
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((HOST, wanted))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if wanted == 0:
                reason = reason_of(error)
                message = _("no port of this machine can be used: {reason}.").format(reason=reason)
                raise UnwritableOutputError(message) from None
            continue
        return listener
    raise AssertionError("unreachable")
