"""Other programs' termbases: what each says, to which concept it belongs, what is refused."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from import_home import entry, glossary, tree, words

from vnru_terms.curation.imports import Outcome
from vnru_terms.findings import UnreadableInputError
from vnru_terms.formats.reader import LONGEST_CONCEPT
from vnru_terms.formats.tbx_reader import read_tbx
from vnru_terms.workflow.import_ import Options, Report, import_file

__all__ = ["glossary"]

LANGUAGES = {"vi": "hội đàm", "en": "talks", "ru": "переговоры"}


def take(folder: Path, data: str | bytes, **options: object) -> Report:
    """Import a file's text."""
    data = data.encode() if isinstance(data, str) else data
    return import_file(folder, io.BytesIO(data), "file", Options(**options))  # type: ignore[arg-type]


def martif(*entries: str, head: str = "") -> str:
    """A TBX of 2008."""
    body = "\n".join(entries)
    return (
        f'<?xml version="1.0"?>\n{head}<martif type="TBX" xml:lang="vi"><martifHeader/>'
        f"<text><body>\n{body}\n</body></text></martif>"
    )


def term_entry(id: str, **terms: str) -> str:
    sections = "".join(
        f'<langSet xml:lang="{code}"><tig><term>{text}</term></tig></langSet>'
        for code, text in terms.items()
    )
    return f'<termEntry id="{id}">{sections}</termEntry>'


def lines(report: Report) -> list[str]:
    """What became of the file: “changed talks en/term”."""
    return [f"{i.outcome.value} {i.concept} {i.field}".strip() for i in report.items]


PONTOON_V3 = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="https://example.org/x.rng" type="application/xml"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><titleStmt><title>Terms</title></titleStmt>
  <sourceDesc><p>from a termbase</p></sourceDesc></fileDesc>
  <encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c7">
      <langSec xml:lang="en-US"><termSec>
        <term>talks</term>
        <termNote type="partOfSpeech">noun</termNote>
        <descripGrp>
          <descrip type="definition">a formal discussion</descrip>
          <descrip type="context">The talks lasted two days.</descrip>
        </descripGrp>
      </termSec></langSec>
      <langSec xml:lang="vi"><termSec><term>hội đàm</term></termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""
PONTOON_V2 = martif(
    """<termEntry id="c7"><descrip type="context">The talks lasted two days.</descrip>
    <langSet xml:lang="en-US"><ntig><termGrp><term>talks</term>
    <termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
    <descripGrp><descrip type="definition">a formal discussion</descrip></descripGrp></langSet>
    <langSet xml:lang="vi"><ntig><termGrp><term>hội đàm</term></termGrp></ntig></langSet>
    </termEntry>""",
    head='<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n',
)
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c7"><min:subjectField>Talks</min:subjectField>
<langSec xml:lang="en"><basic:definition>a formal discussion</basic:definition>
<termSec><term>talks</term><min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<basic:context>The talks lasted two days.</basic:context></termSec></langSec>
<langSec xml:lang="vi"><termSec><term>hội đàm</term></termSec></langSec>
</conceptEntry></body></text></tbx>
"""
WEBLATE_TBX = martif(
    """<termEntry><langSet xml:lang="vi"><tig><term>hội đàm</term></tig></langSet>
    <langSet xml:lang="en"><tig><term>talks</term></tig></langSet>
    <note from="developer">a formal discussion</note></termEntry>
    <termEntry><langSet xml:lang="vi"><tig><term>thăm</term></tig></langSet>
    <langSet xml:lang="en"><tig><term></term></tig></langSet></termEntry>""",
    head='<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core//EN" "TBXcdv04.dtd">\n',
)
WEBLATE_CSV = (
    '"location","source","target","id","fuzzy","context","translator_comments",'
    '"developer_comments"\r\n'
    '"a.yaml","hội đàm","talks","","False","talks","",""\r\n'
    '"a.yaml","chuyến thăm","","","False","visit","",""\r\n'
)
WEBLATE_PO = """msgid ""
msgstr ""
"Project-Id-Version: English (x)\\n"
"Language: en\\n"
"X-Generator: Weblate 5.9\\n"

#: a.yaml
msgctxt "talks"
msgid "hội đàm"
msgstr "talks"

