"""What all tests share: the checkout's places, a quiet environment, clients of the system."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, settings

from vnru_terms.messages import use_language
from vnru_terms.model import LANGUAGE_ORDER, Termbase
from vnru_terms.printing.edition import Edition
from vnru_terms.printing.page import Book
from vnru_terms.store.glossary import read_glossary

# A loaded machine is no failure; where skips are not allowed, neither is chance.
settings.register_profile(
    "house",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("VNRU_TERMS_NO_SKIP")),
)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent

# Set by .ci/run, which installs the clients itself: a missing one is then a failure.
NO_SKIP = "VNRU_TERMS_NO_SKIP"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that lacks a client or a package, or fail it where skips are not allowed."""
    wanted = [(marker.args[0], shutil.which) for marker in item.iter_markers("client")]
    wanted += [(marker.args[0], find_spec) for marker in item.iter_markers("package")]
    for name, find in wanted:
        if find(name) is None:
            reason = f"{name} is not installed"
            if os.environ.get(NO_SKIP):
                pytest.fail(reason)
            pytest.skip(reason)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Tests speak English and leave the user's cache and glossary settings alone."""
    for variable in ("LC_ALL", "LC_MESSAGES", "VNRU_TERMS_GLOSSARY", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    use_language("en")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def termbase() -> Termbase:
    """The real glossary."""
    found, findings = read_glossary(ROOT / "glossary")
    assert not findings
    return found


@pytest.fixture(scope="session")
def books(termbase: Termbase) -> dict[str, Book]:
    """The real glossary as the data of the book of each language."""
    from print_home import made

    return {code: made(termbase, Edition(language=code)) for code in LANGUAGE_ORDER}


@pytest.fixture(scope="session")
def specimen() -> Termbase:
    """A made-up glossary with one of everything that the book prints."""
    found, _findings = read_glossary(ROOT / "tests" / "data" / "print" / "glossary")
    return found


@pytest.fixture(scope="session")
def specimen_book(specimen: Termbase, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That glossary as a book, with nothing asked for."""
    from vnru_terms.workflow.print_book import print_book

    return print_book(specimen, tmp_path_factory.mktemp("specimen") / "specimen.pdf").path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The team's evaluation data beside the checkout; skipped where they are missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("there is no folder “shared” with evaluation data beside the checkout")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call the command line as a user does; the result has exit_code, stdout, stderr."""
    from vnru_terms.cli import vnru_terms

    def call(*arguments: object, input: str | bytes | None = None) -> Result:
        runner = CliRunner()
        return runner.invoke(vnru_terms, [str(a) for a in arguments], input=input)

    monkeypatch.chdir(ROOT)
    return call


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file of the test's folder."""

    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
