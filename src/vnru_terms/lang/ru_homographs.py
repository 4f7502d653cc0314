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
from vnru_terms.lang.ru import parses_of
from vnru_terms.lang.word_lists import entries

# The cells of a noun phrase: prepositional in both numbers; behind two, three, four.
_LOCATIVE = frozenset((5, 11))
PAUCAL = 12
_WITH_LOCATIVE = entries("в, во, на, о, об, обо, при, по")
_TWO_TO_FOUR = entries("""
два, две, три, четыре, оба, обе, полтора, полторы, двух, трех, четырех, обоих, обеих
""")
# Which cases a preposition governs, as places in CASES: 0 nominative … 5 prepositional.
_GOVERNMENT = {
    **dict.fromkeys(("без", "безо", "вне", "возле", "вокруг", "для", "до", "из", "из-за"), (1,)),
    **dict.fromkeys(("из-под", "изо", "кроме", "около", "от", "ото", "помимо", "после"), (1,)),
    **dict.fromkeys(("против", "ради", "сверх", "среди", "у", "вместо", "внутри", "ввиду"), (1,)),
    **dict.fromkeys(("к", "ко", "благодаря", "согласно", "вопреки", "навстречу"), (2,)),
    **dict.fromkeys(("про", "сквозь", "через"), (3,)),
    **dict.fromkeys(("над", "надо", "перед", "передо"), (4,)),
    **dict.fromkeys(("за", "под", "подо"), (3, 4)),
    **dict.fromkeys(("в", "во", "на", "о", "об", "обо"), (3, 5)),
    "между": (1, 4),
    "при": (5,),
    "по": (2, 3, 5),
    "с": (1, 3, 4),
    "со": (1, 3, 4),
}
# In small letters no title and no party to a treaty.
_COMMON = entries("папа, программа, сторона")
# What an adjective's ending says of the noun behind it: cells of the noun, and its gender.
_SINGULAR, _PLURAL = "masculine neuter", "plural"
_ENDINGS = (
    (("ого", "его"), _SINGULAR, (1, 3)),
    (("ому", "ему"), _SINGULAR, (2,)),
    (("ыми", "ими"), _PLURAL, (10,)),
    (("ых", "их"), _PLURAL, (7, 9, 11, 12)),
    (("ую", "юю"), "feminine", (3,)),
    (("ая", "яя"), "feminine", (0,)),
    (("ые", "ие"), _PLURAL, (6, 9)),
    (("ой",), "feminine", (1, 2, 4, 5)),
)


def rivals(recipe: Recipe) -> tuple[Rival, ...]:
    """Other words of the dictionary that have a form of a noun; of verbs too few to matter."""
    if len(recipe.tokens) != 1 or recipe.kind != "noun":
        return ()
    citation = {
        parse.normal_form
        for parse in parses_of(recipe.text.lower())
        if parse.tag.POS in ("NOUN", "ADJF", "PRTF") and "nomn" in parse.tag
    }
    found = {}
    for _cell, (form,) in recipe.spellings():
        if form in found:
            continue
        own, other, part = 0.0, 0.0, ""
        known: dict[str, bool] = {}
        for parse in parses_of(form.lower()):
            # Asking takes as long as parsing; of one spelling (ё or е) it is asked once.
            if parse.word not in known:
                known[parse.word] = bool(parse.is_known)
            if not known[parse.word]:
                continue
            if parse.normal_form in citation:
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
    titled = sight.term[:1].isupper() and sight.term.lower() in _COMMON
    if titled and sight.surface(sight.start).islower():
        return DOUBTFUL
    if _LOCATIVE.issuperset(sight.cells) and not _has_locative_preposition(sight):
        return NOT
    governed = _GOVERNMENT.get(sight.before())
    # баллотироваться в президенты
    into_rank = sight.before() == "в" and 6 in sight.cells
    if (
        governed
        and not into_rank
        and not any(cell % 6 in governed for cell in sight.cells if cell != PAUCAL)
    ):
        return NOT
    if sight.rival is None:
        return CERTAIN
    return _weigh_rival(sight, sight.rival, governed is not None)


def _weigh_rival(sight: Sight, rival: Rival, governed: bool) -> int:
    if rival.part_of_speech in ("PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRED"):
        return DOUBTFUL if rival.share < 0.5 else CERTAIN
    agrees = _agrees(sight)
    if rival.part_of_speech in ("INFN", "VERB", "GRND", "PRTS"):
        if governed or agrees:
            return CERTAIN
        if rival.part_of_speech == "GRND":
            return DOUBTFUL if _may_be_gerund(sight) else CERTAIN
        return CERTAIN if rival.share >= 0.5 else DOUBTFUL
    if agrees is False:
        return DOUBTFUL
    # In the plural an adjective fits both: спасательных судов.
    tells = agrees and not sight.before().endswith(("ых", "их", "ые", "ие", "ыми", "ими"))
    # The dictionary form is likelier meant: гидроэнергетика, not the гидроэнергетик's.
    enough = 0.3 if 0 in sight.cells else 0.5
    return CERTAIN if tells or rival.share >= enough else DOUBTFUL


def _agrees(sight: Sight) -> bool | None:
    """Whether an adjective before the noun fits a form of the term; None without an adjective."""
    before = sight.before()
    for endings, gender, cells in _ENDINGS:
        if len(before) > 4 and before.endswith(endings):
            fits = gender == _PLURAL or not sight.gender or sight.gender in gender
            return fits and not set(cells).isdisjoint(sight.cells)
    return None


def _may_be_gerund(sight: Sight) -> bool:
    """At the beginning of a clause, or before what a gerund takes: устав от перелёта."""
    after, before = sight.after(), sight.before()
    begins = not before[:1].isalnum()
    return after in ("от", "с", "за", "после", "и") or (begins and after.endswith(("ть", "ться")))


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
