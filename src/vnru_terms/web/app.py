"""The application: pages in a table, the guard before them, errors as pages that say what to do.

Each request holds the room's lock and speaks the language of the browser's seat.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, g, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from vnru_terms.curation.desk import progress
from vnru_terms.findings import VnruTermsError
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import (
    INTERFACE_LANGUAGES,
    N_,
    _,
    current_language,
    ngettext,
    pgettext,
    use_language,
)
from vnru_terms.text.normalise import normalise, squeeze
from vnru_terms.web import candidate_pages, decision_pages, edit_pages, glossary_pages
from vnru_terms.web.entry_view import address_of_source, readable
from vnru_terms.web.guard import (
    COOKIE,
    CSRF_FIELD,
    MOST_BYTES,
    refuse_forgery,
    refuse_strangers,
    with_headers,
)
from vnru_terms.web.labels import label
from vnru_terms.web.room import Room
from vnru_terms.workflow.review_texts import KEYS

Page = Callable[..., Any]

# Path behind the token, name, page, methods.
PAGES: tuple[tuple[str, str, Page, tuple[str, ...]], ...] = (
    ("/", "desk", candidate_pages.desk, ("GET",)),
    ("/c/<int:number>", "candidate", candidate_pages.candidate, ("GET",)),
    ("/c/<int:number>/accept", "accept", decision_pages.accept, ("POST",)),
    ("/c/<int:number>/join", "join", decision_pages.join, ("POST",)),
    ("/c/<int:number>/reject", "reject", decision_pages.reject, ("POST",)),
    ("/c/<int:number>/later", "later", decision_pages.later, ("POST",)),
    ("/c/<int:number>/propose", "propose", decision_pages.propose, ("POST",)),
    ("/undo", "undo", decision_pages.undo, ("POST",)),
    ("/candidates", "candidates", candidate_pages.candidates, ("GET",)),
    ("/log", "log", candidate_pages.log, ("GET",)),
    ("/glossary", "glossary", glossary_pages.glossary, ("GET",)),
    ("/glossary/<id>", "concept", glossary_pages.concept, ("GET",)),
    ("/glossary/<id>/edit", "edit", edit_pages.edit, ("GET",)),
    ("/glossary/<id>/edit", "save", edit_pages.save, ("POST",)),
)
ERRORS = {
    403: N_(
        "This address does not open the desk. Take the address that vnru-terms review --web "
        "printed when it was started; each start has its own."
    ),
    404: N_("There is no such page."),
    405: N_("This page is reached by a button of the desk."),
    413: N_("That is more than a form of the desk may hold. Nothing was written."),
}


def create_app(room: Room) -> Flask:
    """The desk and the glossary over a room; every address begins with the room's token."""
    base = f"/{room.token}"
    app = Flask("vnru_terms.web", static_url_path=f"{base}/static")
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST_BYTES
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        _=_, ngettext=ngettext, pgettext=pgettext, label=label, KEYS=KEYS, CSRF_FIELD=CSRF_FIELD,
        LANGUAGES=LANGUAGES, INTERFACE_LANGUAGES=INTERFACE_LANGUAGES, readable=readable,
        source_url=address_of_source, language=current_language,
    )  # fmt: skip
    app.extensions["room"] = room
    for path, name, page, methods in PAGES:
        app.add_url_rule(base + path, name, page, methods=list(methods))
    app.add_url_rule(f"{base}/seat", "seat", change_seat, methods=["POST"])
    app.before_request(_enter)
    app.after_request(_leave)
    app.teardown_request(_unlock)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(VnruTermsError, _own_error)
    app.context_processor(_shared)
    return app


def change_seat() -> AnyResponse:
    """Another language of the interface, or another curator in this browser; back to the page."""
    language = request.form.get("language", g.seat.language)
    if language in INTERFACE_LANGUAGES:
        g.seat.language = language
    curator = squeeze(normalise(request.form.get("curator", "")))
    g.seat.curator = curator or g.seat.curator
    back = request.form.get("back", "")
    base = f"/{g.room.token}/"
    # Only our own pages: no scheme, no host, no way out of the token's path.
    is_own = back.startswith(base) and "//" not in back and "\\" not in back and back.isprintable()
    return redirect(back if is_own else base, 303)


def _enter() -> None:
    """Guard, lock, seat, language; in this order, so that strangers cost nothing."""
    from flask import current_app

    room: Room = current_app.extensions["room"]
    refuse_strangers(request, room.token)
    if request.endpoint == "static":
        return
    if request.args.get("q") or request.args.get("join"):
        # Before the lock: others go on while the first index is made.
        room.search.wait()
    room.lock.acquire()
    g.room, g.before = room, current_language()
    seat = room.seat(request.cookies.get(COOKIE, ""))
    g.is_new = seat is None
    if seat is None:
        if request.method != "GET":
            abort(403)
        seat = room.new_seat()
    g.seat = seat
    use_language(seat.language)
    refuse_forgery(request, seat.csrf)


def _leave(response: Response) -> Response:
    with_headers(response)
    if g.get("is_new") and g.get("seat") and response.status_code < 400:
        path = f"/{g.room.token}/"
        response.set_cookie(COOKIE, g.seat.id, httponly=True, samesite="Strict", path=path)
    if request.endpoint == "static":
        response.headers["Cache-Control"] = "max-age=3600"
    return response


def _unlock(_error: BaseException | None) -> None:
    if "room" in g:
        use_language(g.before)
        g.room.lock.release()


def _shared() -> dict[str, object]:
    """What every page shows: the seat, how far the desk is, the message for this page."""
    if not g.get("seat"):
        return {"seat": None, "settled": None, "message": ""}
    message, g.seat.message = g.seat.message, ""
    desk = g.get("desk")
    return {
        "seat": g.seat,
        "settled": progress(desk.session) if desk else None,
        "message": message,
        "here": request.full_path.rstrip("?") if request.method == "GET" else url_for("desk"),
    }


def _http_error(error: HTTPException) -> tuple[str, int] | HTTPException | Response:
    code = error.code or 500
    if code < 400:
        return error
    if code == 403:
        # Bare text: every link of a page would tell a stranger the token.
        return Response(_(ERRORS[403]) + "\n", 403, mimetype="text/plain")
    text = _(ERRORS[code]) if code in ERRORS else _("Something went wrong in the program.")
    return render_template("error.html", text=text, hint="", code=code), code


def _own_error(error: VnruTermsError) -> tuple[str, int]:
    """What the workflow could not do: the message and the hint, on a page."""
    where = f"{error.place}: " if error.place else ""
    return render_template("error.html", text=where + error.message, hint=error.hint, code=409), 409
