"""The curator's desk as values: sessions, neighbours, proposals, forms."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnru_terms.curation.desk import (
    Session,
    apply,
    key_of,
    next_candidate,
    previous_candidate,
    progress,
    standing,
    start,
    undo,
    with_worklist,
)
from vnru_terms.curation.filled import concept_of, term_of
from vnru_terms.curation.forms import FIELDS, JOIN_FIELDS, Draft, Joining, draft_for, proposed
from vnru_terms.curation.neighbours import Relation, near, neighbourhood
from vnru_terms.curation.proposals import (
    propose_gender,
    propose_id,
    propose_number,
    propose_subject_field,
)
from vnru_terms.model import (
    Candidate,
    ConceptEntry,
    Context,
    Gender,
    Kind,
    LanguageSection,
    Number,
    Status,
    Termbase,
    TermEntry,
    TermType,
)
from vnru_terms.store.decisions import Decision, DecisionKind

SYLLABLES = ("hòa", "hoà", "Hòa", "bình", "hợp", "tác", "ngoại", "giao", "ủy", "uỷ", "ban")

terms = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=3).map(" ".join)


def candidate(term: str, **values: object) -> Candidate:
    return replace(Candidate(term, Kind.TERM, 1.0, 2, 1), **values)


candidates = st.builds(
    candidate,
    terms,
    known=st.sampled_from((None, None, None, "concept")),
    rejected=st.sampled_from((False, False, True)),
)
worklists = st.lists(candidates, max_size=6).map(tuple)
# What a curator does, one step after the other; a move is no decision.
steps = st.lists(
    st.sampled_from((*DecisionKind, next_candidate, previous_candidate)), max_size=20
)  # fmt: skip


def decided(session: Session, kind: DecisionKind) -> Decision | None:
    """The decision that a key of the desk gives, or None where it does nothing."""
    if kind is DecisionKind.UNDO:
        last = undo(session)
        return last and Decision(kind, last.key)
    current = session.current
    return current and Decision(kind, key_of(current.term), current.term, by="lan")


def walked(worklist: tuple[Candidate, ...], walk: list) -> tuple[Session, list[Decision]]:
    """The session after a walk, and the log of its decisions."""
    session, log = start(worklist), []
    for step in walk:
        if not isinstance(step, DecisionKind):
            session = step(session)
        elif decision := decided(session, step):
            session = apply(session, decision)
            log.append(decision)
    return session, log


class TestSession:
    @given(worklists, steps, st.sampled_from([k for k in DecisionKind if k.value != "undo"]))
    def test_a_decision_undone_is_no_decision(self, worklist, walk, kind) -> None:
        """Wherever the desk stands, decide and undo leaves it as it was, the cursor too."""
        session, _log = walked(worklist, walk)
        decision = decided(session, kind)
        if decision is None:
            return
        after = apply(session, decision)
        assert after != session
        assert apply(after, decided(after, DecisionKind.UNDO)) == session

    @given(worklists, steps)
    def test_every_prefix_of_a_log_replays_to_the_same_session(self, worklist, walk) -> None:
        """The session after a decision follows from the log alone."""
        session, log = start(worklist), []
        for step in walk:
            if not isinstance(step, DecisionKind):
                session = step(session)
            elif decision := decided(session, step):
                session = apply(session, decision)
                log.append(decision)
                assert start(worklist, log) == session

    @given(worklists, steps, st.data())
    def test_a_log_is_taken_in_at_once_as_line_by_line(self, worklist, walk, data) -> None:
        """Also over another worklist, of whose candidates the log knows only some."""
        _session, log = walked(worklist, walk)
        chosen = [one for one in worklist if data.draw(st.booleans())]
        assert start(chosen, log) == reduce(apply, log, start(chosen))

    @given(worklists, steps)
    def test_the_cursor_is_on_something_to_decide(self, worklist, walk) -> None:
        """Never on what is settled; past the end only where all is."""
        session, _log = walked(worklist, walk)
        counts = progress(session)
        assert counts.settled + counts.put_off + counts.open == len(session.worklist)
        assert (session.current is None) == (counts.put_off + counts.open == 0)
        if session.current is not None:
            assert session.current.known is None and not session.current.rejected

    def test_what_was_put_off_comes_last(self) -> None:
        """Later is after all others; then it comes again."""
        session = start([candidate(t) for t in ("a", "b", "c")])
        seen = []
        for kind in ("later", "reject", "reject"):
            seen.append(session.current.term)
            session = apply(session, decided(session, DecisionKind(kind)))
        assert seen == ["a", "b", "c"]
        assert session.current.term == "a" and progress(session).put_off == 1

    def test_one_key_is_one_candidate(self) -> None:
        """Old and new tone placement; a decision settles both."""
        session = start([candidate("hoà bình"), candidate("Hòa bình"), candidate("hợp tác")])
        assert [c.term for c in session.worklist] == ["hoà bình", "hợp tác"]

    def test_a_candidate_that_became_known_is_left(self) -> None:
        """Its concept was accepted with another spelling."""
        session = start([candidate("a"), candidate("b")])
        marked = [candidate("a", known="x"), candidate("b")]
        assert with_worklist(session, marked).current.term == "b"

    def test_undo_is_of_ones_own(self) -> None:
        """Of two curators at one glossary each takes back what they did."""
        session = start([candidate("a"), candidate("b")])
        session = apply(session, Decision(DecisionKind.REJECT, "a", by="lan"))
        session = apply(session, Decision(DecisionKind.REJECT, "b", by="minh"))
        assert (undo(session, "lan").key, undo(session).key, undo(session, "an")) == (
            "a", "b", None,
        )  # fmt: skip

    def test_the_glossary_overrules_the_log(self) -> None:
        """A concept deleted by hand, a term taken out of it: open again."""
        base = Termbase((entry("peace", "hòa bình"),))
        log = [
            Decision(DecisionKind.ACCEPT, "a", "hòa bình", "peace"),
            Decision(DecisionKind.JOIN, "b", "hòa bình", "peace"),
            Decision(DecisionKind.JOIN, "c", "nền hòa bình", "peace"),
            Decision(DecisionKind.ACCEPT, "d", "chiến tranh", "war"),
            Decision(DecisionKind.LATER, "e"),
        ]
        assert [d.key for d in standing(log, base)] == ["a", "b", "e"]


def entry(id: str, *vi: str, field: str = "visits") -> ConceptEntry:
    terms = tuple(
        TermEntry(t, Status.ADMITTED if i else Status.PREFERRED) for i, t in enumerate(vi)
    )
    return ConceptEntry(id, field, (LanguageSection("vi", terms),))


BASE = Termbase(
    (
        entry("ministry-of-foreign-affairs", "Bộ Ngoại giao", field="government"),
        entry("deputy-foreign-minister", "Thứ trưởng Bộ Ngoại giao", field="service"),
        entry("foreign-affairs", "ngoại giao", field="policy"),
        entry("ministry-of-defence", "Bộ Quốc phòng", field="government"),
        entry("ministry-of-finance", "Bộ Tài chính", field="government"),
        entry("peace", "hòa bình", field="policy"),
    )
)


class TestNeighbours:
    @pytest.mark.parametrize(
        ("term", "id", "relation"),
        [
            ("bộ ngoại giao", "ministry-of-foreign-affairs", Relation.SAME),
            ("hoà bình", "peace", Relation.SAME),
            ("Bộ Ngoại giao", "deputy-foreign-minister", Relation.WHOLE),
            ("Bộ Ngoại giao", "foreign-affairs", Relation.PART),
            ("ngành ngoại giao", "foreign-affairs", Relation.PART),
        ],
    )
    def test_how_a_term_lies_to_a_candidate(self, term: str, id: str, relation: Relation) -> None:
        """Same key, inside it, around it."""
        found = {n.entry.id: n.relation for n in near(candidate(term), neighbourhood(BASE))}
        assert found[id] is relation

    def test_the_same_term_comes_first_and_strangers_do_not(self) -> None:
        """One neighbour a concept; nothing in common is no neighbour."""
        found = near(candidate("Bộ Ngoại giao"), neighbourhood(BASE))
        assert found[0].relation is Relation.SAME
        ids = [n.entry.id for n in found]
        assert len(ids) == len(set(ids)) and "peace" not in ids

    def test_a_variant_is_compared_too(self) -> None:
        """The glossary may have the candidate's other spelling."""
        one = candidate("BNG", variants=("Bộ Ngoại giao",))
        assert near(one, neighbourhood(BASE))[0].relation is Relation.SAME

    def test_an_empty_glossary_has_none(self) -> None:
        """The first concept of a new glossary."""
        assert near(candidate("hòa bình"), neighbourhood(Termbase())) == ()

    @given(worklists)
    def test_every_term_of_a_termbase_finds_itself(self, worklist) -> None:
        """As the same, first of all."""
        base = Termbase(tuple(entry(f"c{i}", c.term) for i, c in enumerate(worklist)))
        among = neighbourhood(base)
        for c in worklist:
            first = near(c, among)[0]
            assert first.relation is Relation.SAME
            assert key_of(first.term.term) == key_of(c.term)


