"""The programs that exports are for, or their own readers, read what we write."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from export_readers import TBX_V3, commas

from vnru_terms.formats import FORMATS, Selection
from vnru_terms.formats.comments import flat
from vnru_terms.formats.pairs import pairs_of
from vnru_terms.model import ConceptEntry, LanguageSection, Status, Termbase, TermEntry
from vnru_terms.workflow.export import select

SPECIMEN = "comprehensive-strategic-partnership"
VI_PARTNERSHIP = "Đối tác chiến lược toàn diện"
RU = "всеобъемлющее стратегическое партнёрство"
OMEGAT_JAR = Path("/usr/share/omegat/OmegaT.jar")
GROOVY_JAR = Path("/usr/share/java/groovy-all.jar")


@pytest.fixture(scope="module")
def selection(termbase: Termbase) -> Selection:
    return select(termbase)


@pytest.fixture(scope="module")
def small(selection: Selection) -> Selection:
    """Entries enough to use most of the format, and one that uses nothing."""
    bare = ConceptEntry("bare", "visits", (LanguageSection("ru", (TermEntry("x"),)),))
    return replace(selection, entries=(*selection.entries[:20], bare))


def files(selection: Selection, name: str, folder: Path) -> list[Path]:
    """The export in a folder, as a user has it."""
    paths = []
    for file, data in FORMATS[name].render(selection).files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths


def deprecated(selection: Selection, language: str) -> set[str]:
    """Terms that are deprecated and nowhere permitted."""
    terms = [t for e in selection.entries for t in e.terms(language)]
    return {t.term for t in terms if t.status is Status.DEPRECATED} - {
        t.term for t in terms if t.is_permitted
    }


class TestTranslateToolkit:
    """Its readers are Weblate's and Virtaal's."""

    def test_tbx_has_the_preferred_term_first(self, selection: Selection, tmp_path: Path) -> None:
        """The first term is the translation; the rest keeps its status."""
        from translate.storage.tbx import tbxfile

        [path] = files(selection, "tbx", tmp_path)
        store = tbxfile.parsefile(str(path))
        store.setsourcelanguage("vi")
        store.settargetlanguage("ru")
        units = {unit.xmlelement.get("id"): unit for unit in store.units}
        assert len(units) == len(selection.entries)
        assert RU in units[SPECIMEN].target
        for entry in selection.entries:
            unit = units[entry.id]
            permitted = [t for t in entry.terms("ru") if t.is_permitted]
            assert (unit.target is None) == (not permitted)
            told = {t.text: t.deprecated for t in unit.get_target_terms()}
            assert all(not told[t] for t in told if t == unit.target)
            assert sum(told.values()) == sum(not t.is_permitted for t in entry.terms("ru")) or (
                not permitted
            )

    def test_lokalize_gets_no_deprecated_term(self, selection: Selection, tmp_path: Path) -> None:
        """Lokalize would offer it."""
        [path] = files(selection, "lokalize", tmp_path)
        terms = {element.text for element in ET.parse(path).iter("term")}
        assert RU in terms and not deprecated(selection, "ru") & terms

    def test_tmx_utx_and_xliff(self, selection: Selection, tmp_path: Path) -> None:
        """Memory, UTX and XLIFF 2 give the same pair."""
        from translate.storage.tmx import tmxfile
        from translate.storage.utx import UtxFile
        from translate.storage.xliff2 import Xliff2File

        one = replace(selection, targets=("ru",))
        [tmx] = files(one, "tmx", tmp_path)
        memory = tmxfile.parsefile(str(tmx))
        pairs = {(unit.source, unit.target) for unit in memory.units}
        assert (VI_PARTNERSHIP, RU) in pairs and len(pairs) > 1000
        [utx] = files(one, "utx", tmp_path)
        rows = [(unit.source, unit.target) for unit in UtxFile.parsefile(str(utx)).units]
        expected = [tuple(map(flat, p.texts)) for e in one.entries for p in pairs_of(e, "vi", "ru")]
        assert rows == expected
        [xliff] = files(one, "xliff", tmp_path)
        store = Xliff2File.parsefile(str(xliff))
        pairs = {(str(unit.source), str(unit.target)) for unit in store.units}
        assert {p[0].texts for p in (pairs_of(e, "vi", "ru") for e in one.entries) if p} <= pairs

    @pytest.mark.parametrize("target", ["en", "ru"])
    def test_pofilter_has_nothing_to_say(
        self, selection: Selection, tmp_path: Path, target: str
    ) -> None:
        """The checks that can be wrong of a list of terms: nothing empty, no broken escape."""
        found = files(replace(selection, targets=(target,)), "po", tmp_path)
        report = tmp_path / "report.po"
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            run_pofilter(found[0], report, ["blank", "escapes", "nplurals", "tabs", "newlines"])
        assert not report.exists() or "msgid" not in report.read_text(encoding="utf-8")


def run_pofilter(source: Path, report: Path, tests: list[str]) -> None:
    import sys

    command = [sys.executable, "-m", "translate.filters.pofilter", "--progress=none"]
    command += [f"--test={test}" for test in tests] + ["-i", str(source), "-o", str(report)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.client("omegat")
@pytest.mark.client("java")
def test_omegat_reads_its_glossary(selection: Selection, tmp_path: Path) -> None:
    """OmegaT's own reader gives every pair, in order, and no deprecated term."""
    if not (OMEGAT_JAR.exists() and GROOVY_JAR.exists()):
        if os.environ.get("VNRU_TERMS_NO_SKIP"):
            pytest.fail("OmegaT is not where Debian puts it")
        pytest.skip("OmegaT is not where Debian puts it")
    one = replace(selection, targets=("ru",))
    [path] = files(one, "omegat", tmp_path)
    script = tmp_path / "read.groovy"
    script.write_text(
        'def out = new PrintStream(System.out, true, "UTF-8")\n'
        "org.omegat.gui.glossary.GlossaryReaderTSV.read(new File(args[0]), false).each {\n"
        '  out.println(it.getSrcText() + "\\t" + it.getLocText())\n}\n'
    )
    command = ["java", "-cp", f"{GROOVY_JAR}:{OMEGAT_JAR}", "groovy.ui.GroovyMain"]
    done = subprocess.run([*command, script, path], capture_output=True, check=True)
    rows = [tuple(line.split("\t")) for line in done.stdout.decode().splitlines()]
    expected = [tuple(map(flat, p.texts)) for e in one.entries for p in pairs_of(e, "vi", "ru")]
    assert rows == expected
    assert not deprecated(selection, "ru") & {target for _source, target in rows}