msgctxt "visit"
msgid "chuyến thăm"
msgstr ""
"""
PONTOON_CSV = "Term,Part of speech,Definition,Usage,Vietnamese\r\ntalks,noun,,,hội đàm\r\n"
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" creationtool="x"/><body>
<tu><prop type="x-context">c</prop><tuv xml:lang="en"><seg>tal<hi>ks</hi></seg></tuv>
<tuv xml:lang="vi-VN"><seg>hội<ph>{1}</ph> đàm</seg></tuv></tu></body></tmx>
"""


@pytest.mark.parametrize(
    "data",
    [PONTOON_V3, PONTOON_V2, DCT, WEBLATE_TBX, WEBLATE_CSV, WEBLATE_PO, PONTOON_CSV, TMX],
    ids=["pontoon v3", "pontoon 2008", "dct", "weblate tbx", "weblate csv", "weblate po",
         "pontoon csv", "tmx"],
)  # fmt: skip
def test_what_other_programs_write_is_understood(glossary: Path, data: str) -> None:
    """Under their own ids, with headings and levels of their own: the gap in `talks` is filled."""
    report = take(glossary, data)
    assert report.counts["conflict"] == 0
    assert "changed talks en/term" in lines(report)
    assert words(glossary, "talks/talks", "en") == [("talks", "preferred")]
    if data in (PONTOON_V3, PONTOON_V2, DCT):
        section = entry(glossary, "talks/talks").section("en")
        assert section.definition.text == "a formal discussion"
        assert section.terms[0].context.text == "The talks lasted two days."


def test_weblates_marks(glossary: Path) -> None:
    """Fuzzy is refused, `forbidden` makes a deprecated term, which needs its reason."""
    marked = WEBLATE_PO.replace("#: a.yaml", "#, fuzzy")
    assert "fuzzy" in take(glossary, marked).items[0].reason
    assert "fuzzy" in take(glossary, WEBLATE_CSV.replace("False", "True")).items[0].reason
    forbidden = take(glossary, WEBLATE_PO.replace("#: a.yaml", "#, forbidden")).items
    assert {item.outcome for item in forbidden} == {Outcome.REFUSED}
    assert "deprecated without a reason" in " ".join(item.reason for item in forbidden)


class TestMatching:
    def test_an_id_counts_where_a_term_agrees(self, glossary: Path) -> None:
        """The ids of two termbases are alike by accident."""
        report = take(glossary, martif(term_entry("visit", **LANGUAGES)))
        assert lines(report) == ["changed talks en/term"]

    def test_homonyms_are_told_apart_by_their_equivalents_or_asked_about(
        self, glossary: Path
    ) -> None:
        """Nothing is guessed."""
        path = glossary / "talks" / "talks.yaml"
        text = path.read_text(encoding="utf-8").replace("id: talks", "id: other")
        text = text.replace("kind: event", "kind: event\ndistinguish: others")
        (path.parent / "other.yaml").write_text(
            text.replace("переговоры", "беседа"), encoding="utf-8"
        )
        one = take(glossary, martif(term_entry("c", vi="hội đàm", ru="беседа", en="chat")))
        assert lines(one) == ["changed other en/term"]
        (asked,) = take(glossary, martif(term_entry("c", vi="hội đàm", en="meeting"))).items
        assert asked.outcome is Outcome.CONFLICT and "other, talks" in asked.reason
        assert asked.cell.address == "file:3"

    def test_pairs_with_one_source_are_one_concept(self, glossary: Path) -> None:
        """A catalogue knows no synonyms: further pairs are further terms."""
        pairs = [("đàm phán", "negotiations"), ("bầu cử", "election"), ("đàm phán", "bargaining")]
        po = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
        po += "\n".join(f'msgctxt "{t}"\nmsgid "{s}"\nmsgstr "{t}"\n' for s, t in pairs)
        report = take(glossary, po, subject="talks")
        assert lines(report) == ["new negotiations", "new election"]
        assert words(glossary, "talks/negotiations", "en") == [
            ("negotiations", "preferred"), ("bargaining", "admitted"),
        ]  # fmt: skip

    def test_a_conflict_is_never_overwritten(self, glossary: Path) -> None:
        """Another equivalent where the glossary has one."""
        before = tree(glossary)
        report = take(glossary, martif(term_entry("c", vi="chuyến thăm", en="call")))
        assert report.items[0].outcome is Outcome.CONFLICT and tree(glossary) == before
        assert take(glossary, martif(term_entry("c", vi="chuyến thăm", en="call")), accept=True)
        assert words(glossary, "visits/visit", "en")[0] == ("call", "preferred")

    def test_a_subject_field_is_known_by_its_label(self, glossary: Path) -> None:
        """One that is not known leaves the choice to `subject`."""
        told = term_entry("c", vi="đàm phán", en="negotiation").replace(
            "<langSet", '<descrip type="subjectField">Talks</descrip><langSet', 1
        )
        assert lines(take(glossary, martif(told))) == ["new negotiation"]
        other = told.replace("Talks", "Law").replace("đàm phán", "bầu cử")
        (lacking,) = take(glossary, martif(other)).items
        assert lacking.outcome is Outcome.REFUSED and "--subject" in lacking.hint

    def test_a_term_without_an_equivalent_is_a_candidate(
        self, glossary: Path, tmp_path: Path
    ) -> None:
        """In a worklist that the desk opens; without one it is refused, and told how."""
        data = martif(term_entry("c", vi="đàm phán"), term_entry("d", ru="слово"))
        lone, other = take(glossary, data, subject="talks").items
        assert "--candidates" in lone.hint and "Vietnamese" in other.reason
        path = tmp_path / "worklist.jsonl"
        report = take(glossary, data, subject="talks", candidates=path)
        assert report.counts["candidate"] == 1
        assert json.loads(path.read_text(encoding="utf-8"))["term"] == "đàm phán"


