"""What the server remembers: one desk for everybody, a seat for each browser, files as forms saw
them.

The desk's log and the glossary may change under it (a terminal desk, an editor, git), so it is
asked for through `Room.fresh`, which reads again what is not as this process left it. All of it
is used under the room's lock: one request at a time, as one curator after another.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vnru_terms.messages import current_language
from vnru_terms.model import Candidate
from vnru_terms.store.decisions import log_path, render_decision
from vnru_terms.store.edits import Snapshot
from vnru_terms.store.glossary import REJECTED_FILE
from vnru_terms.store.index_cache import settled_fingerprint
from vnru_terms.store.locate import Located
from vnru_terms.workflow.review import Desk, Outcome, open_desk, refreshed
from vnru_terms.workflow.search import Search

# Browsers come and go; what the oldest had open is read anew.
MOST_SEATS = 100
MOST_SNAPSHOTS = 500


@dataclass(slots=True)
class Seat:
    """One browser: its language, its curator, its message for the next page. It changes."""

    language: str
    curator: str
    id: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    message: str = ""


class Room:
    """The state of one server; `lock` is held while a request is answered."""

    def __init__(
        self, located: Located, worklist: Sequence[Candidate], curator: str = "", token: str = ""
    ) -> None:
        self.located = located
        self.token = token or secrets.token_urlsafe(24)
        self.lock = threading.RLock()
        self._worklist = tuple(worklist)
        self._seats: OrderedDict[str, Seat] = OrderedDict()
        self._snapshots: OrderedDict[str, Snapshot] = OrderedDict()
        self._left = _state(located.folder)
        fingerprint = settled_fingerprint(located.folder)
        self._desk, self.findings = open_desk(located.folder, self._worklist, curator)
        self.search = Search(fingerprint, self._desk.termbase)
        self._language = current_language()

    def seat(self, id: str) -> Seat | None:
        """The seat of a browser that has been here before."""
        if id in self._seats:
            self._seats.move_to_end(id)
        return self._seats.get(id)

    def new_seat(self) -> Seat:
        """A seat for a browser that shows the token for the first time."""
        seat = Seat(self._language, self._desk.curator)
        self._seats[seat.id] = seat
        while len(self._seats) > MOST_SEATS:
            self._seats.popitem(last=False)
        return seat

    def fresh(self, seat: Seat, number: int | None = None) -> Desk:
        """The desk as it is now, for the curator in a seat; `number` puts a candidate on it.

        Candidates are numbered from 1, in the order of the worklist, which stays.
        """
        state = _state(self.located.folder)
        if state == self._left:
            self._desk = refreshed(self._desk)
        else:
            self._desk, _findings = open_desk(
                self.located.folder, self._worklist, self._desk.curator
            )
            self._left = state
        session = self._desk.session
        if number is not None:
            session = replace(session, cursor=number - 1)
        return replace(self._desk, curator=seat.curator, session=session)

    def left(self, outcome: Outcome) -> None:
        """Keep the desk as an act left it; what others wrote in between is read next time."""
        curator = self._desk.curator
        decision = outcome.decision
        if decision is not None:
            length, rejected = self._left
            state = _state(self.located.folder)
            is_alone = state[0] == length + len(render_decision(decision).encode())
            undone = (
                d.edit for d in reversed(self._desk.session.decisions) if d.key == decision.key
            )
            edit = decision.edit or next(undone, None)
            is_ours = state[1] == rejected or (edit is not None and edit.file == REJECTED_FILE)
            self._left = state if is_alone and is_ours else self._left
        self._desk = replace(outcome.desk, curator=curator)

    def keep(self, snapshot: Snapshot) -> str:
        """Remember a file as a form was opened on it; the name that the form carries."""
        name = f"{snapshot.entry.id}.{snapshot.digest}"
        self._snapshots[name] = snapshot
        self._snapshots.move_to_end(name)
        while len(self._snapshots) > MOST_SNAPSHOTS:
            self._snapshots.popitem(last=False)
        return name

    def kept(self, name: str, id: str) -> Snapshot | None:
        """The file as the form saw it, if it was a file of this concept and is not forgotten."""
        found = self._snapshots.get(name)
        return found if found is not None and found.entry.id == id else None


def _state(folder: Path) -> tuple[int, tuple[int, int]]:
    """The log's length, and when and how long the rejections were written."""
    try:
        length = log_path(folder).stat().st_size
    except OSError:
        length = 0
    try:
        rejected = (folder / REJECTED_FILE).stat()
    except OSError:
        return length, (0, 0)
    return length, (rejected.st_mtime_ns, rejected.st_size)
