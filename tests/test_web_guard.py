"""The desk in the browser, asked over HTTP: who may, and from where."""

from __future__ import annotations

import re
import signal
import socket
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from web_client import BASE, GOOD, TOKEN, Browser, browser, files, home, room
from web_desk import TERMS, serving

from vnru_terms.store.decisions import log_path
from vnru_terms.web.app import PAGES, create_app
from vnru_terms.web.guard import MOST_BYTES
from vnru_terms.web.room import Room
from vnru_terms.web.server import HOST, listening

__all__ = ["browser", "home", "room"]


class TestGuard:
    @pytest.mark.parametrize(
        ("path", "headers"),
        [
            ("/", {}),
            ("/wrong/", {}),
            ("/wrong/c/1", {}),
            (f"/{TOKEN}x/c/1", {}),
            (f"/{TOKEN}/c/1", {"Host": "evil.example:8765"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1:1"}),
            (f"/{TOKEN}/c/1", {"Host": "127.0.0.1:8765.evil.example"}),
            (f"/{TOKEN}/c/1", {"Origin": "http://evil.example"}),
            (f"/{TOKEN}/c/1", {"Origin": "null"}),
            (f"/{TOKEN}/c/1", {"Origin": "https://127.0.0.1:8765"}),
            (f"/{TOKEN}/c/1", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}),
            ("/static/desk.js", {}),
            ("/wrong/static/desk.js", {}),
        ],
    )
    def test_strangers_are_refused(self, browser: Browser, path: str, headers) -> None:
        """Wrong token, wrong host, wrong origin: 403, and no word of the glossary."""
        answer = browser.client.get(path, base_url=BASE, headers=headers)
        assert answer.status_code == 403
        assert "hội đàm" not in answer.text and TOKEN not in answer.text

    def test_a_link_from_a_terminal_is_followed(self, browser: Browser) -> None:
        """Wherever it is shown."""
        link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
        assert browser.get("/c/1", **link).status_code == 200

    @pytest.mark.parametrize("path", [p for p, _n, _f, m in PAGES if "POST" in m] + ["/seat"])
    def test_a_form_without_its_secret_is_refused(self, room: Room, home: Path, path: str) -> None:
        """Every form; another browser's secret, another origin, no cookie: nothing is written."""
        mine, other = Browser(room), Browser(room)
        path = path.replace("<int:number>", "1").replace("<id>", "talks")
        before = files(home)
        for csrf in ("", "x", "ы", other.csrf):
            assert mine.post(path, csrf=csrf, reason="x", **GOOD).status_code == 403
        evil = {"Origin": "http://evil.example"}
        assert mine.post(path, evil, reason="x", **GOOD).status_code == 403
        fetched = {"Sec-Fetch-Site": "same-site"}
        assert mine.post(path, fetched, reason="x", **GOOD).status_code == 403
        secret = mine.csrf
        mine.client = create_app(room).test_client()
        assert mine.post(path, csrf=secret, reason="x", **GOOD).status_code == 403
        assert files(home) == before and not log_path(home / "glossary").exists()

    def test_the_cookie_is_bound_to_the_token(self, room: Room) -> None:
        """Other servers of this machine do not see it, nor does a script."""
        answer = create_app(room).test_client().get(f"/{TOKEN}/c/1", base_url=BASE)
        cookie = answer.headers["Set-Cookie"]
        for part in ("HttpOnly", "SameSite=Strict", f"Path=/{TOKEN}/"):
            assert part in cookie

    def test_nothing_from_outside_may_be_loaded(self, browser: Browser) -> None:
        """The policy says so on every page, errors too; no address of another host is loaded."""
        for path in ("/c/1", "/glossary", "/glossary/talks", "/glossary/talks/edit", "/nothing"):
            answer = browser.get(path)
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
            assert "unsafe" not in answer.headers["Content-Security-Policy"]
            assert answer.headers["Referrer-Policy"] == "same-origin"
            assert not re.search(r'(?:src|action)="(?:https?:)?//', answer.text)
            assert "style=" not in answer.text and "onclick" not in answer.text

    @pytest.mark.parametrize(
        "path",
        [
            "/static/../room.py", "/static/%2e%2e/room.py", "/static/..%2froom.py",
            "/static/%2fetc%2fpasswd", "/glossary/..%2f..%2fsecret", "/glossary/%2e%2e/edit",
            "/glossary/..%5c..%5csecret/edit", "/glossary/talks%00", "/c/0", "/c/-1", "/c/99999",
            "/c/1%2f..",
        ],
    )  # fmt: skip
    def test_no_path_leads_out(self, browser: Browser, home: Path, path: str) -> None:
        """Of the static files, of the glossary."""
        (home / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
        answer = browser.get(path)
        assert answer.status_code in (308, 403, 404, 409)
        assert "secret\n" not in answer.text and "import" not in answer.text

    def test_a_huge_form_is_refused(self, browser: Browser, home: Path) -> None:
        """With a word; nothing is written."""
        before = files(home)
        answer = browser.post("/c/1/reject", reason="x" * MOST_BYTES)
        assert answer.status_code == 413 and "Nothing was written" in answer.text
        many = {f"f{i}": "" for i in range(2000)}
        assert browser.post("/c/1/reject", reason="x", **many).status_code in (303, 413)
        assert set(files(home)) - set(before) <= {"glossary/rejected.tsv"}

    @pytest.mark.parametrize(
        "back", ["https://evil.example/", "//evil.example", "/other/", f"/{TOKEN}//evil", "\\\\x"]
    )
    def test_no_form_leads_away(self, browser: Browser, back: str) -> None:
        """The language is changed, and one is back at the desk."""
        answer = browser.post("/seat", language="ru", back=back)
        assert answer.headers["Location"] == f"/{TOKEN}/"


class TestServer:
    def test_a_taken_port_gives_the_next(self) -> None:
        """And none is shared."""
        with listening(18765) as one, listening(one.getsockname()[1]) as two:
            assert two.getsockname()[0] == HOST
            assert one.getsockname()[1] != two.getsockname()[1]

    def test_it_listens_to_this_machine_only(self, home: Path) -> None:
        """A wrong token is refused over the wire too; Ctrl-C ends it cleanly with a word."""
        with serving(home) as (address, process):
            page = urllib.request.urlopen(address).read().decode()
            assert TERMS[0] in page
            port = int(re.search(r":(\d+)/", address)[1])
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/")
            assert refused.value.code == 403
            others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), port)}
            for other in others - {"127.0.0.1", "::1"}:
                with socket.socket() as probe, pytest.raises(OSError):
                    probe.settimeout(1)
                    probe.connect((other, port))
            if sys.platform != "win32":
                process.send_signal(signal.SIGINT)
                assert "Every decision is saved" in process.stderr.read()
                assert process.wait() == 0

    def test_without_the_extra_it_says_what_to_install(
        self, run: Callable, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Exit 2."""
        monkeypatch.setitem(sys.modules, "flask", None)
        result = run("--glossary", home / "glossary", "review",
                     home / "build/candidates.jsonl", "--web")  # fmt: skip
        assert result.exit_code == 2 and "vnru-terms[web]" in result.stderr
