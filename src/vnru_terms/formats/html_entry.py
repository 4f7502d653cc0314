"""A concept entry as an article of the web page: the languages side by side, then what is told."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from vnru_terms.formats.columns import value_label
from vnru_terms.formats.format import Selection, printable, ranked
from vnru_terms.lang import LANGUAGES
from vnru_terms.messages import _, current_language
from vnru_terms.model import ConceptEntry, Kind, Status, TermEntry


def entry_html(entry: ConceptEntry, selection: Selection, heads: Mapping[str, str]) -> str:
    """The article; `heads` gives the terms under which other concepts are found, by id."""
    ui = current_language()
    subject = selection.settings.subject_label(entry.subject_field, ui)
    kind = "" if entry.kind in (Kind.TERM, Kind.NAME) else f", {value_label(entry.kind, ui)}"
    columns = "".join(_language(entry, language) for language in selection.languages)
    told = "".join(_told(entry, selection, heads))
    more = "".join(f"<p>{line}</p>" for line in _more(entry, selection, heads))
    details = f"<details><summary>{_text(_('more'))}</summary>{more}</details>" if more else ""
    names = f'id="{_text(entry.id)}" data-subject="{_text(entry.subject_field)}"'
    return (
        f'<article {names} tabindex="-1">'
        f'<div class="head"><div class="languages">{columns}</div>'
        f'<span class="subject">{_text(subject + kind)}</span></div>{told}{details}</article>\n'
    )


def _language(entry: ConceptEntry, language: str) -> str:
    lines = "".join(_term(term, language) for term in ranked(entry.terms(language)))
    return f'<div lang="{language}">{lines}</div>'


def _term(term: TermEntry, language: str) -> str:
    ui = current_language()
    style = {Status.PREFERRED: "best", Status.ADMITTED: "also"}.get(term.status, "unwanted")
    marks = LANGUAGES[language].marks
    grammar = [term.gender.value if term.gender else "", term.number.value if term.number else ""]
    grammar.append("indeclinable" if term.indeclinable else "")
    told = [marks.get(value, "") for value in grammar]
    told += [term.government, term.pair]
    told += [value_label(usage, ui) for usage in term.usage]
    if term.type:
        told.append(value_label(term.type, ui))
    if not term.is_permitted:
        told.append(value_label(term.status, ui))
        told.append(value_label(term.reason, ui) if term.reason else "")
    beside = ", ".join(filter(None, told))
    small = f' <span class="grammar">{_text(beside)}</span>' if beside else ""
    note = f' <span class="side">{_text(term.note)}</span>' if term.note else ""
    return (
        f'<p class="{style}"><bdi class="term">{_text(printable(term.term))}</bdi>{small}{note}</p>'
    )


def _told(entry: ConceptEntry, selection: Selection, heads: Mapping[str, str]) -> Iterator[str]:
    """What a translator must see at once."""
    if entry.distinguish:
        yield f'<p class="told distinguish">{_text(entry.distinguish)}</p>'
    if entry.trap:
        yield f'<p class="told trap">⚠ {_text(entry.trap)}</p>'
    if entry.valid:
        span = f"{entry.valid.from_} – {entry.valid.to}".strip()
        told = _text(_("in force: {span}").format(span=span))
        next_one = entry.valid.successor
        link = f" → {_link(next_one, heads)}" if next_one else ""
        yield f'<p class="told">{told}{link}</p>'
    for language in selection.languages:
        section = entry.section(language)
        if section and section.definition:
            source = section.definition.source
            cited = f" ({_source(source)})" if source else ""
            text = _text(section.definition.text)
            yield f'<p class="told" lang="{language}">{text}{cited}</p>'


def _more(entry: ConceptEntry, selection: Selection, heads: Mapping[str, str]) -> Iterator[str]:
    """Collocations, contexts, sources, notes, links."""
    terms = [(code, t) for code in selection.languages for t in ranked(entry.terms(code))]
    for collocation in dict.fromkeys(c for _code, term in terms for c in term.collocations):
        sides = [(code, getattr(collocation, code)) for code in selection.languages]
        yield " – ".join(f'<span lang="{c}">{_text(text)}</span>' for c, text in sides if text)
    for code, term in terms:
        if term.context:
            source = f" ({_source(term.context.source)})" if term.context.source else ""
            yield f'<q lang="{code}">{_text(term.context.text)}</q>{source}'
    for _code, term in terms:
        if term.source:
            cited = ", ".join(map(_source, term.source))
            yield f"{_text(term.term)}: {cited}"
        if term.see:
            yield f"{_text(term.term)} → {_text(', '.join(term.see))}"
    if entry.note:
        yield _text(entry.note)
    named = [id for id in (*entry.related, *entry.compare) if id in heads]
    if named:
        links = (_link(id, heads) for id in dict.fromkeys(named))
        yield f"{_text(_('Compare'))}: {' · '.join(links)}"


def _link(id: str, heads: Mapping[str, str]) -> str:
    """A link to another entry of the page, or its bare id where it is not there."""
    return f'<a href="#{_text(id)}">{_text(heads[id])}</a>' if id in heads else _text(id)


def _source(source: str) -> str:
    """An address as a link that shows its host, anything else as it is."""
    if source.startswith(("https://", "http://")):
        try:
            host = urlsplit(source).hostname
        except ValueError:
            host = None
        if host:
            return f'<a href="{_text(source)}" rel="noreferrer">{_text(host)}</a>'
    return _text(source)


def _text(text: str) -> str:
    return html.escape(text)
