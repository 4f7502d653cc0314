"""A concept entry as text for a terminal: what a translator needs first comes first.

In order: the head, in the language that was asked; why it was found, and what to use where it must
not be used; the equivalents with gender and government; what tells the concept from its homonyms
(before the equivalents where there are several in the answer), the trap; collocations; variants; a
context in each language; definition; related concepts; evidence. `render_entry` gives the whole,
`render_row` one line. Lines are wrapped with hanging indents; width is counted in columns.
"""

from __future__ import annotations

from vnru_terms.messages import _
from vnru_terms.quick.words import (
    WHY,
    deprecated_text,
    is_attested,
    is_permitted,
    status_of,
    term_text,
)
from vnru_terms.text.columns import display_width, wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

# Where equivalents begin: two spaces, a language's code, two spaces.
_INDENT = 6
_SIDE_USAGES = {"vn": ("vn-side", "ru-side"), "ru": ("ru-side", "vn-side")}


class Page:
    """What the lines of one entry share: the entry, why it was found, and how it is shown.

    `values` is the entry as the index keeps it, under `number`; `language` and `position` name the
    term that was found; `languages` are those to show; `heads` gives the head terms of the concepts
    that the entry names; `marks` abbreviates grammar by language; `homonyms` says that the answer
    holds others of the same name; `in_force` is what a date (`--on`) says, None where none was
    given.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        *,
        kind: str,
        language: str,
        position: int,
        languages: Sequence[str],
        number: int = 0,
        part: str = "",
        heads: Mapping[str, str] | None = None,
        subject: str = "",
        marks: Mapping[str, Mapping[str, str]] | None = None,
        width: int = 80,
        colour: bool = False,
        side: str | None = None,
        homonyms: bool = False,
        in_force: bool | None = None,
        on: str = "",
    ) -> None:
        self.values = values
        self.number = number
        self.kind = kind
        self.language = language
        self.sections = {
            section["language"]: section
            for section in values.get("languages", ())
            if section["language"] in languages
        }
        found = next(s for s in values["languages"] if s["language"] == language)
        self.matched = found["terms"][position]
        # JSON names every language that was wanted, found or not.
        self.wanted = tuple(languages)
        self.languages = [code for code in languages if code in self.sections]
        self.part = part
        self.heads = heads or {}
        self.subject = subject
        self._marks = marks or {}
        self.width = width
        self.colour = colour
        self.side = side
        self.homonyms = homonyms
        self.in_force = in_force
        self.on = on
        # Whether stress marks are shown (`lookup --stress`).
        self.stress = False
        # The paradigms (`lookup --forms`): lines for the text, values for JSON.
        self.forms: list[str] = []
        self.forms_values: dict[str, dict[str, list[str]]] | None = None
        self.head_language, self.head = self._head()

    def terms(self, language: str) -> list[dict[str, Any]]:
        """The terms of a language; those of the chosen side first, those of the other last."""
        found: list[dict[str, Any]] = list(self.sections.get(language, {}).get("terms", ()))
        if self.side:
            mine, others = _SIDE_USAGES[self.side]
            found.sort(key=lambda t: _side_rank(t.get("usage", ()), mine, others))
        return found

    def marks(self, language: str) -> Mapping[str, str]:
        """The abbreviations of a language's grammar."""
        return self._marks.get(language, {})

    def term_text(self, term: Mapping[str, Any], language: str) -> str:
        """A term of a language with what one must know to use it."""
        return term_text(term, self.marks(language), stress=self.stress)

    def deprecated_text(self, term: Mapping[str, Any], language: str) -> str:
        """A term of a language that is not to be used, with the reason."""
        return deprecated_text(term, self.marks(language))

    def style(self, text: str, code: str) -> str:
        """The text in bold (1) or dim (2) where the terminal shows it."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def _head(self) -> tuple[str, dict[str, Any]]:
        """The preferred term of the language that was asked, else of the first that has one."""
        for code in (self.language, *self.languages):
            for term in self.terms(code):
                if status_of(term) == "preferred":
                    return code, term
        return self.language, self.matched


def render_entry(page: Page) -> list[str]:
    """The lines of one entry."""
    lines = [*_head(page), *_why_found(page), *_validity(page)]
    distinguish = _distinguish(page)
    if page.homonyms:
        lines += distinguish
    lines += [*_equivalents(page), *page.forms]
    if not page.homonyms:
        lines += distinguish
    values = page.values
    return [
        *lines,
        *_labelled(page, _("Trap:"), values.get("trap", "")),
        *_collocations(page),
        *_variants(page),
        *_contexts(page),
        *_definitions(page),
        *_named(page, _("See also:"), values.get("related", ())),
        *_named(page, _("Compare:"), values.get("compare", ())),
        *_labelled(page, _("Note:"), values.get("note", "")),
        *_evidence(page),
    ]


def render_row(page: Page) -> list[str]:
    """One entry in one line, or as few as hold it: the head and its equivalents."""
    texts = [page.head["term"]]
    matched = page.matched
    if not is_permitted(matched):
        texts[0] += " ← " + _("not to be used: {term}").format(term=matched["term"])
    elif matched["term"] != page.head["term"]:
        texts[0] += f" ({matched['term']})"
    for code in page.languages:
        if code != page.head_language:
            preferred = (t for t in page.terms(code) if status_of(t) == "preferred")
            texts += [term["term"] for term in list(preferred)[:1]]
    first, *rest = wrapped(" — ".join(texts), page.width, first="  ", indent=_INDENT)
    if first.startswith(f"  {texts[0]}"):
        first = "  " + page.style(texts[0], "1") + first[2 + len(texts[0]) :]
    return [first, *rest]


def _head(page: Page) -> list[str]:
    text = page.term_text(page.head, page.head_language)
    lines = wrapped(text, page.width, indent=_INDENT)
    gap = page.width - display_width(lines[-1]) - display_width(page.subject)
    styled = [page.style(line, "1") for line in lines]
    if not page.subject:
        return styled
    if gap >= 2:
        return [*styled[:-1], styled[-1] + " " * gap + page.style(page.subject, "2")]
    pad = " " * max(0, page.width - display_width(page.subject))
    return [*styled, page.style(pad + page.subject, "2")]


def _labelled(page: Page, label: str, text: str, code: str = "") -> list[str]:
    if not text:
        return []
    first = f"  {label} "
    lines = wrapped(text, page.width, first=first, indent=min(_INDENT, len(first)))
    return [page.style(line, code) for line in lines] if code else lines


def _distinguish(page: Page) -> list[str]:
    text = page.values.get("distinguish", "")
    return wrapped(f"({text})", page.width, first="  ", indent=3) if text else []


def _why_found(page: Page) -> Iterator[str]:
    term = page.matched["term"]
    why = _(WHY[page.kind]) if page.kind in WHY else ""
    if page.part:
        part = _("“{words}” in the query").format(words=page.part)
        why = f"{part}; {why}" if why else part
    if why:
        shown = why if term == page.head["term"] else f"{term} ({why})"
        yield from _labelled(page, _("Found:"), shown, "2")
    if is_permitted(page.matched):
        return
    better = page.head["term"] if page.head is not page.matched else ""
    if status_of(page.matched) == "deprecated":
        text = _("“{term}” is not to be used.").format(term=term)
    else:
        text = _("“{term}” is superseded.").format(term=term)
    if better and page.head_language == page.language:
        text += " " + _("Use: {term}").format(term=better)
    yield from _labelled(page, "!", text, "1")


def _validity(page: Page) -> Iterator[str]:
    valid = page.values.get("valid")
    if not valid:
        return
    parts = []
    if "from_" in valid:
        parts.append(_("from {date}").format(date=valid["from_"]))
    if "to" in valid:
        parts.append(_("to {date}").format(date=valid["to"]))
    if "successor" in valid:
        successor = page.heads.get(valid["successor"], valid["successor"])
        parts.append(_("now: {term}").format(term=successor))
    yield from _labelled(page, _("Valid:"), ", ".join(parts))
    if page.in_force is False:
        yield from _labelled(page, "!", _("Not in force on {date}.").format(date=page.on), "1")


def _equivalents(page: Page) -> Iterator[str]:
    for code in page.languages:
        preferred = [t for t in page.terms(code) if status_of(t) == "preferred"]
        shown = [page.term_text(t, code) for t in preferred if t is not page.head]
        if shown:
            first = f"  {code:<{_INDENT - 4}}  "
            yield from wrapped("; ".join(shown), page.width, first=first, indent=_INDENT)


def _variants(page: Page) -> Iterator[str]:
    """The other terms by language and status; what must not be used comes last."""
    for code in page.languages:
        rest = [t for t in page.terms(code) if t is not page.head]
        first = f"  {code:<{_INDENT - 4}}  "
        for status, label, shown, style in (
            ("admitted", _("also:"), page.term_text, ""),
            ("superseded", _("superseded:"), page.term_text, ""),
            ("deprecated", _("do not use:"), page.deprecated_text, "2"),
        ):
            texts = [shown(term, code) for term in rest if status_of(term) == status]
            if texts:
                begin = f"{first}{label} "
                lines = wrapped("; ".join(texts), page.width, first=begin, indent=_INDENT)
                yield from (page.style(line, style) if style else line for line in lines)
                first = " " * _INDENT


def _collocations(page: Page) -> Iterator[str]:
    order = [page.head_language, *(code for code in page.languages if code != page.head_language)]
    rows = [
        " — ".join(phrase[code] for code in order if phrase.get(code))
        for code in page.sections
        for term in page.terms(code)
        for phrase in term.get("collocations", ())
    ]
    for row in dict.fromkeys(rows):
        yield from _labelled(page, "•", row)


def _contexts(page: Page) -> Iterator[str]:
    """One in each language: a pair shows how the equivalent stands in its sentence."""
    for code in page.languages:
        for term in page.terms(code):
            if "context" in term:
                context = term["context"]
                label = _("Context ({language}):").format(language=code)
                text = f"“{context['text']}”" + _source(context)
                yield from _labelled(page, label, text)
                break


def _definitions(page: Page) -> Iterator[str]:
    for code in page.languages:
        definition = page.sections[code].get("definition")
        if definition:
            label = _("Definition ({language}):").format(language=code)
            yield from _labelled(page, label, definition["text"] + _source(definition))


def _source(value: Mapping[str, str]) -> str:
    return f" [{value['source']}]" if value.get("source") else ""


def _named(page: Page, label: str, ids: Sequence[str]) -> list[str]:
    # A homonym is told from the entry itself by its id.
    heads = {id: page.heads.get(id, id) for id in ids}
    own = {term["term"] for code in page.sections for term in page.terms(code)}
    shown = [f"{head} ({id})" if head in own else head for id, head in heads.items()]
    return _labelled(page, label, "; ".join(shown))


def _evidence(page: Page) -> list[str]:
    """The entry's id, and in which languages its permitted terms have a source."""
    whole: list[str] = []
    partly: list[str] = []
    none: list[str] = []
    for code in page.languages:
        known = [is_attested(term) for term in page.terms(code) if is_permitted(term)]
        if known:
            (whole if all(known) else partly if any(known) else none).append(code)
    labels = ((_("attested:"), whole), (_("partly:"), partly), (_("unsourced:"), none))
    shown = [f"{label} {', '.join(codes)}" for label, codes in labels if codes]
    text = " · ".join([page.values["id"], *shown])
    return [page.style(line, "2") for line in wrapped(text, page.width, first="  ", indent=_INDENT)]


def _side_rank(usage: Sequence[str], mine: str, others: str) -> int:
    return 0 if mine in usage else 2 if others in usage else 1
