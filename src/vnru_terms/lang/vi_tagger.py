"""What underthesea's tagger of parts of speech has to be told of a sentence's words.

The library makes 20 strings a word of what stands around it (`T[-1,0]=thăm Việt Nam`), copies them
to Python and back, and its model knows half of them. Here the strings that the model knows are
looked up in tables made from its own list of attributes, in the order of its templates, so that
the sums in the tagger are the same to the last digit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from vnru_terms.lang.crf import CrfModel, Template, parse_template
from vnru_terms.lang.vi_segmenter import is_title

Attributes = Callable[[Sequence[str]], list[list[str]]]
# The attributes of some joined words, one a template; empty where the model does not know it.
Names = tuple[str, ...]

_CACHED = 1 << 15
_REACH = 2
_WIDTHS = (1, 2, 3)


def attributes_of(model: CrfModel, templates: Iterable[str]) -> Attributes:
    """A function from the words of a sentence to the attributes of each that the model knows.

    ValueError where a template asks for something else than the words, their case or first letters.
    """
    asked = [parse_template(name) for name in templates]
    for template in asked:
        if template.function not in {"", "lower", "istitle"} or template.width not in _WIDTHS:
            raise ValueError(template.name)
        if not -_REACH <= template.first <= template.last <= _REACH:
            raise ValueError(template.name)
    groups = {width: [t for t in asked if t.width == width] for width in _WIDTHS}
    name = {width: _namer(model, group) for width, group in groups.items()}
    begin = {width: name[width]("BOS", edge=True) for width in _WIDTHS}
    end = {width: name[width]("EOS", edge=True) for width in _WIDTHS}
    picks = [(t.width, groups[t.width].index(t), t.first + _REACH) for t in asked]

    def attributes(words: Sequence[str]) -> list[list[str]]:
        n = len(words)
        named: dict[int, list[Names]] = {}
        for width in _WIDTHS:
            inner = [name[width](" ".join(words[i : i + width])) for i in range(n - width + 1)]
            padding = n + _REACH - len(inner)
            named[width] = [begin[width]] * _REACH + inner + [end[width]] * padding
        columns = [
            [names[place] for names in named[width][shift : shift + n]]
            for width, place, shift in picks
        ]
        return [[one for one in row if one] for row in zip(*columns, strict=True)]

    return attributes


def _namer(model: CrfModel, templates: Sequence[Template]) -> Callable[..., Names]:
    """A function from joined words to their attributes by these templates.

    `edge` asks for those of the beginning (BOS) or the end of the sentence (EOS).
    """
    none = ("",) * len(templates)
    place = {t.name: (i, t.function) for i, t in enumerate(templates)}
    tables: dict[str, dict[str, Names]] = {t.function: {} for t in templates}
    for attribute in model.states:
        template, _equals, value = attribute.partition("=")
        if template in place:
            i, function = place[template]
            row = tables[function].get(value, none)
            tables[function][value] = (*row[:i], attribute, *row[i + 1 :])

    def joined(rows: Iterable[Names]) -> Names:
        return tuple(max(names) for names in zip(*rows, strict=True))

    @lru_cache(maxsize=_CACHED)
    def name(text: str, *, edge: bool = False) -> Names:
        values = {"": text, "lower": text.lower(), "istitle": str(is_title(text))}
        return joined(
            table.get(text if edge else values[function], none)
            for function, table in tables.items()
        )

    if tables.keys() > {""}:
        return name
    # Few pairs and triples of words are in the model, and one look-up says so.
    plain = tables.get("", {})
    return lambda text, *, edge=False: plain.get(text, none)
