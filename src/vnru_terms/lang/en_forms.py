"""English: the forms of a term, and one spelling for British and American.

A noun phrase inflects in its head: the last word before the first preposition, and so in each
coordinated phrase (ministries and agencies; heads of state, rules of procedure). A verb phrase
inflects in its first verb. The rules of the endings are those of R. Quirk et al., «A Comprehensive
Grammar of the English Language» (1985), sections 3.5-3.20 and 5.80-5.103; the irregular words are
those that occur in diplomatic English. Possessives and American spellings are folded by the key of
a word (`english_key`), so that they need no forms. Start at `english_recipes`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnru_terms.lang.en import IRREGULAR_PLURALS, british_spelling, lemmas
from vnru_terms.lang.recipe import Inflected, Phrase, Recipe, Token, split_phrase
from vnru_terms.lang.word_lists import entries

NOUN_LABELS = ("singular", "plural")
VERB_LABELS = ("infinitive", "third person", "past", "past participle", "-ing")

_PREPOSITIONS = frozenset(
    entries("""
about, after, against, among, as, at, before, between, by, concerning, during, for, from, in, into,
of, on, over, per, regarding, through, to, towards, under, upon, via, with, within, without
""")
)
_COORDINATION = frozenset(("and", "or", "&", "/", ","))
# General of an office stands behind its noun, or is the noun: consuls general, major generals.
_BEHIND = entries("general, plenipotentiary, extraordinary, designate, elect, resident")
_BOTH_INFLECT = frozenset((("state", "party"), ("minister", "counsellor")))
# Plurals whose singular is another word, or none.
_NO_SINGULAR = entries("""
affairs, arms, credentials, customs, earths, goods, headquarters, hostilities, means, minutes,
premises, proceedings, remittances, savings, thanks
""")
# Closed and open spellings of one word.
_OPEN = {
    word.replace(" ", ""): len(word.split()[0])
    for word in entries("""
