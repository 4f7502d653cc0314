"""The desk in a real browser, headless: keys, typing, two windows, nothing from outside.

Chromium is driven through its own driver. Each test has a server of its own, started as a user
starts it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from web_desk import ARTICLE, EVIL, TERMS, make_home, serving

from vnru_terms.store.decisions import log_path, read_decisions
from vnru_terms.store.glossary import read_glossary, read_rejections

pytestmark = [pytest.mark.client("chromium"), pytest.mark.client("chromedriver")]
WAIT = 60


class Window:
    """A browser window on the desk; what it does is what a curator's hands do."""

    def __init__(self, driver, address: str) -> None:
        self.driver, self.address = driver, address
        self.go("")

    def go(self, path: str) -> None:
        self.driver.get(self.address + path)

    def until(self, is_so: Callable[[], object]) -> None:
        from selenium.common.exceptions import WebDriverException
        from selenium.webdriver.support.ui import WebDriverWait

        ignored = [WebDriverException]
        WebDriverWait(self.driver, WAIT, 0.05, ignored).until(lambda _driver: is_so())

    def strike(self, *keys: str) -> None:
        """Keys to whatever has the focus, one after the other."""
        from selenium.webdriver import ActionChains

        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def held(self, modifier: str, key: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def head(self) -> str:
        return self.driver.find_element("css selector", "h1").text

    def at(self, term: str) -> None:
        """Wait until a candidate is on the desk and the script has run."""
        self.until(
            lambda: self.head() == term and self.js("return !!document.querySelector('.script')")
        )

    def js(self, code: str, *arguments: object) -> object:
        return self.driver.execute_script(code, *arguments)

    def focus(self) -> str:
        """The id of the element that has the focus."""
        return str(self.js("return document.activeElement.id"))

    def value(self, id: str) -> str:
        return str(self.js("return document.getElementById(arguments[0]).value", id))

    def message(self) -> str:
        return self.driver.find_element("id", "live").text

    def says(self, text: str) -> None:
        """Wait until the page has told it; the script tells a little after the page is there."""
        self.until(lambda: text in self.message())

    def complaints(self) -> list[str]:
        """What the console holds: errors, refused resources."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requested(self) -> list[str]:
        """The addresses that were asked for."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Callable[[str], Window]]:
    """Open browser windows, each with cookies of its own; they are closed at the end."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    drivers = []

    def opened(address: str) -> Window:
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--no-first-run", "--disable-component-update",
            f"--user-data-dir={tmp_path / f'profile-{len(drivers)}'}",
        ):  # fmt: skip
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        drivers.append(driver)
        return Window(driver, address)

    yield opened
    for driver in drivers:
        driver.quit()


@pytest.fixture
def home(tmp_path: Path, root: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return make_home(folder, root)


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    with serving(home) as (found, _process):
        yield found


def test_ten_decisions_by_keyboard(windows, home: Path, address: str) -> None:
    """No mouse; Vietnamese and Russian typed; then the log says what was done."""
    from selenium.webdriver.common.keys import Keys

    window = windows(address)
    window.at(TERMS[0])
    window.strike("a", "defence cooperation", Keys.TAB, Keys.TAB, "оборонное сотрудничество")
    window.until(lambda: window.value("f-id") == "defence-cooperation")
    window.until(lambda: window.value("f-gender") == "neuter")
    window.held(Keys.CONTROL, "s")
    window.at(TERMS[1])
    window.says("Accepted")
    window.strike("1")
    window.until(lambda: window.focus() == "f-term")
    window.strike(Keys.ENTER)
    window.at(TERMS[2])
    window.strike("j", "hop tac", Keys.ENTER)
    window.until(lambda: window.driver.find_elements("css selector", ".choices a, #f-term"))
    if window.driver.find_elements("css selector", ".choices a"):
        window.js("document.querySelector('.choices a').focus()")
        window.strike(Keys.ENTER)
    window.until(lambda: window.focus() == "f-term")
    window.held(Keys.CONTROL, "s")
    window.at(TERMS[3])
    # On a Russian keyboard the same keys.
    window.strike("a", "agreement", Keys.TAB, "https://example.org/x", Keys.TAB, "соглашение")
    window.until(lambda: window.value("f-gender") == "neuter")
    window.js("document.getElementById('f-subject_field').value = 'visits-and-protocol'")
    window.strike(Keys.ENTER)
    window.at(TERMS[4])
    window.strike("r", "1", Keys.ENTER)
    window.at(TERMS[5])
    window.strike("r", "tên riêng: hai bên", Keys.ENTER)
    window.at(TERMS[6])
    window.strike("l")
    window.at(TERMS[7])
    window.strike("u")
    window.at(TERMS[6])
    window.says("Undone.")
    window.strike("l")
    window.at(TERMS[7])
    window.strike("r", "свободное сочетание", Keys.ENTER)
    window.at(TERMS[8])
    termbase, findings = read_glossary(home / "glossary")
    assert findings == []
    assert termbase.entry("defence-cooperation").terms("ru")[0].gender.value == "neuter"
    assert termbase.entry("agreement").preferred("en").source == ("https://example.org/x",)
    joined = [t.term for t in termbase.entry("cooperation").terms("vi")]
    assert joined == ["hợp tác", TERMS[1], TERMS[2]]
    assert {r.reason for r in termbase.rejections} == {
        "general language", "tên riêng: hai bên", "свободное сочетание",
    }  # fmt: skip
    log, _findings = read_decisions(log_path(home / "glossary"))
    assert [d.kind.value for d in log] == [
        "accept", "join", "join", "accept", "reject", "reject", "later", "undo", "later", "reject",
    ]  # fmt: skip
    assert window.complaints() == []


def test_letters_are_keys_only_outside_a_form(windows, home: Path, address: str) -> None:
    """And on a Russian keyboard as well; moving decides nothing; they can be switched off."""
    from selenium.webdriver.common.keys import Keys

    window = windows(address)
    window.at(TERMS[0])
    window.strike("n")
    window.at(TERMS[1])
    window.strike("p")
    window.at(TERMS[0])
    # A Russian layout sends the Cyrillic letter of the same key.
    event = "new KeyboardEvent('keydown', {key: 'т', code: 'KeyN', bubbles: true})"
    window.js(f"document.body.dispatchEvent({event})")
    window.at(TERMS[1])
    window.strike("a", "nlur?")
    assert window.focus() == "f-en" and window.value("f-en") == "nlur?"
    window.strike(Keys.ESCAPE, "?")
    window.until(lambda: window.js("return document.getElementById('help').open"))
    window.js("document.getElementById('letters').click()")
    window.strike(Keys.ESCAPE, "l")
    window.go("c/2")
    window.at(TERMS[1])
    assert window.value("f-en") == "nlur?", "what was typed comes back"
    assert not log_path(home / "glossary").exists()


def test_a_suggestion_is_taken_by_key(windows, home: Path, address: str) -> None:
    """Down from the line, Enter; the gender follows."""
    from selenium.webdriver.common.keys import Keys

    path = home / "glossary/bilateral-relations/cooperation.yaml"
    text = path.read_text(encoding="utf-8").replace("term: hợp tác", "term: hợp tác quốc phong")
    path.write_text(text.replace("сотрудничество", "оборонное сотрудничество"), encoding="utf-8")
    window = windows(address)
    window.at(TERMS[0])
    window.strike("a", Keys.ARROW_DOWN, Keys.ENTER)
    window.until(lambda: window.value("f-en") == "cooperation")
    assert window.focus() == "f-en"
    window.js("document.getElementById('f-ru').focus()")
    window.strike(Keys.ARROW_DOWN, Keys.ENTER)
    window.until(lambda: window.value("f-ru") == "оборонное сотрудничество")
    window.until(lambda: window.value("f-gender") == "neuter")


def test_the_later_of_two_windows_is_told(windows, home: Path, address: str) -> None:
    """Two curators edit one file: the later sees both versions, and nothing is overwritten."""
    from selenium.webdriver.common.keys import Keys

    one, other = windows(address), windows(address)
    for window in (one, other):
        window.go("glossary/talks/edit")
    note = "textarea[name=note]"
    one.driver.find_element("css selector", note).send_keys("của Lan")
    other.driver.find_element("css selector", note).send_keys("Минь")
    one.held(Keys.CONTROL, "s")
    one.until(lambda: one.driver.current_url.endswith("/glossary/talks"))
    other.held(Keys.CONTROL, "s")
    other.until(lambda: other.driver.find_elements("css selector", "[role=alert]"))
    page = other.driver.find_element("id", "main").text
    assert "Somebody changed this file" in page and "In the file now: của Lan" in page
    assert other.driver.find_element("css selector", note).get_attribute("value") == "Минь"
    termbase, _findings = read_glossary(home / "glossary")
    assert termbase.entry("talks").note == "của Lan"
    other.held(Keys.CONTROL, "s")
    other.until(lambda: other.driver.current_url.endswith("/glossary/talks"))
    termbase, _findings = read_glossary(home / "glossary")
    assert termbase.entry("talks").note == "Минь"


def test_the_later_of_two_decisions_is_told(windows, home: Path, address: str) -> None:
    """Two windows on one candidate; a key struck twice decides once."""
    one, other = windows(address), windows(address)
    one.at(TERMS[0])
    other.at(TERMS[0])
    one.js("document.querySelector('[data-key=l]').click();"
           "document.querySelector('[data-key=l]').click()")  # fmt: skip
    one.at(TERMS[1])
    other.strike("r", "1", "\ue007")
    other.until(lambda: other.driver.find_elements("css selector", "[role=alert]"))
    assert "decided elsewhere" in other.driver.find_element("css selector", "[role=alert]").text
    assert other.value("reason") == "1"
    assert read_rejections(home / "glossary" / "rejected.tsv") == ((), [])
    log, _findings = read_decisions(log_path(home / "glossary"))
    assert len(log) == 1


def test_markup_in_the_data_stays_text(windows, address: str) -> None:
    """A candidate that is a script does not run; nor does its concordance."""
    window = windows(address)
    window.go(f"c/{TERMS.index(EVIL) + 1}")
    assert window.head() == EVIL
    assert EVIL in window.driver.find_element("css selector", ".kwic").text
    assert "<b>hợp tác</b>" in ARTICLE and "<b>hợp tác</b>" in window.driver.find_element(
        "css selector", ".kwic .text"
    ).get_attribute("title")
    assert window.js("return document.title") != "x" and window.complaints() == []


def test_nothing_comes_from_outside(windows, address: str) -> None:
    """Every request of every page goes to the desk itself; no page has an error."""
    window = windows(address)
    for path in (
        "c/1", "c/1?join=1", "c/12", "candidates", "log", "glossary", "glossary?q=hoi+dam",
        "glossary/talks", "glossary/talks/edit",
    ):  # fmt: skip
        window.go(path)
        assert window.complaints() == [], path
    asked = [url for url in window.requested() if not url.startswith(("chrome:", "data:"))]
    assert len(asked) > 9 and all(url.startswith(address) for url in asked)


def test_without_the_script_the_desk_works(windows, home: Path, address: str) -> None:
    """Buttons and forms are plain."""
    from selenium.webdriver.common.keys import Keys

    window = windows(address)
    window.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    window.go("c/1")
    window.driver.find_element("id", "f-en").send_keys("defence cooperation")
    window.driver.find_element("id", "f-ru").send_keys("оборонное сотрудничество")
    window.driver.find_element("css selector", "button[value=propose]").send_keys(Keys.ENTER)
    # Without the script nothing but the answer itself tells that the new page is there.
    gender = ("css selector", "#f-gender[value=neuter]")
    window.until(lambda: window.driver.find_elements(*gender))
    window.driver.find_element("css selector", "#accept-form button.main").send_keys(Keys.ENTER)
    window.until(lambda: window.head() == TERMS[1])
    assert (home / "glossary/bilateral-relations/defence-cooperation.yaml").is_file()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_can_be_read(windows, address: str, width, height, scheme: str) -> None:
    """No page is wider than its window; text stands out from what is behind it (4.5 to 1)."""
    window = windows(address)
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    window.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    window.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    for path in ("c/1", "c/1?join=1", "candidates", "glossary?q=hoi", "glossary/talks",
                 "glossary/talks/edit"):  # fmt: skip
        window.go(path)
        assert window.js("return document.documentElement.scrollWidth") <= width, path
        assert window.js(_FAINT) == [], path


# The texts of a page whose colour is too near their background's (WCAG 2, 1.4.3).
_FAINT = """
const numbers = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
  .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const colour = numbers(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const faint = [];
for (const element of document.querySelectorAll("body *")) {
  const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (!own || !element.getClientRects().length) continue;
  const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) faint.push(element.textContent.trim() + " " + ratio.toFixed(2));
}
return faint;
"""
