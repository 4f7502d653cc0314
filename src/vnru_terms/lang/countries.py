"""What countries are called: Unicode's CLDR (through Babel), and what it lacks.

`country_names` gives by code (ISO 3166) the names of each language; `country_words` adds adjectives
and abbreviations, with the forms in which a text or a question has them (Польши, российского,
Russia's). CLDR's names are those of a list on a screen: where diplomacy says otherwise, or a form
is missing, `_NAMES` says what, and why. CLDR has no adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from vnru_terms.lang import LANGUAGES
from vnru_terms.lang.recipe import Phrase

_CODES = ("vi", "en", "ru")
_COUNTRY = re.compile("[A-Z]{2}")

# Code: names by language, the first the preferred one, "" where CLDR's own will do; the reason.
_NAMES: dict[str, tuple[str, str, str, str]] = {
    "AE": ("UAE", "", "Объединённые Арабские Эмираты|ОАЭ", "CLDR has the abbreviation"),
    "CD": ("Cộng hòa Dân chủ Congo", "Democratic Republic of the Congo",
           "Демократическая Республика Конго", "CLDR tells the two by their capitals"),
    "CG": ("Cộng hòa Congo", "Republic of the Congo", "Республика Конго", "as above"),
    "CZ": ("Cộng hòa Séc", "Czech Republic", "", "the official name besides the short one"),
    "GB": ("Anh", "", "", "the usual short name"),
    "HK": ("Hồng Kông", "Hong Kong", "Гонконг", "CLDR has a label, no name"),
    "KP": ("", "Democratic People's Republic of Korea|DPRK", "КНДР",
           "as the state calls itself; Viet Nam and Russia say so"),
    "KR": ("", "Republic of Korea|ROK", "Республика Корея", "as the state calls itself"),
    "MM": ("Myanmar", "Myanmar", "Мьянма", "CLDR adds the old name"),
    "MO": ("Ma Cao", "Macao", "Макао", "CLDR has a label, no name"),
    "PS": ("Palestine", "Palestine", "Палестина", "Viet Nam and Russia recognise the state"),
    "RU": ("Liên bang Nga", "", "", "the official name; the glossary's own comes first"),
    "SA": ("Saudi Arabia", "", "", "so in the press"),
    "TL": ("Timor Leste", "", "Тимор-Лешти", "as the United Nations write"),
    "UA": ("Ukraine", "", "", "so in the press besides Ukraina"),
    "US": ("Mỹ", "United States of America|United States",
           "Соединённые Штаты Америки|США", "CLDR has half of the name in Russian"),
    "VN": ("", "Viet Nam", "", "as the state and the United Nations write in English"),
}  # fmt: skip
# Codes of no country, and Kosovo, which neither Viet Nam nor Russia recognises.
_NO_COUNTRIES = frozenset(("EA", "EZ", "DG", "CP", "TA", "IC", "QO", "UN", "XA", "XB", "XK", "ZZ"))
_ISLANDS = ((re.compile(r"\bо-ва\b"), "острова"), (re.compile(r"\bо-в\b"), "остров"),
            (re.compile(" & "), " and "))  # fmt: skip
# What else stands for a country beside its names: Vietnamese, English, Russian.
_ALSO: dict[str, tuple[str, str, str]] = {
    "AE": ("", "UAE|Emirates", "Эмираты"),
    "CN": ("CHND Trung Hoa|Trung Hoa", "PRC", "КНР"),
    "CZ": ("Séc|Tiệp", "", ""),
    "DE": ("CHLB Đức", "", "ФРГ"),
    "GB": ("", "UK|Great Britain|Britain", "Англия|Соединённое Королевство"),
    "KP": ("CHDCND Triều Tiên|Bắc Triều Tiên", "North Korea", "Северная Корея"),
    "KR": ("Đại Hàn Dân Quốc", "South Korea", "Южная Корея"),
    "LA": ("CHDCND Lào", "Lao PDR", "ЛНДР"),
    "RU": ("LB Nga|nước Nga", "Russian Federation|RF", "Российская Федерация|РФ"),
    "TR": ("", "Turkey", ""),
    "US": ("Hoa Kỳ|Hợp chúng quốc Hoa Kỳ", "USA|US", "Америка"),
    "VA": ("Tòa Thánh", "Holy See|Vatican", "Святой Престол|Ватикан"),
    "VN": ("CHXHCN Việt Nam", "Vietnam", "СРВ"),
    "ZA": ("", "", "ЮАР"),
}
# Code, English adjectives, Russian adjectives.
_ADJECTIVES = """
AE Emirati эмиратский; AF Afghan афганский; AL Albanian албанский; AM Armenian армянский;
AO Angolan ангольский; AR Argentine|Argentinian аргентинский; AT Austrian австрийский;
AU Australian австралийский; AZ Azerbaijani азербайджанский; BA Bosnian боснийский;
BD Bangladeshi бангладешский; BE Belgian бельгийский; BF Burkinabe буркинийский;
BG Bulgarian болгарский; BH Bahraini бахрейнский; BI Burundian бурундийский;
BJ Beninese бенинский; BN Bruneian брунейский; BO Bolivian боливийский; BR Brazilian бразильский;
BW Botswanan ботсванский; BY Belarusian|Belarussian белорусский; CA Canadian канадский;
CD Congolese конголезский; CG Congolese конголезский; CH Swiss швейцарский; CI Ivorian ивуарийский;
CL Chilean чилийский; CM Cameroonian камерунский; CN Chinese китайский;
CO Colombian колумбийский; CR Costa-Rican коста-риканский; CU Cuban кубинский; CY Cypriot кипрский;
CZ Czech чешский; DE German немецкий|германский; DJ Djiboutian джибутийский; DK Danish датский;
DO Dominican доминиканский; DZ Algerian алжирский; EC Ecuadorian эквадорский; EE Estonian эстонский;
EG Egyptian египетский; ER Eritrean эритрейский; ES Spanish испанский; ET Ethiopian эфиопский;
FI Finnish финский|финляндский; FR French французский; GA Gabonese габонский;
GB British|UK|English британский|английский; GE Georgian грузинский; GH Ghanaian ганский;
GN Guinean гвинейский; GR Greek греческий; GT Guatemalan гватемальский; GY Guyanese гайанский;
HN Honduran гондурасский; HR Croatian хорватский; HT Haitian гаитянский; HU Hungarian венгерский;
ID Indonesian индонезийский; IE Irish ирландский; IL Israeli израильский; IN Indian индийский;
IQ Iraqi иракский; IR Iranian иранский; IS Icelandic исландский; IT Italian итальянский;
JM Jamaican ямайский; JO Jordanian иорданский; JP Japanese японский; KE Kenyan кенийский;
KG Kyrgyz киргизский|кыргызский; KH Cambodian камбоджийский; KP North-Korean северокорейский;
KR South-Korean|Korean южнокорейский|корейский; KW Kuwaiti кувейтский; KZ Kazakh|Kazakhstani
казахстанский|казахский; LA Lao|Laotian лаосский; LB Lebanese ливанский;
LK Sri-Lankan шри-ланкийский|ланкийский; LR Liberian либерийский; LT Lithuanian литовский;
LU Luxembourgish люксембургский; LV Latvian латвийский|латышский; LY Libyan ливийский;
MA Moroccan марокканский; MD Moldovan молдавский|молдовский; ME Montenegrin черногорский;
MG Malagasy малагасийский|мадагаскарский; MK Macedonian македонский|северомакедонский;
ML Malian малийский; MM Myanmar|Burmese мьянманский; MN Mongolian монгольский;
MR Mauritanian мавританский; MT Maltese мальтийский; MU Mauritian маврикийский;
MV Maldivian мальдивский; MX Mexican мексиканский; MY Malaysian малайзийский;
MZ Mozambican мозамбикский; NA Namibian намибийский; NE Nigerien нигерский; NG Nigerian
нигерийский; NI Nicaraguan никарагуанский; NL Dutch|Netherlands нидерландский|голландский;
NO Norwegian норвежский; NP Nepali|Nepalese непальский; NZ New-Zealand новозеландский;
OM Omani оманский; PA Panamanian панамский; PE Peruvian перуанский; PH Philippine|Filipino
филиппинский; PK Pakistani пакистанский; PL Polish польский; PS Palestinian палестинский;
PT Portuguese португальский; PY Paraguayan парагвайский; QA Qatari катарский;
RO Romanian румынский; RS Serbian сербский; RU Russian российский|русский; RW Rwandan руандийский;
SA Saudi|Saudi-Arabian саудовский; SD Sudanese суданский; SE Swedish шведский;
SG Singaporean|Singapore сингапурский; SI Slovenian|Slovene словенский; SK Slovak словацкий;
SN Senegalese сенегальский; SO Somali сомалийский; SV Salvadoran сальвадорский; SY Syrian
сирийский; TD Chadian чадский; TG Togolese тоголезский; TH Thai тайский|таиландский;
TJ Tajik таджикский|таджикистанский; TL Timorese тиморский; TM Turkmen туркменский|туркменистанский;
TN Tunisian тунисский; TR Turkish турецкий; TT Trinidadian тринидадский; TZ Tanzanian
танзанийский; UA Ukrainian украинский; UG Ugandan угандийский; US American|US американский;
UY Uruguayan уругвайский; UZ Uzbek узбекский|узбекистанский; VA Vatican ватиканский;
VE Venezuelan венесуэльский; VN Vietnamese вьетнамский; YE Yemeni йеменский; ZA South-African
южноафриканский; ZM Zambian замбийский; ZW Zimbabwean зимбабвийский
"""


@cache
def country_names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of every country in Vietnamese, English and Russian, the preferred one first.

    >>> country_names()["US"][1]
    ('United States of America', 'United States')
    """
    # Here and not above: half a megabyte of names that most commands never need.
    from babel import Locale

    tables: list[Any] = [Locale(code).territories for code in _CODES]
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for code in tables[0]:
        texts = [written_out(table.get(code, "")) for table in tables]
        if _COUNTRY.fullmatch(code) and code not in _NO_COUNTRIES and all(texts):
            own = [own.split("|") if own else [] for own in _NAMES.get(code, ("", "", "", ""))]
            # Other Vietnamese names stand beside CLDR's, others of the targets instead of it.
            vietnamese = (texts[0], *own[0])
            targets = (tuple(o or [t]) for o, t in zip(own[1:3], texts[1:], strict=True))
            found[code] = (vietnamese, *targets)
    return found


