"""Mining beside other term extractors, on the same articles, with the same scorer, in one run.

    pip install -e '.[peers]'        # pip install yake, too: its licence keeps it out of the extra
    python benchmarks/mining_peers.py [--texts FOLDER]

Every extractor is given the articles twice: as received, and as our rules for boilerplate leave
them, which is kinder than any of them comes. None knows Vietnamese as it is shipped, so those that
want words and tags get underthesea's, and those that want stop words get spaCy's Vietnamese list.
What is not installed has a row that says so. KeyBERT stands in no row: it cannot start without a
model from the network.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from annotated import (
    body_texts,
    environment,
    installed,
    missing,
    other_texts,
    print_head,
    print_row,
    raw_texts,
    sample_articles,
    score,
)

from vnru_terms.lang.vi_mining import vietnamese_mining
from vnru_terms.mining.ranking import candidate, rank
from vnru_terms.mining.scores import SCORERS
from vnru_terms.text.spans import sentences
from vnru_terms.workflow.counting import Plan, count

Run = Callable[[Sequence[str]], list[str]]
LONGEST = 6
KEPT = 2000
# Tags of underthesea as universal ones; the peers' patterns know no other.
UNIVERSAL = {
    "N": "NOUN",
    "V": "VERB",
    "A": "ADJ",
    "E": "ADP",
    "L": "DET",
    "M": "NUM",
    "CH": "PUNCT",
}
# A noun and what follows it: Vietnamese has the head first, jate's own patterns have it last.
HEAD_FIRST = r"(NOUN )(NOUN |ADJ |VERB )*"


@dataclass(frozen=True, slots=True)
class Extractor:
    """A row: its name, the packages that it needs, and the texts' terms, best first."""

    name: str
    packages: tuple[str, ...]
    run: Run


def ours(scorer: str, texts: Sequence[str]) -> list[str]:
    """This project's miner, ranked by one of its scorers."""
    language = vietnamese_mining()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:03}.txt").write_text(text, encoding="utf-8")
        with count([folder], language, plan=Plan()) as counted:
            parts = [rank(part, language, scorer=SCORERS[scorer]) for part in counted.parts()]
    return [candidate(ranked, {}).term for part in parts for ranked in part]


def word_ngrams(texts: Sequence[str]) -> list[str]:
    """Runs of one to five words without marks, no stop word at their ends, by frequency."""
    found: Counter[str] = Counter()
    for words in (words for text in texts for words in tagged_sentences(text)):
        forms = [word.lower() for word, _tag in words]
        for i in range(len(forms)):
            for j in range(i + 1, min(len(forms), i + 5) + 1):
                if not re.search(r"\w", forms[j - 1]):
                    break
                if forms[i] not in stop_words() and forms[j - 1] not in stop_words():
                    found[" ".join(forms[i:j])] += 1
    return [term for term, _n in found.most_common(KEPT)]


def pyate(method: str, texts: Sequence[str]) -> list[str]:
    """pyate's own patterns over underthesea's words and tags."""
    extraction = import_module("pyate.term_extraction").TermExtraction
    docs = {text.lower(): spacy_doc(text, lower=True) for text in texts}
    counts = extraction(
        list(texts),
        nlp=_Nlp(docs),
        default_domain=[],
        max_word_length=LONGEST,
    ).count_terms_from_documents()
    run = getattr(import_module(f"pyate.{method}"), method)
    scores = run(list(texts), technical_counts=counts).sort_values(ascending=False)
    return [str(term) for term in scores.index][:KEPT]


class _Nlp:
    """What pyate takes for a pipeline of spaCy; it holds the documents that were made before."""

    def __init__(self, docs: dict[str, Any]) -> None:
        self.docs = docs
        self.vocab = spacy_vocab()

    def __call__(self, text: str, disable: Sequence[str] = ()) -> Any:
        return self.docs[text]


class _Backend:
    """What jate takes for a tagger."""

    def process(self, text: str) -> Any:
        return spacy_doc(text, lower=False)

    def tokenize(self, text: str) -> list[str]:
        return [word for words in tagged_sentences(text) for word, _tag in words]


def jate(algorithm: str, texts: Sequence[str]) -> list[str]:
    """jate over underthesea's words and tags, with a pattern that has the head first."""
    api = import_module("jate.api")
    extractor = import_module("jate").PosPatternExtractor
    api._EXTRACTOR_NAMES["head_first"] = partial(extractor, HEAD_FIRST)
    result = api.extract(
        "\n".join(texts), algorithm=algorithm, extractor="head_first", nlp_backend=_Backend()
    )
    return [str(term.string) for term in result][:KEPT]


def yake(texts: Sequence[str]) -> list[str]:
    """YAKE on syllables, up to three of them, as it is shipped but for the stop words."""
    extractor = import_module("yake").KeywordExtractor(
        lan="vi", n=3, top=KEPT, stopwords=stop_words()
    )
    return [str(term) for term, _score in extractor.extract_keywords("\n".join(texts))]


