"""vnru-terms lookup: a term typed carelessly in any of the languages, as text or JSON."""

from __future__ import annotations

import shutil
import sys
from typing import Any

import click

from vnru_terms.cli.base import Session, argument, command, option
from vnru_terms.cli.output import print_json, say, say_problems
from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.keys import bare_words
from vnru_terms.matching.lookup import Match
from vnru_terms.messages import N_, _, current_language
from vnru_terms.model import LANGUAGE_ORDER, ConceptEntry, TermEntry
from vnru_terms.store.entry_json import entry_to_json
from vnru_terms.workflow.look_up import LookUp, look_up_in_glossary

_CODES = click.Choice(list(LANGUAGES))
_WIDTH = 80
_WIDEST = 100
_NARROWEST = 40
_SHOWN_OF_QUERY = 60


@command(
    help=N_(
        "Look a term up, from any of the three languages; diacritics may be missing. "
        "WORDS may be - for standard input."
    )
)
@argument("words", metavar="WORDS...", nargs=-1, required=True)
@option("--from", "from_", type=_CODES, help=N_("The language of the words; else all are tried."))
@option("--to", type=_CODES, multiple=True, help=N_("A language to show; may be repeated."))
@option("--limit", type=click.IntRange(0), default=10, help=N_("At most so many entries; 0: all."))
@option("--format", type=click.Choice(("text", "json")), default="text", help=N_("Output format."))
@option("--json", "format", flag_value="json", help=N_("Short for --format json."))
@click.pass_context
def lookup(
    ctx: click.Context,
    words: tuple[str, ...],
    from_: str | None,
    to: tuple[str, ...],
    limit: int,
    format: str,
) -> None:
    session: Session = ctx.obj
    query = " ".join(sys.stdin.read().split()) if words == ("-",) else " ".join(words)
    located = session.locate()
    found = look_up_in_glossary(located, query, from_=from_, limit=limit, label=current_language())
    if format == "json":
        print_json([match_json(match, _shown(match, to)) for match in found.matches])
    else:
        _print_text(found, to)
    if found.more:
        say(_("There are more entries; see them with: --limit 0"))
    say_problems(found.problems)
    if not found.matches:
        _say_nothing_found(query, from_)
        ctx.exit(1)


def match_json(match: Match, languages: tuple[str, ...]) -> dict[str, object]:
    """A match as the command line's contract spells it; what is empty is left out.

    Of a term the six keys of the contract, and `attested`, are always there.
    """
    entry = match.entry
    whole = entry_to_json(entry)
    values: dict[str, object] = {
        "id": entry.id,
        "subject_field": entry.subject_field,
        "kind": entry.kind.value,
        "match": match.match.value,
        "matched": match.matched.term,
        "matched_language": match.language,
        "matched_status": match.matched.status.value,
    }
    values |= {key: whole[key] for key in ("distinguish", "trap") if key in whole}
    if entry.valid:
        dates = {"from": entry.valid.from_, "to": entry.valid.to}
        values["valid"] = dates | {"successor": entry.valid.successor}
    values["terms"] = {code: _terms_json(entry, whole, code) for code in languages}
    definitions = {
        s.language: {"text": s.definition.text, "source": s.definition.source}
        for s in entry.languages
        if s.definition and s.language in languages
    }
    if definitions:
        values["definitions"] = definitions
    return values | {key: whole[key] for key in ("related", "compare", "note") if key in whole}


def _terms_json(
    entry: ConceptEntry, whole: dict[str, Any], language: str
) -> list[dict[str, object]]:
    sections = whole.get("languages", [])
    plain = [t for s in sections if s["language"] == language for t in s.get("terms", [])]
    return [_term_json(t, p) for t, p in zip(entry.terms(language), plain, strict=True)]


def _term_json(term: TermEntry, plain: dict[str, object]) -> dict[str, object]:
    always = {
        "term": term.term,
        "status": term.status.value,
        "type": term.type.value if term.type else None,
        "part_of_speech": term.part_of_speech.value if term.part_of_speech else None,
        "gender": term.gender.value if term.gender else None,
        "source": list(term.source),
        "attested": term.is_attested,
    }
    return {**always, **{key: value for key, value in plain.items() if key not in always}}


def _shown(match: Match, to: tuple[str, ...]) -> tuple[str, ...]:
    wanted = {*to, match.language} if to else set(LANGUAGE_ORDER)
    return tuple(code for code in LANGUAGE_ORDER if code in wanted)


def _print_text(found: LookUp, to: tuple[str, ...]) -> None:
    # Here and not above: JSON needs none of it.
    from vnru_terms.cli.entry_text import render_match

    for number, match in enumerate(found.matches):
        if number:
            click.echo()
        for line in render_match(found, match, languages=_shown(match, to), width=_width()):
            click.echo(line)


def _width() -> int:
    if not sys.stdout.isatty():
        return _WIDTH
    return min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((_WIDTH, 24)).columns))


def _say_nothing_found(query: str, from_: str | None) -> None:
    words = " ".join(bare_words(query))
    if not words:
        say(_("Nothing found: there is no word in the query."))
        return
    shown = " ".join("".join(c if c.isprintable() else " " for c in query).split())
    shown = shown if len(shown) <= _SHOWN_OF_QUERY else shown[:_SHOWN_OF_QUERY] + "…"
    say(_("Nothing found for “{query}”.").format(query=shown))
    say(
        _(
            "Tried: as typed, without diacritics, other forms, longer terms, the words in any "
            "order, typos."
        )
    )
    if from_:
        endonym = LANGUAGES[from_].endonym
        say(_("Only terms in this language (--from): {language}").format(language=endonym))
