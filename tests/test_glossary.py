"""The real glossary, held to what was promised of it."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from vnru_terms.curation.neighbours import neighbourhood
from vnru_terms.curation.statistics import count
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.vi import tone_key
from vnru_terms.model import LANGUAGE_ORDER, Kind, PartOfSpeech, Termbase
from vnru_terms.printing.page_data import chosen_entries
from vnru_terms.store.articles import read_articles


def annotated(shared: Path, tier: str) -> dict[str, list[str]]:
    """The annotated terms of a tier, each with its surface variants."""
    with (shared / "eval" / "seeds_gold.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["tier"] == tier]
    return {row["canonical"]: [row["canonical"], *row["variants"].split("|")] for row in rows}


@pytest.mark.parametrize("tier", ["A", "B"])
def test_every_annotated_term_of_the_articles_is_there(
    tier: str, termbase: Termbase, shared: Path
) -> None:
    """In one of its surface forms, whatever its case, dashes and tone placement."""
    held = {tone_key(term.surface) for entry in termbase.entries for term in entry.terms("vi")}
    missing = [
        canonical
        for canonical, forms in annotated(shared, tier).items()
        if not held & {tone_key(form) for form in forms}
    ]
    assert missing == []


@pytest.mark.parametrize("tier", ["A", "B"])
def test_every_annotated_term_shows_its_place_in_the_articles(
    tier: str, termbase: Termbase, shared: Path
) -> None:
    """What was annotated there has a context; of homonyms, one of them."""
    shown = {
        tone_key(term.surface)
        for entry in termbase.entries
        if any(term.context for term in entry.terms("vi"))
        for term in entry.terms("vi")
    }
    without = [
        canonical
        for canonical, forms in annotated(shared, tier).items()
        if not shown & {tone_key(form) for form in forms}
    ]
    assert without == []


def test_every_russian_verb_has_its_other_aspect(termbase: Termbase) -> None:
    """Or says why not: both aspects in one form, imperfective only, a passive."""
    reasons = ("aspect", "imperfective", "passive")
    silent = [
        (entry.id, term.term)
        for entry in termbase.entries
        for term in entry.terms("ru")
        if term.part_of_speech is PartOfSpeech.VERB
        and term.is_permitted
        and not term.pair
        and not any(reason in term.note for reason in reasons)
    ]
    assert silent == []


def test_every_entry_is_whole(termbase: Termbase) -> None:
    """A preferred term in each language, a part of speech, a subject field that is listed."""
    fields = {subject.slug for subject in termbase.settings.subject_fields}
    assert len(fields) == 20
    for entry in termbase.entries:
        assert entry.subject_field in fields or entry.is_name
        for code in LANGUAGE_ORDER:
            preferred = entry.preferred(code)
            assert preferred is not None and preferred.part_of_speech is not None, entry.id


def test_evidence_is_no_machine_translation(termbase: Termbase) -> None:
    """Sites that are evidently machine-translated prove nothing."""
    for entry in termbase.entries:
        for _language, term in entry.all_terms():
            for source in term.source:
                host = (urlsplit(source).hostname or "").removeprefix("www.")
                assert host not in ("vietnam.vn", "baonghean.vn"), entry.id


def test_russian_terms_write_yo(termbase: Termbase) -> None:
    """No word of a permitted Russian term has е where the dictionary knows only ё."""
    import pymorphy3

    analyser = pymorphy3.MorphAnalyzer(lang="ru")
    wrong = [
        (entry.id, word)
        for entry in termbase.entries
        for term in entry.terms("ru")
        if term.is_permitted
        for written in term.surface.replace("-", " ").split()
        if not written.isupper()
        and "ё" not in (word := written.lower())
        and (parses := analyser.parse(word))
        and all("ё" in parse.word and parse.is_known for parse in parses)
    ]
    assert wrong == []


def test_every_article_has_its_source_and_its_bytes(root: Path, shared: Path) -> None:
    """`sources.yaml` names each file, and each is as it was received."""
    articles, findings = read_articles(root / "seeds")
    assert not findings
    assert {a.file for a in articles} == {p.name for p in (root / "seeds").glob("*.txt")}
    for article in articles:
        received = (shared / "seeds" / article.file).read_bytes()
        assert (root / "seeds" / article.file).read_bytes() == received
        assert article.publisher and article.title and article.rights


def test_sort_keys_tell_all_heads_apart(termbase: Termbase) -> None:
    """Two heads with one key would stand in an order of chance."""
    key = LANGUAGES["vi"].sort_key
    heads = {entry.preferred("vi").term for entry in termbase.entries}
    assert len({key(head) for head in heads}) == len(heads)


# Who and what the articles speak of, as they write it: from the body and from the teasers.
PERSONS_AND_PLACES = (
    "Lê Thị Thu Hằng", "Vladimir Putin", "Nguyễn Phú Trọng", "Gennady Stepanovich Bezdetko",
    "Ivan Nikolaievich Timofeev", "Lương Cường", "Phạm Minh Chính", "Phạm Thu Hằng",
    "Bùi Thanh Sơn", "Dmitry Chernyshenko", "Sergey Lavrov", "Konstantin Kosachev",
    "Đặng Minh Khôi", "Mikhail Vladimirovich Mishustin", "Trần Thanh Mẫn", "Tô Lâm",
    "Vladimir Buyanov", "Nguyễn Đăng Phát", "Lê Hoài Trung", "Igor Khalevinsky",
    "Svetlana Savitskaya", "A. Rudenko", "Nguyễn Minh Vũ", "Petr Tsvetov", "A.S.Pushkin",
    "Khamtay Siphandone", "Uladzimir Baravikou", "Fidel Castro Ruz", "Donald Trump",
    "Hà Nội", "TP. Hồ Chí Minh", "Moscow", "Moskva", "Kazan", "Saint Petersburg", "Cần Thơ",
    "Đà Nẵng", "Nghệ An", "Phú Quốc", "Tượng đài Hồ Chí Minh", "Ukraine", "Cuba", "Tokyo", "Seoul",
    "Manila", "Zagreb", "Ashgabat", "Amman", "Johannesburg", "Trùng Khánh", "Tây Nguyên", "Nam Bộ",
)  # fmt: skip


def test_persons_and_places_of_the_articles_are_there(termbase: Termbase, root: Path) -> None:
    """Each stands in the articles and, spelt so, in `names/`."""
    text = "".join(path.read_text(encoding="utf-8") for path in (root / "seeds").glob("*.txt"))
    named = [entry for entry in termbase.entries if entry.is_name]
    held = {term.term for entry in named for term in entry.terms("vi")}
    assert [name for name in PERSONS_AND_PLACES if name not in text] == []
    assert [name for name in PERSONS_AND_PLACES if name not in held] == []


def test_persons_and_places_are_no_terms(termbase: Termbase) -> None:
    """They are names, and neither counted, printed nor offered as neighbours of a candidate."""
    named = {entry.id for entry in termbase.entries if entry.is_name}
    assert len(named) >= 150
    assert all(e.kind is Kind.NAME for e in termbase.entries if e.id in named)
    counted = count(termbase)
    assert (counted.concepts, counted.names) == (len(termbase.entries) - len(named), len(named))
    assert sum(field.concepts for field in counted.fields) == counted.concepts
    assert not named & {gap.id for gap in counted.gaps}
    assert not named & {entry.id for entry in chosen_entries(termbase)}
    assert not named & {entry.id for entry, _term, _words in neighbourhood(termbase).terms}