class TestProposals:
    @pytest.mark.parametrize(
        ("english", "id"),
        [
            ("comprehensive strategic partnership", "comprehensive-strategic-partnership"),
            ("the People's Committee", "peoples-committee"),
            ("75th anniversary", "anniversary-75th"),
            ("Côte d’Ivoire", "cote-divoire"),
            ("con", "con-2"),
            ("2030", ""),
            ("", ""),
        ],
    )
    def test_an_id_comes_from_the_english_term(self, english: str, id: str) -> None:
        """Lower case, hyphens, a letter first, no name that Windows keeps for itself."""
        assert propose_id(english, ()) == id

    def test_a_taken_id_gets_a_number(self) -> None:
        """Ids are unique over all folders."""
        assert propose_id("visit", {"visit"}) == "visit-2"

    def test_the_subject_field_is_the_neighbours(self) -> None:
        """Two ministries outvote one nearer concept of another field."""
        one = candidate("Bộ Ngoại giao Nga")
        assert propose_subject_field(one, near(one, neighbourhood(BASE))) == "government"
        assert propose_subject_field(one, ()) == ""

    @pytest.mark.parametrize(
        ("russian", "gender", "number"),
        [
            ("всеобъемлющее стратегическое партнёрство", Gender.NEUTER, None),
            ("рабочий визит", Gender.MASCULINE, None),
            ("вербальная нота", Gender.FEMININE, None),
            ("переговоры", None, Number.PLURAL),
            ("верительные грамоты", None, Number.PLURAL),
            ("ЕАЭС", None, None),
            ("совместное коммюнике", None, None),
            ("", None, None),
        ],
    )
    def test_gender_and_number_are_the_head_nouns(self, russian, gender, number) -> None:
        """Acronyms and indeclinables are left to the curator."""
        assert (propose_gender(russian), propose_number(russian)) == (gender, number)


