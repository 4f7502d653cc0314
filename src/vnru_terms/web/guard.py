"""Who may ask: this machine, with the token, from our own pages.

The server listens on 127.0.0.1, but every page in the curator's browser can reach that. So each
request must name us as its host (a foreign name that was pointed here is DNS rebinding), must carry
the token as the first part of its path, must not come from another origin, and what writes must
show the form's own secret, which belongs to the browser's cookie. The cookie is bound to the
token's path: cookies know no ports, and other servers of this machine shall not see it.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Request, Response, abort

# Forms of this desk are far smaller.
MOST_BYTES = 256 * 1024
COOKIE = "vnru_desk"
CSRF_FIELD = "csrf"
_SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS"))
_FROM_HERE = frozenset(("", "none", "same-origin"))
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not no-referrer: browsers would then send forms with the origin “null”.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def refuse_strangers(request: Request, token: str) -> None:
    """403 for a request that does not come from our own pages on this machine."""
    port = str(request.environ.get("SERVER_PORT", ""))
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    first = request.path.lstrip("/").split("/", 1)[0]
    is_ours = (
        request.headers.get("Host", "").lower() in hosts
        and hmac.compare_digest(first.encode("utf-8", "replace"), token.encode())
        and _is_own_origin(request.headers.get("Origin"), hosts)
    )
    # A link may be followed from anywhere; only our own pages may send or fetch.
    is_link = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    if not is_ours or not (is_link or request.headers.get("Sec-Fetch-Site", "") in _FROM_HERE):
        abort(403)


def refuse_forgery(request: Request, secret: str) -> None:
    """403 for a request that writes without the secret of the browser's own forms."""
    if request.method in _SAFE_METHODS:
        return
    shown = request.form.get(CSRF_FIELD, "")
    if not hmac.compare_digest(shown.encode("utf-8", "replace"), secret.encode()):
        abort(403)


def with_headers(response: Response) -> Response:
    """The response with what a browser must keep to."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _is_own_origin(origin: str | None, hosts: Collection[str]) -> bool:
    if origin is None:
        return True
    parts = urlsplit(origin)
    return parts.scheme == "http" and parts.netloc.lower() in hosts
