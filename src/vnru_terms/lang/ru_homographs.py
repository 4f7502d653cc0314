"""Russian: whether a word that is spelled like a form of a term is that term in its sentence.

`rivals` is asked when the forms are made and needs the dictionary: which forms of a one-word term
are forms of other words too, and how likely they are the term's (the dictionary's counts over
OpenCorpora's disambiguated texts). `weigh` is asked of every match of such a form and of a few
others, and needs neighbours only: the prepositional case wants a preposition, a preposition wants a
noun, an adjective agrees, a counted noun has its numeral.
"""

from __future__ import annotations

from vnru_terms.lang.homographs import CERTAIN, DOUBTFUL, NOT, Rival, Sight
from vnru_terms.lang.recipe import Recipe
from vnru_terms.lang.ru_paradigm import parses_of
from vnru_terms.lang.word_lists import entries

# The cells of a noun phrase: prepositional in both numbers; behind two, three, four.
_LOCATIVE = frozenset((5, 11))
PAUCAL = 12
_WITH_LOCATIVE = entries("в, во, на, о, об, обо, при, по")
_PREPOSITIONS = entries("""
без, безо, в, вне, во, возле, вокруг, для, до, за, из, из-за, из-под, изо, к, ко, кроме, между, на,
над, надо, о, об, обо, около, от, ото, перед, передо, по, под, подле, подо, помимо, после, при, про,
против, ради, с, сверх, со, среди, у, через
""")
_TWO_TO_FOUR = entries("""
два, две, три, четыре, оба, обе, полтора, полторы, двух, трех, четырех, обоих, обеих
""")
_MASCULINE_ENDINGS = ("ого", "его", "ому", "ему", "ым", "им", "ый", "ий")
_FEMININE_ENDINGS = ("ой", "ей", "ую", "юю", "ая", "яя")
_VOWELS = "аеиоуыэюя"
_SUBJECTS = entries("они, мы, вы, которые, все, это, эти, те, многие, некоторые")


def rivals(recipe: Recipe) -> tuple[Rival, ...]:
    """Other words of the dictionary that have a form of a noun; of verbs too few to matter."""
    if len(recipe.tokens) != 1 or recipe.kind != "noun":
        return ()
    citation = recipe.text.lower().replace("ё", "е")
    found = {}
    for _cell, (form,) in recipe.spellings():
        if form in found:
            continue
        own, other, part = 0.0, 0.0, ""
        for parse in parses_of(form.lower()):
            if not parse.is_known:
                continue
            normal = parse.normal_form.replace("ё", "е")
            if normal == citation and parse.tag.POS == "NOUN":
                own += parse.score
            else:
                part = part or str(parse.tag.POS or "")
                other += parse.score
        if own and other > own / 2:
            found[form] = Rival(form, part, round(own / (own + other), 2))
    return tuple(found.values())


def weigh(sight: Sight) -> int:
    """See `lang.homographs`."""
    if sight.kind != "noun":
        return CERTAIN if sight.rival is None or sight.rival.share >= 0.5 else DOUBTFUL
    if set(sight.cells) == {PAUCAL} and not _counted(sight):
        return NOT
    if sight.end - sight.start > 1:
        return CERTAIN
    if _LOCATIVE.issuperset(sight.cells) and not _has_locative_preposition(sight):
        return NOT
    if sight.rival is None:
        return CERTAIN
    return _weigh_rival(sight, sight.rival)


def _weigh_rival(sight: Sight, rival: Rival) -> int:
    before = sight.before()
    if rival.part_of_speech in ("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRED"):
        return DOUBTFUL if rival.share < 0.5 else CERTAIN
    if rival.part_of_speech in ("INFN", "VERB", "GRND", "PRTS"):
        if before in _PREPOSITIONS:
            return CERTAIN
        if rival.part_of_speech == "GRND":
            return DOUBTFUL if sight.after() in ("от", "с", "за", "после") else CERTAIN
        if rival.share >= 0.5:
            return CERTAIN
        # A plural verb has no singular noun before it: ввоз стали, but народы стали.
        single = before[-1:] not in _VOWELS or before.endswith(("ство", "ние", "тие"))
        plural_verb = sight.keys[sight.start].endswith("ли")
        known = before.isalpha() and before not in _SUBJECTS and len(before) > 3
        return CERTAIN if plural_verb and single and known else DOUBTFUL
    if not _agrees(before, sight.gender):
        return DOUBTFUL
    return CERTAIN if rival.share >= 0.5 else DOUBTFUL


def _agrees(before: str, gender: str) -> bool:
    if len(before) < 4:
        return True
    wrong = _FEMININE_ENDINGS if gender == "masculine" else _MASCULINE_ENDINGS
    return gender not in ("masculine", "feminine") or not before.endswith(wrong)


def _has_locative_preposition(sight: Sight) -> bool:
    """A preposition right before, or with up to three words between: на недавнем очередном …"""
    for distance in range(1, 5):
        key = sight.before(distance)
        if key in _WITH_LOCATIVE:
            return True
        if not key[:1].isalnum() and key not in (",",):
            return False
    return False


def _counted(sight: Sight) -> bool:
    for distance in range(1, 4):
        key = sight.before(distance)
        if key in _TWO_TO_FOUR:
            return True
        if key.isdigit():
            return key[-1] in "234" and key[-2:-1] != "1"
    return False