air space, air strike, battle field, cease fire, counter measure, cyber attack, cyber crime, cyber
security, cyber space, flash point, good will, hot line, land mine, law maker, peace keeper, peace
keeping, peace making, policy maker, policy making, road map, round table, sea bed, share holder,
ship building, stake holder, sub committee, sub region, under secretary, war ship, water way, well
being
""")
}
_PLURALS: dict[str, tuple[str, ...]] = {
    "memorandum": ("memoranda", "memorandums"),
    "referendum": ("referendums", "referenda"),
    "forum": ("forums", "fora"),
    "ultimatum": ("ultimatums", "ultimata"),
    "curriculum": ("curricula", "curriculums"),
    "symposium": ("symposia", "symposiums"),
    "medium": ("media",),
    "persona": ("personae", "personas"),
    "alumnus": ("alumni",),
    "aide-memoire": ("aide-memoires", "aides-memoire"),
    "emeritus": ("emeriti",),
}
# Infinitive: third person, past, past participle, -ing; regular ones have no row.
_VERBS: dict[str, tuple[str, ...]] = {
    "be": ("is am are", "was were", "been", "being"),
    "have": ("has", "had", "had", "having"),
}
_IRREGULAR_PASTS = """
bear bore borne, become became become, begin began begun, bid bid bid, bind bound bound, break broke
broken, bring brought brought, build built built, buy bought bought, cast cast cast, choose chose
chosen, come came come, cut cut cut, deal dealt dealt, do did done, draw drew drawn, drive drove
driven, fall fell fallen, feel felt felt, fight fought fought, find found found, fly flew flown,
forbid forbade forbidden, freeze froze frozen, forgo forwent forgone, foresee foresaw foreseen, get
got got, give gave given, go went gone, grow grew grown, hear heard heard, hold held held, keep kept
kept, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let let let,
lose lost lost, make made made, mean meant meant, meet met met, overcome overcame overcome, oversee
oversaw overseen, pay paid paid, put put put, read read read, rise rose risen, run ran run, say said
said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook
shaken, show showed shown, sit sat sat, speak spoke spoken, spend spent spent, spread spread spread,
stand stood stood, strike struck struck, swear swore sworn, take took taken, teach taught taught,
tell told told, think thought thought, throw threw thrown, undergo underwent undergone, understand
understood understood, undertake undertook undertaken, uphold upheld upheld, win won won, withdraw
withdrew withdrawn, withhold withheld withheld, write wrote written
"""
for _row in _IRREGULAR_PASTS.split(","):
    _verb, _past, _participle = _row.split()
    _VERBS[_verb] = ("", _past, _participle, "")
# A consonant is doubled after a stressed vowel, in British spelling after -el, -al, -il too.
_DOUBLED = re.compile(
    r"(?:(?:m|h|^)it|fer|cur|pel|trol|stop|ban|plan|ship|step|(?:tra|ca|cha|cou|la|le|mo|pa|qua|to)"
    r"\w{0,4}el|signal|fulfil|enrol|equip|initial|commit|permit|admit|rebut|set|put|cut|get)$"
)
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")
_O_ES = frozenset(["veto", "embargo", "hero", "echo"])
_FE_VES = frozenset(["wife", "life", "half", "leaf", "knife", "shelf", "self", "wolf"])

# Spellings beside those of `british_spelling`, the other variant folded into the first one's.
_VARIANTS = {
    "license": "licence",
    "practise": "practice",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "advisor": "adviser",
    "dialog": "dialogue",
    "catalog": "catalogue",
    "maneuver": "manoeuvre",
    "gray": "grey",
    "aging": "ageing",
    "per cent": "percent",
    "ageing": "ageing",
    "skillful": "skilful",
    "instalment": "instalment",
    "installment": "instalment",
    "depositories": "depositaries",
}


def one_spelling(word: str) -> str:
    """A word in small letters in one spelling, British where they differ.

    >>> one_spelling("organizations"), one_spelling("advisors"), one_spelling("defense")
    ('organisations', 'advisers', 'defence')
    """
    plural = word.endswith("s") and word not in _VARIANTS
    stem = word[:-1] if plural else word
    return _VARIANTS[stem] + "s" * plural if stem in _VARIANTS else british_spelling(word)


def english_recipes(phrase: Phrase) -> tuple[Recipe, ...]:
    """The ways to say a term, with the forms of its head or its verb.

    >>> recipe, = english_recipes(Phrase("head of state", "noun"))
    >>> [" ".join(tokens) for _cell, tokens in recipe.spellings()]
    ['head of state', 'heads of state']
    >>> recipe, = english_recipes(Phrase("Ambassador Extraordinary and Plenipotentiary", "noun"))
    >>> " ".join(list(recipe.spellings())[1][1])
    'Ambassadors Extraordinary and Plenipotentiary'
    """
    recipes = []
    for text in dict.fromkeys((phrase.text, *phrase.forms)):
        tokens = split_phrase(text)
        if phrase.forms or not tokens:
            recipes.append(Recipe(text, tuple(tokens)))
        elif phrase.part_of_speech == "verb":
            recipes.append(_verb_phrase(text, tokens))
        elif phrase.part_of_speech == "noun" and not phrase.indeclinable:
            recipes.append(_noun_phrase(text, tokens, phrase.number))
        else:
            recipes.append(Recipe(text, tuple(tokens)))
    return tuple(both for recipe in recipes for both in _open_and_closed(recipe))


def _open_and_closed(recipe: Recipe) -> tuple[Recipe, ...]:
    """The recipe, and the same with one word as two: Viet Nam and Vietnam, good will."""
    tokens = list(recipe.tokens)
    for i, token in enumerate(tokens):
        cells = ((token,),) if isinstance(token, str) else token.cells
        word = next((cell[0] for cell in cells if cell), "")
        if word.lower() in _OPEN:
            cut = _OPEN[word.lower()]
            rest: Token = token[cut:] if isinstance(token, str) else ""
            if isinstance(token, Inflected):
                rest = Inflected(tuple(tuple(form[cut:] for form in cell) for cell in cells))
            other = (*tokens[:i], word[:cut], rest, *tokens[i + 1 :])
            return (recipe, Recipe(recipe.text, other, recipe.kind))
        if token == "Vietnam":
            other = (*tokens[:i], "Viet", "Nam", *tokens[i + 1 :])
            return (recipe, Recipe(recipe.text, other, recipe.kind))
        if token == "Viet" and tokens[i + 1 : i + 2] == ["Nam"]:
            other = (*tokens[:i], "Vietnam", *tokens[i + 2 :])
            return (recipe, Recipe(recipe.text, other, recipe.kind))
    return (recipe,)


def _noun_phrase(text: str, tokens: Sequence[str], number: str) -> Recipe:
    heads = _heads(tokens)
    words: list[Token] = list(tokens)
    for i in heads:
        # The talks are no talk, but of sovereign rights there may be one.
        only = number == "plural" and len(tokens) == 1
        cells = _numbers(tokens[i], number, only_plural=only)
        if i != heads[-1]:
            # Before a conjunction may stand half a compound: oil and gas industries.
            cells = tuple(tuple(dict.fromkeys((tokens[i], *cell))) for cell in cells)
        words[i] = Inflected(cells)
        if i and (tokens[i - 1].lower(), tokens[i].lower()) in _BOTH_INFLECT and i - 1 not in heads:
            first = tokens[i - 1]
            words[i - 1] = Inflected(((first,), (first, *plurals(first))))
        if tokens[i].lower() in _BEHIND:
            # consuls general, ambassadors extraordinary and plenipotentiary; and major generals
            at = _before_attributes(tokens, i)
            if at >= 0 and (at == i - 1 or at not in heads):
                words[at] = Inflected(((tokens[at],), (*plurals(tokens[at]), tokens[at])))
                behind = (tokens[i], *plurals(tokens[i])) if len(heads) == 1 else (tokens[i],)
                words[i] = Inflected(((tokens[i],), behind))
    if [token.lower() for token in tokens] == ["persona", "non", "grata"]:
        words = [
            Inflected((("persona",), ("personae", "personas"))),
            "non",
            Inflected((("grata",), ("gratae", "grata"))),
        ]
    return Recipe(text, tuple(words), "noun" if heads or len(words) != len(tokens) else "fixed")


def _before_attributes(tokens: Sequence[str], i: int) -> int:
    """The place of the noun that the attributes up to a place stand behind; -1 for none."""
    at = i
    while at >= 0 and tokens[at].lower() in _BEHIND | _COORDINATION:
        at -= 1
    return at


def _heads(tokens: Sequence[str]) -> list[int]:
    """The places of the words that take the plural."""
    heads = []
    last = -1
    for i, token in enumerate(tokens):
        word = token.lower()
        if word in _PREPOSITIONS or word.startswith(("d'", "d’")):
            break
        if not token[0].isalpha() and word not in _COORDINATION:
            break
        if word in _COORDINATION:
            if last >= 0:
                heads.append(last)
            last = -1
        else:
            last = i
    if last >= 0:
        heads.append(last)
    return heads


def _numbers(word: str, number: str, *, only_plural: bool) -> tuple[tuple[str, ...], ...]:
    """The singular and the plural of a noun that may stand in either."""
    singular = lemmas(word.lower())[0]
    is_plural = word.lower().endswith(("s", "men", "people", "media", "data")) and (
        singular != british_spelling(word.lower()) and not word.isupper()
    )
    if word.isupper() and len(word) > 1:
        return ((word,), (f"{word}s",))
    if word[:-1].isupper() and word.endswith("s"):
        return ((word[:-1],), (word,))
    if only_plural or word.lower() in _NO_SINGULAR or (is_plural and word.lower().endswith("ics")):
        return ((), (word,))
    if is_plural:
        return ((_like(singular, word),), (word,))
    if number == "singular":
        return ((word,), ())
    return ((word,), plurals(word))


def plurals(word: str) -> tuple[str, ...]:
    """The plurals of a noun, the usual one first; a compound with a preposition in its first word.

    >>> plurals("treaty"), plurals("ambassador-at-large"), plurals("memorandum")
    (('treaties',), ('ambassadors-at-large',), ('memoranda', 'memorandums'))
    """
    first, hyphen, rest = word.partition("-")
    lower = word.lower()
    if lower in _PLURALS:
        return tuple(_like(plural, word) for plural in _PLURALS[lower])
    if hyphen and rest.split("-")[0].lower() in (*_PREPOSITIONS, *_BEHIND):
        return tuple(f"{plural}-{rest}" for plural in plurals(first))
    if hyphen:
        start, _hyphen, last = word.rpartition("-")
        return tuple(f"{start}-{plural}" for plural in plurals(last))
    if lower in IRREGULAR_PLURALS:
        return (_like(IRREGULAR_PLURALS[lower], word),)
    if lower.endswith("man"):
        return (f"{word[:-3]}men",)
    if lower in _FE_VES:
        return (re.sub("fe?$", "ves", word),)
    return (_with_s(word, lower in _O_ES),)


def _with_s(word: str, es: bool = False) -> str:
    if _CONSONANT_Y.search(word.lower()):
        return f"{word[:-1]}ies"
    return f"{word}es" if es or _SIBILANT.search(word.lower()) else f"{word}s"


def _verb_phrase(text: str, tokens: Sequence[str]) -> Recipe:
    words: list[Token] = list(tokens)
    for i, token in enumerate(tokens):
        if not token.lower().endswith("ly") or token.lower() in (
            "apply",
            "comply",
            "rely",
            "reply",
        ):
            words[i] = Inflected(conjugation(token))
            break
    return Recipe(text, tuple(words), "verb")


def conjugation(verb: str) -> tuple[tuple[str, ...], ...]:
    """Infinitive, third person, past, past participle and -ing of a verb.

    >>> conjugation("commit")
    (('commit',), ('commits',), ('committed',), ('committed',), ('committing',))
    >>> [cell[0] for cell in conjugation("co-chair")][2:], conjugation("undertake")[3]
    (['co-chaired', 'co-chaired', 'co-chairing'], ('undertaken',))
    """
    start, hyphen, last = verb.rpartition("-")
    base = last.lower()
    if base not in _VERBS and base[:2] == "re" and base[2:] in _VERBS:
        start, hyphen, base = f"{start}{hyphen}re", "", base[2:]
    third, past, participle, ing = _VERBS.get(base, ("", "", "", ""))
    regular = _with_s(base), _with_ed(base), _with_ed(base), _with_ing(base)
    cells = [base, third or regular[0], past or regular[1], participle or regular[2]]
    cells.append(ing or regular[3])
    return tuple(tuple(f"{start}{hyphen}{form}" for form in cell.split()) for cell in cells)


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _CONSONANT_Y.search(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _DOUBLED.search(verb) else f"{verb}ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _DOUBLED.search(verb) else f"{verb}ing"


def _like(form: str, model: str) -> str:
    """A form with the capital of its model."""
    return form.capitalize() if model[:1].isupper() else form
