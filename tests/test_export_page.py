"""The exported web page in a real browser, from the disk: search, keys, dark, print, no network."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnru_terms.formats import FORMATS
from vnru_terms.model import Termbase
from vnru_terms.workflow.export import select

pytestmark = [pytest.mark.client("chromium"), pytest.mark.client("chromedriver")]


@pytest.fixture(scope="module")
def driver(termbase: Termbase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A headless browser with the whole glossary open."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    folder: Path = tmp_path_factory.mktemp("page")
    path = folder / "glossary.html"
    path.write_bytes(FORMATS["html"].render(select(termbase)).files["glossary.html"])
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-component-update", "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}", "--window-size=1200,900",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = Service(shutil.which("chromedriver"))
    found = webdriver.Chrome(options=options, service=service)
    found.get(path.as_uri())
    yield found
    found.quit()


def search(driver, text: str) -> list[str]:
    """Ids of the entries that a query shows, in the order in which they stand."""
    return driver.execute_script(
        "const box = document.getElementById('find'); box.value = arguments[0];"
        "box.dispatchEvent(new Event('input'));"
        "return [...document.querySelectorAll('main > article:not([hidden])')]"
        ".sort((a, b) => (a.style.order || 0) - (b.style.order || 0)).map((e) => e.id)",
        text,
    )


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Đối tác chiến lược toàn diện", "comprehensive-strategic-partner"),
        ("doi tac chien luoc toan dien", "comprehensive-strategic-partner"),
        ("всеобъемлющее стратегическое партнерство", "comprehensive-strategic-partnership"),
        ("COMPREHENSIVE STRATEGIC PARTNERSHIP", "comprehensive-strategic-partnership"),
        ("верительными грамотами", "letters-of-credence"),
    ],
)
def test_search_finds_the_term_first(driver, query: str, first: str, termbase: Termbase) -> None:
    """With and without diacritics, е for ё, any case, an inflected form."""
    found = search(driver, query)
    assert first in found[:3]
    assert len(found) < len(termbase.entries) / 4


def test_an_empty_query_shows_all(driver, termbase: Termbase) -> None:
    """And says how many there are."""
    assert len(search(driver, "")) == len(termbase.entries)
    assert str(len(termbase.entries)) in driver.find_element("id", "count").text


def test_keys(driver) -> None:
    """Arrows go from entry to entry, Enter opens, / goes back to the field, Escape clears it."""
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    def strike(key: str) -> None:
        ActionChains(driver).send_keys(key).perform()

    def focus() -> str:
        return str(driver.execute_script("return document.activeElement.id"))

    found = search(driver, "hoi dam")
    driver.execute_script("document.getElementById('find').focus()")
    strike(Keys.ARROW_DOWN)
    assert focus() == found[0]
    strike(Keys.ENTER)
    assert driver.execute_script("return document.activeElement.querySelector('details').open")
    strike(Keys.ARROW_DOWN)
    assert focus() == found[1]
    strike("/")
    assert focus() == "find"
    strike(Keys.ESCAPE)
    assert driver.execute_script("return document.getElementById('find').value") == ""


def test_a_link_leads_to_an_entry_that_was_hidden(driver) -> None:
    """The filter gives way."""
    search(driver, "hoi dam")
    driver.execute_script("location.hash = '#comprehensive-strategic-partnership'")
    shown = "return !document.getElementById('comprehensive-strategic-partnership').hidden"
    for _attempt in range(100):
        if driver.execute_script(shown):
            return
    pytest.fail("the entry is still hidden")


def test_dark_and_print(driver) -> None:
    """The colours follow the system; paper shows the entries without the tools."""
    colour = "return getComputedStyle(document.body).backgroundColor"
    light = driver.execute_script(colour)
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": dark})
    assert driver.execute_script(colour) != light
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    hidden = "return getComputedStyle(document.querySelector('.tools')).display"
    assert driver.execute_script(hidden) == "none"
    size = "return parseFloat(getComputedStyle(document.querySelector(arguments[0])).fontSize)"
    assert driver.execute_script(size, ".grammar") < driver.execute_script(size, ".best .term")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    search(driver, "hoi dam")
    pdf = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert pdf.startswith(b"%PDF")


def test_nothing_is_asked_of_the_outside_and_nothing_is_refused(driver) -> None:
    """One file, no errors in the console, no other address."""
    import json

    assert [entry["message"] for entry in driver.get_log("browser")] == []
    asked = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    urls = [
        m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"
    ]
    outside = [url for url in urls if not url.startswith(("file:", "data:", "chrome:", "blob:"))]
    assert outside == []
