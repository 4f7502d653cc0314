"""What mining has to know of Vietnamese: the analyser, the word lists, the press's markers.

`MINING` is the frozen record that the miner gets as an argument. `Analyser` is the small protocol
behind which the word segmenter and tagger stand; `underthesea_analyser` is the one implementation.
underthesea rewrites tokens (Uỷ becomes Ủy), so places are found again by counting letters; its
recogniser of names and its `fixed_words` are not used (the one finds a fifth of the names, the
other leaks into later calls), nor its `pos_tag`, whose 2023 model works for a single call only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from vnru_terms import extras
from vnru_terms.lang import vi_lists as lists
from vnru_terms.lang.vi import tone_key
from vnru_terms.text.body import BodyMarkers
from vnru_terms.text.normalise import DASHES


class Word(NamedTuple):
    """A word of a sentence: its range, and its part of speech in the tag set of VLSP 2013.

    N noun, Np name, V verb, A adjective, E preposition, C conjunction, R adverb, P pronoun,
    L determiner, M numeral, CH mark; X where the analyser could not be followed.
    """

    start: int
    end: int
    tag: str


class Analyser(Protocol):
    """Splits one sentence into words, in order, with places in the sentence as given."""

    def __call__(self, sentence: str) -> Sequence[Word]: ...


@dataclass(frozen=True, slots=True)
class MiningLanguage:
    """A language as the miner sees it; the word lists are folded by `key`."""

    code: str
    key: Callable[[str], str]
    analyser: Callable[[], Analyser]
    markers: BodyMarkers
    abbreviations: dict[str, str]
    function_words: frozenset[str]
    links: frozenset[str]
    determiners: frozenset[str]
    classifiers: frozenset[str]
    not_first: frozenset[str]
    not_last: frozenset[str]
    not_alone: frozenset[str]
    light_verbs: frozenset[str]
    evaluative: frozenset[str]
    proper_institutions: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    events: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    addresses: frozenset[str]
    surnames: frozenset[str]
    countries: frozenset[str]
    country_bearers: frozenset[str]
    units: frozenset[str]
    formants: frozenset[str]
    weak_formants: frozenset[str]
    weak_first: frozenset[str]
    state_forms: frozenset[str]
    levels: frozenset[str]
    name_tails: frozenset[str]
    name_stops: frozenset[str]
    transparent: frozenset[str]
    event_classifiers: frozenset[str]
    suffixes: frozenset[str]
    office_complements: frozenset[str]
    complete_institutions: frozenset[str]
    is_native_syllable: Callable[[str], bool]
    set_words: frozenset[str]
    regions: frozenset[str]
    formulas: tuple[re.Pattern[str], ...]
    fold_variants: Callable[[str], str]


# Headings that open related news, comments or other parts of the page; whole lines.
_END_HEADINGS = (
    r"(?:đọc|xem) (?:thêm|nhiều|tiếp)",
    r"mới (?:nhất|cập nhật)",
    r"nổi bật",
    r"multimedia",
    r"video",
    r"(?:các )?tin(?: tức)?(?: bài)? (?:liên quan|khác|mới|mới nhất|nóng|đọc nhiều)",
    r"tin cùng chuyên mục",
    r"(?:các )?bài(?: viết)? (?:liên quan|khác|mới|cùng chuyên mục|đọc nhiều)",
    r"cùng chuyên mục",
    r"chủ đề",
    r"từ khóa",
    r"tags?",
    r"bình luận",
    r"ý kiến bạn đọc",
    r"gửi bình luận",
    r"có thể bạn quan tâm",
    r"chia sẻ bài viết",
    r"bản quyền thuộc về",
    r"liên hệ quảng cáo",
    r"phiên bản di động",
)
_END = re.compile(
    rf"^(?:{'|'.join(_END_HEADINGS)})\s*[:.…>»]*(?:\s*\(\d+\))?$|^(?:từ khóa|tags?|chủ đề)\s*:",
    re.IGNORECASE,
)
# Menus, follow-us lines, sources and signatures of agencies; whole lines.
_AROUND_LINES = (
    r"trang chủ\b.*",
    r"theo dõi .{0,60} trên.*",
    r"\(?(?:theo|nguồn\s*:)\s*(?!.*[,.;]\s).{0,50}",
    r"tác giả\s*:.{0,60}",
    r"(?:bài|ảnh|bài và ảnh|thực hiện|biên tập|clip|video)\s*:.{0,60}",
    r"(?:\w+ ){1,3}\w+ \(tổng hợp\)",
    r"pv|\(?ttxvn\)?",
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*,.{0,40}\d{4}.*",
    r"(?:đăng nhập|google news|in bài|lưu bài|cỡ chữ|nghe (?:đọc )?bài).*",
    r"chia sẻ(?: bài viết| facebook| zalo)?",
    r"a[-+](?: a[-+])?",
    r"(?:©|copyright|giấy phép (?:số|xuất bản)|số giấy phép|tổng biên tập|hotline|email\s*:).*",
)
_AROUND = re.compile(rf"^(?:{'|'.join(_AROUND_LINES)})$", re.IGNORECASE)
_CAPTION = re.compile(
    r"[(\[]\s*(?:ảnh|nguồn|nguồn ảnh|minh họa|photo|source)\b|(?:^|\s)ảnh\s*:", re.IGNORECASE
)
_LETTERS = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)

# A Vietnamese syllable without its tone: onset, then a nucleus of one to three vowels, then a coda.
_ONSET = "ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "uyê|uya|uyu|oai|oay|oeo|uây|uôi|ươi|ươu|iêu|yêu|iê|yê|ươ|uô|uâ|uê|uy|uơ|oa|oă|oe|ai|ao|au|ay|âu"
    "|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"^(?:{_ONSET})?(?:{_NUCLEUS})(?:ng|nh|ch|[cmnpt])?$")


@cache
def is_native_syllable(syllable: str) -> bool:
    """Whether a syllable is spelt as Vietnamese ones are; `Putin` and `BRICS` are not.

    >>> is_native_syllable("Nghiêng"), is_native_syllable("Sergey")
    (True, False)
    """
    bare = re.sub(r"\d+$", "", tone_key(syllable))
    return bool(_SYLLABLE.match(bare))


# Set formulas of communiqués, as patterns of general words.
FORMULAS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # an invitation followed or accepted
        r"\b(?:theo|nhận|đáp)(?: lại)? lời mời(?: chính thức)? của\b",
        # what both sides are interested in
        r"\bvấn đề [^,.;]{0,30}\bcùng quan tâm\b",
        # reciprocity: a verb or adjective of two syllables and `lẫn nhau`
        r"\b(?!(?:và|với|cho|ủng hộ và) )[^\W\d_]+ [^\W\d_]+ lẫn nhau\b",
        # on behalf of; in the capacity of
        r"\b(?:thay mặt|nhân danh)(?= [^\W\d_])",
        r"\b(?:trên|với) (?:cương vị|tư cách)\b",
        # a spirit or an atmosphere of talks
        r"(?<=\btrong không khí )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
        r"(?<=\btrên tinh thần )[^,.;]+, [^,.;]+? và (?:[^\W\d_]+ ){0,1}[^\W\d_]+\b",
        # what is mutual, and which parties are meant
        r"\bcùng có [^\W\d_]+\b",
        r"\bcác bên (?!đã|sẽ|đều|cùng|cần)[^\W\d_]+ [^\W\d_]+(?=[.,;]|$)",
        # to take one thing as the measure of another
        r"\blấy (?:[^\W\d_]+ ){1,3}làm [^\W\d_]+ [^\W\d_]+\b",
    )
)

_ABBREVIATION = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(lists.ABBREVIATIONS, key=len, reverse=True)) + r")\b\.?(?= )",
    re.IGNORECASE,
)


@lru_cache(maxsize=65536)
def fold_variants(text: str) -> str:
    """The key under which the variants of a term are counted together.

    Case, tone placement and dashes are folded, abbreviations written out:

    >>> fold_variants("LB. Nga") == fold_variants("Liên bang Nga")
    True
    """
    written_out = _ABBREVIATION.sub(
        lambda m: lists.ABBREVIATIONS[m.group().rstrip(".").lower()], text
    )
    return tone_key(written_out)


@cache
def _countries() -> frozenset[str]:
    """Short names of countries and cities: CLDR's territories, and our own short forms.

    CLDR lists Liên hợp quốc and Liên Minh Châu Âu as territories; they are institutions.
    """
    from babel import Locale

    names = {
        re.sub(r"\s*\(.*\)", "", str(name))
        for code, name in Locale("vi").territories.items()
        if len(code) == 2 and code not in {"UN", "EU", "EZ", "XA", "XB", "ZZ", "QO"}
    }
    return _folded(frozenset(names) | lists.COUNTRY_SHORT_FORMS | lists.CITIES)


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(tone_key(w) for w in words)


@cache
def underthesea_analyser() -> Analyser:
    """underthesea's segmenter with its part-of-speech model of 2023, both from the wheel."""
    underthesea = extras.need("mine", "underthesea")
    tagging = extras.need("mine", "underthesea.models.fast_crf_sequence_tagger")
    tagger: Any = tagging.FastCRFSequenceTagger()
    models = Path(str(underthesea.__file__)).parent / "pipeline" / "pos_tag" / "models"
    tagger.load(str(models / "pos_crf_vlsp2013_20230303"))

    def analyse(sentence: str) -> Sequence[Word]:
        spaced = _space_hyphens(sentence)
        tokens = [str(t) for t in underthesea.word_tokenize(spaced, use_token_normalize=False)]
        if not tokens:
            return ()
        tags = [str(t).rpartition("-")[2] for t in tagger.predict([[t] for t in tokens])]
        return _placed(sentence, tokens, tags)

    return analyse