class CountryWords(NamedTuple):
    """Words that say which country is meant; an adjective is no name."""

    words: str
    code: str
    language: str
    is_name: bool


@cache
def country_words() -> tuple[CountryWords, ...]:
    """The names of countries and their adjectives, with the forms of each.

    >>> found = {(one.words, one.code) for one in country_words()}
    >>> ("российского", "RU") in found, ("Польши", "PL") in found, ("Hoa Kỳ", "US") in found
    (True, True, True)
    """
    found: dict[CountryWords, None] = {}
    for code, by_language in country_names().items():
        also = [text.split("|") if text else [] for text in _ALSO.get(code, ("", "", ""))]
        for language, names, others in zip(_CODES, by_language, also, strict=True):
            for name in (*names, *others):
                for form in _name_forms(name, language):
                    found[CountryWords(form, code, language, True)] = None
    for line in _ADJECTIVES.replace("\n", " ").strip().split(";"):
        code, english, russian = line.split()
        for word in english.split("|"):
            found[CountryWords(word.replace("-", " "), code, "en", False)] = None
        for word in russian.split("|"):
            for form in _forms(Phrase(word, part_of_speech="adjective")):
                found[CountryWords(form, code, "ru", False)] = None
    return tuple(found)


def written_out(name: str) -> str:
    """A name of CLDR without what saves room on a screen: о-ва, &."""
    for pattern, full in _ISLANDS:
        name = pattern.sub(full, name)
    return name


def _name_forms(name: str, language: str) -> Iterator[str]:
    yield name
    if language == "en":
        yield f"{name}'s"
    if language == "ru":
        raised = name[:1].isupper()
        for number in ("singular", "plural"):
            for form in _forms(Phrase(name, number=number, acronym=name.isupper(), name=True)):
                yield form[:1].upper() + form[1:] if raised else form


def _forms(phrase: Phrase) -> Iterator[str]:
    for recipe in LANGUAGES["ru"].recipes(phrase):
        yield from (" ".join(tokens) for _cell, tokens in recipe.spellings())
