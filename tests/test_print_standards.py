"""Every edition of the book complies with PDF/UA-1 and PDF/A-2a, as veraPDF finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_standards import PACKAGES, PROFILES, Failures, failures
from print_home import EDITIONS

from vnru_terms.extras import need
from vnru_terms.model import Termbase
from vnru_terms.workflow.print_book import print_book

pytestmark = [pytest.mark.package(name) for name in PACKAGES]


@pytest.fixture(scope="module")
def verdicts(specimen: Termbase, tmp_path_factory: pytest.TempPathFactory) -> Failures:
    """What veraPDF finds wrong with each edition, and with a file made without a standard."""
    folder = tmp_path_factory.mktemp("standards")
    for name, edition in EDITIONS.items():
        print_book(specimen, folder / f"{name}.pdf", edition)
    (folder / "careless.pdf").write_bytes(need("print", "typst").compile(b"= Title\nText."))
    found = failures(sorted(folder.glob("*.pdf")))
    return {Path(path).stem: standards for path, standards in found.items()}


@pytest.mark.parametrize("standard", PROFILES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_complies(verdicts: Failures, edition: str, standard: str) -> None:
    """No rule of the standard is broken."""
    assert verdicts[edition][standard] == []


@pytest.mark.parametrize("standard", PROFILES)
def test_a_careless_file_does_not_comply(verdicts: Failures, standard: str) -> None:
    """Else the check would find nothing in our books either."""
    assert verdicts["careless"][standard]