@pytest.mark.client("sdcv")
@pytest.mark.parametrize(
    ("source", "target", "word", "answer"),
    [
        ("vi", "ru", VI_PARTNERSHIP, "всеобъемлющее"),
        ("vi", "ru", "hội đàm", "переговоры"),
        ("vi", "ru", "hoi dam", "переговоры"),
        ("vi", "en", "chu tich nuoc", "President"),
        ("ru", "vi", "договорами", "điều ước"),
    ],
)
def test_sdcv_finds_words(
    selection: Selection, tmp_path: Path, source: str, target: str, word: str, answer: str
) -> None:
    """StarDict's console program, exactly as typed (`-e`: no guesses)."""
    [path] = files(replace(selection, source=source, targets=(target,)), "stardict", tmp_path)
    shutil.unpack_archive(path, tmp_path / "dictionaries")
    command = ["sdcv", "-2", str(tmp_path / "dictionaries"), "-n", "-e", "-0", "-1", word]
    environment = {**os.environ, "HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert answer in done.stdout.decode()


class TestTbxRules:
    """TBX-Basic: the schemas where they are at hand, the main rules in any case."""

    @pytest.fixture
    def schemas(self, shared: Path) -> Path:
        folder = shared / "schemas" / "tbx"
        if not folder.is_dir():
            pytest.skip("the TBX schemas are not beside the checkout; they have no licence")
        return folder

    @pytest.mark.parametrize(
        ("name", "schema"),
        [("tbx", "TBXBasicRNGV02.rng"), ("lokalize", "TBXBasicRNGV02.rng"),
         ("tbx-v3", "TBXcoreStructV03.rng")],
    )  # fmt: skip
    def test_relax_ng(
        self, selection: Selection, schemas: Path, name: str, schema: str, tmp_path: Path
    ) -> None:
        """The whole glossary against the official grammar."""
        from lxml import etree

        [path] = files(selection, name, tmp_path)
        grammar = etree.RelaxNG(etree.parse(schemas / schema))
        grammar.assertValid(etree.parse(path))

    def test_schematron(self, small: Selection, schemas: Path, tmp_path: Path) -> None:
        """The dialect's rules: which category at which level, with which values."""
        [path] = files(small, "tbx-v3", tmp_path)
        assert list(broken_rules(path, schemas / "TBX-Basic_DCA.sch")) == []

    def test_schematron_sees_what_is_wrong(
        self, small: Selection, schemas: Path, tmp_path: Path
    ) -> None:
        """The runner below is not blind: a wrong value and a wrong level are found."""
        [path] = files(small, "tbx-v3", tmp_path)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("preferredTerm-admn-sts", "preferred", 1), encoding="utf-8")
        assert len(list(broken_rules(path, schemas / "TBX-Basic_DCA.sch"))) == 1

    def test_main_rules_of_v3(self, selection: Selection, tmp_path: Path) -> None:
        """Restated from ISO 30042 and the dialect's description: levels, values, order, links."""
        [path] = files(selection, "tbx-v3", tmp_path)
        root = ET.parse(path).getroot()
        assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
        ids = [entry.get("id") for entry in root.iter(f"{TBX_V3}conceptEntry")]
        assert len(ids) == len(set(ids)) == len(selection.entries)
        assert {ref.get("target") for ref in root.iter(f"{TBX_V3}ref")} <= set(ids)
        for entry in root.iter(f"{TBX_V3}conceptEntry"):
            names = [child.tag.removeprefix(TBX_V3) for child in entry]
            assert names == sorted(names, key=lambda name: name == "langSec")
            types = [c.get("type") for c in entry.findall(f"{TBX_V3}descrip")]
            assert types == ["subjectField"]
            for section in entry.iter(f"{TBX_V3}langSec"):
                names = [child.tag.removeprefix(TBX_V3) for child in section]
                assert names == sorted(names, key=lambda name: name == "termSec")
                assert not [e for e in section.iter() if e.get("type") == "subjectField"]
            for term in entry.iter(f"{TBX_V3}termSec"):
                names = [child.tag.removeprefix(TBX_V3) for child in term]
                order = {"term": 0, "termNote": 1}
                assert names == sorted(names, key=lambda name: order.get(name, 2))
                assert names.count("term") == 1
                assert not [e for e in term.iter() if e.get("type") == "definition"]
        statuses = {
            element.text
            for element in root.iter(f"{TBX_V3}termNote")
            if element.get("type") == "administrativeStatus"
        }
        assert statuses <= {f"{s.value}Term-admn-sts" for s in Status} and len(statuses) > 1