def rake_nltk(texts: Sequence[str]) -> list[str]:
    """RAKE on underthesea's words."""

    def split(text: str) -> list[str]:
        return [" ".join(w.replace(" ", "_") for w, _tag in s) for s in tagged_sentences(text)]

    rake = import_module("rake_nltk").Rake(
        stopwords=stop_words(),
        max_length=LONGEST,
        sentence_tokenizer=split,
        word_tokenizer=str.split,
    )
    found: dict[str, float] = {}
    for text in texts:
        rake.extract_keywords_from_text(text)
        for value, phrase in rake.get_ranked_phrases_with_scores():
            term = phrase.replace("_", " ")
            found[term] = found.get(term, 0.0) + value
    return sorted(found, key=lambda term: -found[term])[:KEPT]


def multi_rake(texts: Sequence[str]) -> list[str]:
    """RAKE on syllables, phrases that occur twice."""
    rake = import_module("multi_rake").Rake(
        stopwords=set(stop_words()), max_words=LONGEST, min_freq=2
    )
    return [str(term) for term, _score in rake.apply("\n".join(texts))][:KEPT]


EXTRACTORS = (
    *(Extractor(f"vnru-terms, {name}", (), partial(ours, name)) for name in SCORERS),
    Extractor("n-grams of words, frequency", (), word_ngrams),
    Extractor("pyate, C-value", ("pyate",), partial(pyate, "cvalues")),
    Extractor("pyate, combo basic", ("pyate",), partial(pyate, "combo_basic")),
    Extractor("jate, C-value", ("jate",), partial(jate, "cvalue")),
    Extractor("jate, combo basic", ("jate",), partial(jate, "combobasic")),
    Extractor("jate, RAKE", ("jate",), partial(jate, "rake")),
    Extractor("yake", ("yake",), yake),
    Extractor("rake-nltk", ("rake-nltk",), rake_nltk),
    Extractor("multi-rake", ("multi-rake",), multi_rake),
)


@cache
def tagged_sentences(text: str) -> list[list[tuple[str, str]]]:
    """The words of each sentence with their parts of speech."""
    language = vietnamese_mining()
    analyse = language.analyser()
    return [
        [(sentence[w.start : w.end], w.tag) for w in analyse(sentence)]
        for span in sentences(text, language.abbreviations)
        if (sentence := span.of(text)).strip()
    ]


@cache
def spacy_vocab() -> Any:
    """A vocabulary of Vietnamese without a tokeniser, which would want pyvi."""
    return import_module("spacy").vocab.Vocab(strings=["vi"])


def spacy_doc(text: str, *, lower: bool) -> Any:
    """A document of spaCy's with underthesea's words, tags and our sentences."""
    words, tags, starts = [], [], []
    for sentence in tagged_sentences(text):
        for place, (word, tag) in enumerate(sentence):
            words.append(word.lower() if lower else word)
            tags.append("NOUN" if tag.startswith("N") else UNIVERSAL.get(tag, "X"))
            starts.append(place == 0)
    made = import_module("spacy.tokens").Doc
    return made(spacy_vocab(), words=words, pos=tags, lemmas=words, sent_starts=starts)


@cache
def stop_words() -> frozenset[str]:
    """spaCy's Vietnamese stop words, or our function words where spaCy is not there."""
    if installed("spacy"):
        return frozenset(import_module("spacy.lang.vi.stop_words").STOP_WORDS)
    return vietnamese_mining().function_words


def main(arguments: Sequence[str]) -> int:
    """Print the two tables; 1 where the annotation is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path)
    chosen = parser.parse_args(arguments)
    texts = other_texts(chosen.texts) if chosen.texts else sample_articles()
    if lacking := missing(texts):
        print(f"not there: {lacking}", file=sys.stderr)
        return 1
    warnings.simplefilter("ignore")
    packages = sorted({package for e in EXTRACTORS for package in e.packages})
    print(environment(["underthesea", *packages, "spacy"]))
    for heading, given in (("as received", raw_texts(texts)), ("our body text", body_texts(texts))):
        print(f"\n## {texts.name}, {heading}: {sum(map(len, given))} characters\n")
        print_head("extractor")
        for text in given:
            tagged_sentences(text)
        for extractor in EXTRACTORS:
            print_extractor(extractor, given, score_of=partial(score, texts))
    stops = "spaCy's Vietnamese" if installed("spacy") else "our function words"
    print(
        f"\nStop words: {stops}. Tagging is not in the peers' seconds. Not run: KeyBERT (no model)."
    )
    return 0


def print_extractor(
    extractor: Extractor,
    texts: Sequence[str],
    *,
    score_of: Callable[[Iterable[str]], dict[str, float]],
) -> None:
    """A row of figures, or of why there are none."""
    lacking = [package for package in extractor.packages if not installed(package)]
    if lacking:
        print(f"| {extractor.name} | not installed: {', '.join(lacking)} |")
        return
    began = time.perf_counter()
    terms = extractor.run(texts)
    seconds = time.perf_counter() - began
    print_row(extractor.name, score_of(terms), seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