_HYPHEN = re.compile(rf"(?<=\w)[{re.escape(DASHES)}](?=\w)")


def _space_hyphens(sentence: str) -> str:
    """Nam-Liên would be one word to the segmenter; with spaces it is two."""
    return _HYPHEN.sub(lambda m: f" {m.group()} ", sentence)


def _placed(sentence: str, tokens: Sequence[str], tags: Sequence[str]) -> tuple[Word, ...]:
    """Tokens with their places, found by counting the characters that are no white space."""
    places = [i for i, c in enumerate(sentence) if not c.isspace()]
    lengths = [sum(not c.isspace() for c in token) for token in tokens]
    if sum(lengths) != len(places):
        return tuple(Word(m.start(), m.end(), "X") for m in re.finditer(r"\w+|\S", sentence))
    words = []
    at = 0
    for length, tag in zip(lengths, tags, strict=True):
        if length:
            words.append(Word(places[at], places[at + length - 1] + 1, tag))
            at += length
    return tuple(words)


@cache
def vietnamese_mining() -> MiningLanguage:
    """The record for Vietnamese; made on first use, because CLDR takes a moment to load."""
    return MiningLanguage(
        code="vi",
        key=tone_key,
        analyser=underthesea_analyser,
        markers=BodyMarkers(_END, _AROUND, _CAPTION, _LETTERS),
        abbreviations=dict(lists.ABBREVIATIONS),
        function_words=_folded(lists.FUNCTION_WORDS),
        links=_folded(lists.LINKS),
        determiners=_folded(lists.DETERMINERS),
        classifiers=_folded(lists.FOLDED_CLASSIFIERS),
        not_first=_folded(lists.NOT_FIRST),
        not_last=_folded(lists.NOT_LAST),
        not_alone=_folded(lists.NOT_ALONE),
        light_verbs=_folded(lists.LIGHT_VERBS),
        evaluative=_folded(lists.EVALUATIVE),
        proper_institutions=_folded(lists.PROPER_INSTITUTIONS),
        institutions=_folded(lists.INSTITUTIONS),
        documents=_folded(lists.DOCUMENTS),
        events=_folded(lists.EVENTS),
        places=_folded(lists.PLACES),
        offices=_folded(lists.OFFICES),
        addresses=_folded(lists.ADDRESSES),
        surnames=_folded(lists.SURNAMES),
        countries=_countries(),
        country_bearers=_folded(lists.COUNTRY_BEARERS),
        units=_folded(lists.UNITS),
        formants=_folded(lists.FORMANTS),
        weak_formants=_folded(lists.WEAK_FORMANTS),
        weak_first=_folded(lists.WEAK_FIRST),
        state_forms=_folded(lists.STATE_FORMS),
        levels=_folded(lists.LEVELS),
        name_tails=_folded(lists.NAME_TAILS),
        name_stops=_folded(lists.NAME_STOPS),
        transparent=_folded(lists.TRANSPARENT),
        event_classifiers=_folded(lists.EVENT_CLASSIFIERS),
        suffixes=_folded(lists.SUFFIXES),
        office_complements=_folded(lists.OFFICE_COMPLEMENTS),
        complete_institutions=_folded(lists.COMPLETE_INSTITUTIONS),
        is_native_syllable=is_native_syllable,
        set_words=_folded(lists.SET_WORDS),
        regions=_folded(lists.REGIONS),
        formulas=FORMULAS,
        fold_variants=fold_variants,
    )