LAUGHS = """<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
EXTERNAL = '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
GOOD = term_entry("c", **LANGUAGES)
HEADED = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
CONCEPT = '{"id": "talks", "subject_field": "talks", "languages": {}}'


TWICE = 'msgctxt "a"\nmsgid "hội đàm"\nmsgstr "talks"\n\n'


def json_of(concept: str) -> str:
    return f'{{"format": "vnru-terms glossary 1", "concepts": [\n{concept}\n]}}\n'


@pytest.mark.parametrize(
    ("data", "word", "line"),
    [
        (martif(GOOD.replace("talks", "&c;"), head=LAUGHS), "E127", 2),
        (martif(GOOD, head=EXTERNAL), "E127", 2),
        (martif(GOOD.replace("talks", "&c;"), head='<!DOCTYPE martif SYSTEM "x.dtd">'), "&c;", 3),
        (martif(GOOD.replace("talks", "&c;")), "E162", 3),
        (martif(GOOD)[:-20], "E162", 4),
        (martif("<" + "a" * 17_000_000 + "/>"), "longer than", 3),
        (martif("<x>" * 600), "nested", 3),
        (martif("<x/>"), "no concept", 0),
        ("<glossary><term>x</term></glossary>", "neither TBX nor TMX", 0),
        ("<html><body>login</body></html>", "web page", 0),
        ('<xliff version="1.2"><file/></xliff>', "vnru-terms check", 0),
        ("#NAME \"X\"\n#INDEX_LANGUAGE \"Vietnamese\"\n\nhội đàm\n\tтальки\n", "Lingvo", 0),
        (f'{HEADED}msgid "a\nmsgstr "b"\n', "E161", 4),
        ('{"a": 1}', "no glossary of this program", 1),
        ('["a", "b"]', "no glossary of this program", 1),
        (json_of(CONCEPT)[:-8], "E162", 2),
        (json_of('{"id": "a", "id": "b"}'), "twice", 2),
        (json_of("[" * 100_000), "E162", 2),
        ('"source";"target";"context"\r\n"a";"b\r\n', "E146", 1),
        (b"\x01\x02\x00\x03" * 50, "E1", 0),
    ],
    ids=["billion laughs", "external entity", "entity of a DTD", "unknown entity", "cut off",
         "endless tag", "deep", "empty", "other xml", "html", "xliff", "dsl", "broken po",
         "other json", "list", "cut json", "double key", "deep json", "uneven csv", "binary"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_where_and_writes_nothing(
    glossary: Path, data: str | bytes, word: str, line: int
) -> None:
    """One error with its place; hostile files are stopped before they grow."""
    before = tree(glossary)
    with pytest.raises(UnreadableInputError) as caught:
        take(glossary, data, subject="talks")
    error = caught.value
    assert word in str(error)
    assert error.place is not None and error.place.line == line
    assert tree(glossary) == before


@pytest.mark.parametrize(
    ("data", "word", "address"),
    [
        (martif(GOOD, GOOD.replace('xml:lang="ru"', "")), "which language", "file:4"),
        (HEADED + TWICE + TWICE, "same msgctxt", "file:8"),
        (json_of('{"id": "a", "kind": "thing"}'), "kind", "file:2"),
        (json_of('{"id": 1}'), "id: 1 is not a text", "file:2"),
        (json_of('{"id": "a", "colour": "red"}'), "colour", "file:2"),
        (json_of(f"{CONCEPT},\n{CONCEPT}"), "stands in file:2 already", "file:3"),
    ],
    ids=["no language", "msgctxt twice", "value", "type", "key", "id twice"],
)  # fmt: skip
def test_what_is_wrong_with_one_concept_refuses_it_alone(
    glossary: Path, data: str, word: str, address: str
) -> None:
    """The others are taken; the place is in the report."""
    report = take(glossary, data, write=False)
    found = [i for i in report.items if i.outcome is Outcome.REFUSED and word in i.reason]
    assert [item.cell.address for item in found] == [address], report.items


def test_a_wrong_namespace_is_read_and_told(glossary: Path) -> None:
    """Programs get it wrong; the names of the elements are enough."""
    data = PONTOON_V3.replace("urn:iso:std:iso:30042:ed-2", "http://example.org/tbx")
    report = take(glossary, data)
    assert report.counts["changed"] == 1 and "example.org" in report.findings[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings_of_xml_and_tables(glossary: Path, encoding: str) -> None:
    """A byte order mark says which."""
    head = '<?xml version="1.0" encoding="UTF-16"?>' if encoding == "utf-16" else ""
    xml = martif(GOOD).replace('<?xml version="1.0"?>\n', head)
    assert take(glossary, xml.encode(encoding), write=False).counts["changed"] == 1
    table = "Tiếng Việt;English\nhội đàm;talks\n".encode(encoding)
    assert take(glossary, table, write=False).counts["changed"] == 1


def test_an_old_encoding_of_a_short_table_is_named(glossary: Path) -> None:
    """Windows-1258, which keeps tone marks apart from their letters: too little to be sure."""
    text = "Tiê\u0301ng Viê\u0323t;English\nhô\u0323i đàm;talks\n"
    with pytest.raises(UnreadableInputError, match="WINDOWS-1258") as caught:
        take(glossary, text.encode("cp1258"))
    assert caught.value.place is not None and "iconv" in caught.value.hint


def test_a_gigabyte_streams() -> None:
    """A file is never in memory: concepts come while it is read, however long it goes on."""

    class Endless(io.RawIOBase):
        """A file of a gigabyte that nobody has written; its state is how much has been read."""

        def __init__(self) -> None:
            self.given = 0

        def read(self, size: int = -1) -> bytes:
            """The next piece."""
            piece = f'<martif xml:lang="vi"><text><body>{GOOD * 300}'
            if self.given:
                piece = GOOD * 300
            self.given += len(piece)
            return piece.encode() if self.given < 1 << 30 else b""

    stream = Endless()
    rows: Iterator[object] = read_tbx(stream, "file")  # type: ignore[arg-type]
    for _number in range(2000):
        next(rows)
    assert stream.given < 10 * LONGEST_CONCEPT


def test_a_concept_without_an_end_is_given_up(glossary: Path) -> None:
    """An end tag is missing, or a term is a book."""
    data = martif(term_entry("c", vi="x" * (LONGEST_CONCEPT + 10)), GOOD)
    report = take(glossary, data, write=False)
    assert [i.outcome for i in report.items] == [Outcome.REFUSED, Outcome.CHANGED]


def test_the_command(run: Callable, glossary: Path, tmp_path: Path) -> None:
    """The format is seen from the content; `--as` says it where that is wrong."""
    path = tmp_path / "download.txt"
    path.write_text(martif(GOOD), encoding="utf-8")
    result = run("--glossary", glossary, "import", path, "--dry-run")
    assert result.exit_code == 0 and "download.txt:3: changed talks" in result.stdout
    assert run("--glossary", glossary, "import", path, "--as", "json").exit_code == 2
    work = tmp_path / "w.jsonl"
    path.write_text(martif(term_entry("c", vi="đàm phán")), encoding="utf-8")
    result = run("--glossary", glossary, "import", path, "--candidates", work, "--dry-run")
    assert result.exit_code == 0 and "1 candidate" in result.stderr and not work.exists()