CONTEXTS = (
    Context("hai bên nhất trí thúc đẩy Hợp tác quốc phòng", "seeds/a.txt:1"),
    Context("mở rộng hợp tác quốc phòng song phương", "seeds/a.txt:2"),
)
FULL = Draft(
    vi="hợp tác quốc phòng; HTQP",
    en="defence cooperation; military cooperation",
    en_source="https://example.org/a",
    ru="сотрудничество в области обороны; оборонное сотрудничество",
    gender="neuter; neuter",
    subject_field="defence-and-security",
    context="2",
    id="defence-cooperation",
    definition="hợp tác giữa quân đội hai nước",
)


class TestForms:
    def test_a_filled_form_is_a_concept(self) -> None:
        """First term preferred, others admitted; acronyms known; context where it belongs."""
        entry, problems = concept_of(FULL, CONTEXTS)
        assert problems == ()
        vi, en, ru = (entry.terms(code) for code in ("vi", "en", "ru"))
        assert [t.status for t in vi + en + ru] == [Status.PREFERRED, Status.ADMITTED] * 3
        assert vi[0].context == CONTEXTS[1] and vi[1].type is TermType.ACRONYM
        assert (en[0].source, en[1].source) == (("https://example.org/a",), ())
        assert [t.gender for t in ru] == [Gender.NEUTER, Gender.NEUTER]
        assert entry.section("vi").definition.text == FULL.definition

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"vi": " ; "}, "vi"),
            ({"id": "Big Id"}, "id"),
            ({"kind": "thing"}, "kind"),
            ({"part_of_speech": ""}, "part_of_speech"),
            ({"gender": "neutral"}, "gender"),
            ({"subject_field": ""}, "subject_field"),
            ({"context": "3"}, "context"),
            ({"context": "²"}, "context"),
            ({"vi": "quốc phòng toàn dân", "context": "1"}, "context"),
        ],
    )
    def test_a_problem_names_its_field(self, change: dict[str, str], field: str) -> None:
        """So that the cursor can go there."""
        entry, problems = concept_of(replace(FULL, **change), CONTEXTS)
        assert entry is None and [p.field for p in problems] == [field]

    def test_languages_still_to_be_found_are_left_out(self) -> None:
        """A concept may wait for its equivalents."""
        entry, _problems = concept_of(replace(FULL, en="", ru="", gender=""), CONTEXTS)
        assert [s.language for s in entry.languages] == ["vi"]

    @pytest.mark.parametrize(
        ("change", "field", "value"),
        [
            ({}, "id", "defence-cooperation-2"),
            ({}, "gender", "neuter; neuter"),
            ({"ru": "переговоры; визит"}, "gender", "plural; masculine"),
            ({"ru": "подписать", "part_of_speech": "verb"}, "gender", ""),
            ({"kind": "verb"}, "part_of_speech", "verb"),
            ({"kind": "formula"}, "part_of_speech", "other"),
        ],
    )
    def test_later_fields_follow_from_earlier_ones(self, change, field, value) -> None:
        """Id from English, gender from Russian, part of speech from the kind."""
        assert proposed(replace(FULL, **change), field, {"defence-cooperation"}) == value

    def test_the_form_opens_with_what_is_known(self) -> None:
        """Term, kind, the first line that shows the term."""
        one = candidate("quốc phòng toàn dân", kind=Kind.INSTITUTION)
        shown = (*CONTEXTS, Context("nền quốc phòng toàn dân", "seeds/b.txt:1"))
        draft = draft_for(one, (), shown)
        assert (draft.vi, draft.kind, draft.context) == (one.term, "institution", "3")

    def test_a_joining_is_a_term(self) -> None:
        """Status, type and reason from closed lists."""
        joining = Joining("x", "HTQP", "deprecated", "calque", "abbreviation", source="Lan 2026")
        term, problems = term_of(joining, CONTEXTS)
        assert problems == () and (term.status, term.type) == (
            Status.DEPRECATED, TermType.ABBREVIATION,
        )  # fmt: skip
        _term, problems = term_of(replace(joining, status="bad", term=""), CONTEXTS)
        assert {p.field for p in problems} == {"status", "term"}

    def test_the_tables_list_every_field(self) -> None:
        """A field that no form shows could never be filled."""
        assert [f.name for f in FIELDS] and {f.name for f in FIELDS} == set(Draft.__slots__)
        assert {f.name for f in JOIN_FIELDS} == set(Joining.__slots__)