def broken_rules(document: Path, schema: Path) -> Iterator[str]:
    """A small Schematron: a node is held to the first rule of a pattern whose context it fits."""
    import elementpath
    from elementpath.xpath3 import XPath3Parser

    tree = ET.parse(document)
    rules = ET.parse(schema).getroot()
    sch = "{http://purl.oclc.org/dsdl/schematron}"
    names = {"tbx": TBX_V3.strip("{}")}

    def found(path: str, item: object = None) -> list[object]:
        parser = XPath3Parser(namespaces=names)
        context = elementpath.XPathContext(tree, item=item)
        result = parser.parse(path).evaluate(context)
        return result if isinstance(result, list) else [result]

    for pattern in rules.iter(f"{sch}pattern"):
        taken: set[int] = set()
        for rule in pattern.iter(f"{sch}rule"):
            context = rule.get("context", "")
            nodes = found("|".join(f"//{c.strip()}" for c in context.split("|")))
            for node in nodes:
                key = id(getattr(node, "elem", node))
                if key in taken:
                    continue
                taken.add(key)
                for law in rule.iter(f"{sch}assert"):
                    if not all(found(f"boolean({law.get('test')})", node)):
                        yield f"{context}: {law.text}"


def test_memoq_columns_are_named_as_memoq_names_them(selection: Selection, tmp_path: Path) -> None:
    """Its import finds the fields by these names."""
    [path] = files(selection, "memoq", tmp_path)
    head, *rows = commas(path.read_bytes())
    assert head[:5] == ["Entry_ID", "Entry_Subject", "Entry_Domain", "Entry_Note", "Vietnamese_Def"]
    assert head[5:8] == ["Vietnamese", "Term_Info", "Term_Example"]
    ids = [row[0] for row in rows]
    assert len(ids) == len(set(ids)) and all(number.isdigit() for number in ids)
