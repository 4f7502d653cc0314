"""What a translator installs: the wheel, in a clean environment outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from vnru_terms.store.glossary import concept_paths


def build(root: Path, out: Path, kind: str) -> Path:
    """Build the wheel or sdist of a source tree with the environment's own hatchling."""
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "-o", str(out)]
    done = subprocess.run([*command, str(root)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The wheel of this checkout."""
    return build(root, tmp_path_factory.mktemp("wheel"), "wheel")


def test_it_carries_the_glossary_and_the_interface(wheel: Path, root: Path) -> None:
    """Every concept and the compiled catalogues; no articles, no tests, no PO."""
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = "vnru_terms/_data/"
    concepts = {
        f"{inside}{path.relative_to(root).as_posix()}" for path in concept_paths(root / "glossary")
    }
    assert concepts <= names
    for language in ("vi", "ru", "en"):
        assert f"{inside}locale/{language}/LC_MESSAGES/vnru_terms.mo" in names
    assert {f"{inside}content.txt", f"{inside}index.sqlite"} <= names
    assert "vnru_terms/py.typed" in names
    assert any(name.endswith(".typ") for name in names)
    assert {"vnru_terms/web/templates/candidate.html", "vnru_terms/web/static/desk.css"} <= names
    assert not [name for name in names if "seeds" in name or "tests/" in name or ".po" in name]


def test_wheels_from_the_tree_and_from_the_sdist_are_one(
    wheel: Path, root: Path, tmp_path: Path
) -> None:
    """Byte for byte."""
    sdist = build(root, tmp_path / "sdist", "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "tree", filter="data")
    tree = next((tmp_path / "tree").iterdir())
    assert build(tree, tmp_path / "again", "wheel").read_bytes() == wheel.read_bytes()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The program in a virtual environment of its own, without extras."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    command = [binaries / "python", "-m", "pip", "install", "--quiet", str(wheel)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and not os.environ.get("VNRU_TERMS_NO_SKIP"):
        pytest.skip(f"the dependencies could not be installed: {done.stderr[-200:]}")
    assert done.returncode == 0, done.stderr
    return binaries / "vnru-terms"


@pytest.fixture
def outside(installed: Path, tmp_path: Path):
    """Call the installed program from an empty folder, with nothing of the checkout in reach."""

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "LANG": "C",
            **{k: v for k, v in os.environ.items() if k in ("SYSTEMROOT", "LOCALAPPDATA")},
        }
        return subprocess.run(
            [str(installed), *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
        )

    return call


def test_look_up_works_with_the_bundled_glossary(outside) -> None:
    """From three languages, in a terminal that claims to know ASCII only."""
    for words in ("doi tac chien luoc toan dien", "всеобъемлющее стратегическое партнерство"):
        done = outside("lookup", "--json", words)
        assert done.returncode == 0, done.stderr
        first = json.loads(done.stdout)[0]
        assert first["terms"]["ru"][0]["term"] == "всеобъемлющее стратегическое партнёрство"
    assert "bundled" in outside("--version", "-v").stdout


# What the command line runs where the analyser of Russian cannot be imported.
_WITHOUT_ANALYSER = """
import sys
sys.modules["pymorphy3"] = None
from vnru_terms.__main__ import main
main()
"""
_RUSSIAN = "Подписано Соглашение о всеобъемлющем стратегическом партнёрстве."
_PAIR = "đối tác chiến lược toàn diện\tвсеобъемлющего стратегического партнёрства\n"
_MISSPELT = "Ông Sergey Lavrov phát biểu.\tС речью выступил Сергей Лаворов.\n"


def test_the_daily_tools_need_no_analyser_and_write_nothing(
    installed: Path, tmp_path: Path
) -> None:
    """The index came along: look-up, forms, marks and check work where nothing can be kept."""
    (tmp_path / "text.txt").write_text(_RUSSIAN, encoding="utf-8")
    (tmp_path / "pair.tsv").write_text("vi\tru\n" + _PAIR, encoding="utf-8")
    (tmp_path / "name.tsv").write_text("vi\tru\n" + _MISSPELT, encoding="utf-8")
    no_folder = tmp_path / "text.txt" / "cache"
    environment = {**os.environ, "HOME": str(no_folder), "XDG_CACHE_HOME": str(no_folder)}
    environment = {k: v for k, v in environment.items() if k not in ("PYTHONPATH", "LANGUAGE")}
    (data,) = installed.parent.parent.rglob("_data")
    before = _state(data), _state(tmp_path)
    for arguments, expected in (
        (("lookup", "đối tác chiến lược toàn diện"), "всеобъемлющее стратегическое партнёрство"),
        (("lookup", "партнерством стратегическим"), "стратегическое партнёрство"),
        (("lookup", "--forms", "strategic partnership"), "стратегическим партнёрством"),
        (("annotate", "text.txt"), "đối tác chiến lược toàn diện"),
        (("check", "--from", "vi", "--to", "ru", "pair.tsv"), ""),
        (("check", "--from", "vi", "--to", "ru", "name.tsv"), "Лаворов"),
    ):
        done = subprocess.run(
            [str(installed.with_name("python")), "-B", "-c", _WITHOUT_ANALYSER, *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            check=False,
        )
        assert done.returncode == ("name.tsv" in arguments), done.stderr
        assert expected.casefold() in done.stdout.casefold()
        assert "index" not in done.stderr
    assert (_state(data), _state(tmp_path)) == before


def _state(folder: Path) -> dict[Path, tuple[int, int]]:
    return {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in folder.rglob("*")}


def test_a_reinstalled_program_shows_its_new_glossary(
    outside, installed: Path, tmp_path: Path
) -> None:
    """Another glossary under the same version is known by its content; the old index is not it."""
    assert outside("lookup", "ký tắt").returncode == 0
    (data,) = installed.parent.parent.rglob("_data")
    content = data / "content.txt"
    concept = next(
        p for p in sorted(data.rglob("*.yaml")) if "term: ký tắt\n" in p.read_text("utf-8")
    )
    before = content.read_text(), concept.read_text(encoding="utf-8")
    try:
        concept.write_text(before[1].replace("ký tắt", "ký tháo"), encoding="utf-8")
        content.write_text("other\n")
        done = outside("lookup", "--json", "ký tháo")
        assert json.loads(done.stdout)[0]["match"] == "exact"
    finally:
        content.write_text(before[0])
        concept.write_text(before[1], encoding="utf-8")


def test_the_interface_speaks_russian(outside) -> None:
    """The compiled catalogues are found."""
    assert "Использование" in outside("--ui", "ru", "--help").stdout


def test_a_missing_extra_is_a_clear_word(outside) -> None:
    """Exit 2 and the line to type, no traceback."""
    done = outside("print")
    assert done.returncode == 2
    assert "pip install" in done.stderr and "Traceback" not in done.stderr


def test_the_bundled_glossary_is_not_written(outside) -> None:
    """tidy is refused and names init."""
    done = outside("tidy")
    assert done.returncode == 2
    assert "init" in done.stderr


def test_exports_of_the_bundled_glossary_go_to_the_current_folder(outside, tmp_path: Path) -> None:
    """Not into the program."""
    assert outside("export", "po").returncode == 0
    assert (tmp_path / "build" / "locale" / "ru" / "LC_MESSAGES" / "glossary.po").is_file()
