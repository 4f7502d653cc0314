"""What a sound glossary obeys: one function a rule, in one table.

A rule takes a `Termbase` and yields findings; its docstring is its page in the manual
(`docs/reference/rules.md` is made from it), its code is `E` (error) or `W` (warning) with 2xx for
structure, 3xx for terms, 4xx for language and 5xx for evidence; 1xx are the readers'. Every rule
has a smallest good and a smallest bad glossary in `tests/data/rules/`, named after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vnru_terms.findings import Finding, in_order
from vnru_terms.model import Termbase
from vnru_terms.rules import appendices, components, evidence, language, russian, structure, terms

Rule = Callable[[Termbase], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "E201": structure.id_names_its_file,
    "E202": structure.unique_id,
    "E203": structure.known_subject_field,
    "E204": structure.linked_concepts_exist,
    "W205": structure.link_written_once,
    "E206": structure.settings_are_complete,
    "E207": structure.validity_is_in_order,
    "E208": appendices.appendix_lists_concepts,
    "E301": terms.one_preferred_term,
    "W302": terms.equivalent_in_every_language,
    "E303": terms.duplicate_term_is_distinguished,
    "E304": terms.part_of_speech_is_given,
    "E305": terms.deprecated_term_has_reason,
    "E306": terms.term_stands_once,
    "W307": terms.shared_equivalent_is_distinguished,
    "W308": terms.short_form_has_its_full_form,
    "W309": terms.definition_is_not_circular,
    "W310": components.component_has_its_equivalent,
    "W311": components.committee_or_commission,
    "W312": components.collocation_holds_the_term,
    "E401": language.text_is_storable,
    "E402": language.one_script_in_a_word,
    "E403": language.russian_noun_has_gender,
    "W404": language.tone_on_the_right_vowel,
    "W405": language.quotes_and_dashes_of_the_language,
    "W406": language.british_english,
    "W407": russian.russian_writes_yo,
    "W408": russian.gender_of_the_head_noun,
    "W409": russian.indeclinable_is_marked,
    "W410": russian.pair_is_the_other_aspect,
    "E411": russian.stress_is_of_the_term,
    "W412": russian.stress_of_every_word,
    "E501": evidence.context_contains_term,
    "E502": evidence.context_stands_at_its_source,
    "E503": evidence.source_is_well_formed,
}


def find_problems(termbase: Termbase) -> list[Finding]:
    """All that the rules find in a termbase, in order of place."""
    return in_order([finding for rule in RULES.values() for finding in rule(termbase)])
