"""Bytes to text: UTF-8, UTF-16 with its mark, and old Vietnamese encodings where that is certain.

UTF-8 is tried first and is never wrong by chance. What is not UTF-8 is read as windows-1258, TCVN3
or VNI only if the result is spelt as Vietnamese; else a finding names the byte and says what it
looks like, for a wrong guess would put garbage among the candidates without a word.
"""

from __future__ import annotations

import codecs
import unicodedata

from vnru_terms.findings import Finding, Place, Severity
from vnru_terms.lang.vi_legacy import ENOUGH_WORDS, native_share, repair
from vnru_terms.messages import _
from vnru_terms.store.readers.reading import warning

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text of the bytes; with an error among the findings the text is empty."""
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return decode_legacy(data, name, error.start)
        return "", [_not_unicode(data, name, error.start)]
    if "\0" in text:
        return "", [_binary(name)]
    return text, []


def decode_legacy(data: bytes, name: str, offset: int) -> tuple[str, list[Finding]]:
    """Bytes that are not UTF-8 from `offset` on, in the encoding that makes them Vietnamese."""
    if likely_encoding(data) in ("WINDOWS-1258", "TCVN"):
        text = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
        count, native = native_share(text)
        if count >= ENOUGH_WORDS and native >= 0.9 and "\ufffd" not in text:
            return text, [was_in(name, "windows-1258")]
        western = data.decode("cp1252", "replace")
        # One repair of all lines: `repair` is asked again for the lines of every format.
        if repair(western.splitlines()) is not None:
            return western, []
    return "", [_not_unicode(data, name, offset)]


def was_in(name: str, encoding: str, line: int = 0) -> Finding:
    """The word to the editor of a file that was read although it is in an old encoding."""
    return warning(
        name,
        "W131",
        _("the text is in the old encoding {encoding}; it was read as that.").format(
            encoding=encoding
        ),
        _("Look at a few candidates; better save the file as UTF-8."),
        place=line,
    )


def likely_encoding(data: bytes) -> str | None:
    """The name of the encoding that bytes which are not UTF-8 are likely in; None for binary data.

    >>> likely_encoding("Việt Nam".encode("utf-16"))
    'UTF-16'
    """
    sample = data[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    if b"\0" in sample:
        zeros = (sample[0::2].count(0), sample[1::2].count(0))
        if max(zeros) > len(sample) // 5 and min(zeros) < len(sample) // 50 + 1:
            return "UTF-16BE" if zeros[0] > zeros[1] else "UTF-16LE"
        return None
    control = sum(byte < 32 and byte not in b"\t\n\r\x0c" for byte in sample)
    if control > len(sample) // 20:
        return None
    # TCVN3 (ABC fonts) writes đ as 0xAE and Đ as 0xA7; windows-1258 as 0xF0 and 0xD0.
    if sample.count(0xAE) > sample.count(0xF0):
        return "TCVN"
    return "WINDOWS-1258"


def _not_unicode(data: bytes, name: str, offset: int) -> Finding:
    line = data.count(b"\n", 0, offset) + 1
    column = offset - (data.rfind(b"\n", 0, offset) + 1) + 1
    encoding = likely_encoding(data)
    if encoding is None:
        return _binary(name)
    return Finding(
        Place(name, line, column),
        "E102",
        _("is not UTF-8: byte 0x{byte:02X} at offset {offset}.").format(
            byte=data[offset], offset=offset
        ),
        _(
            "It looks like {encoding}; save it as UTF-8 in an editor, or: "
            "iconv -f {encoding} -t UTF-8 FILE > NEW"
        ).format(encoding=encoding),
    )


def _binary(name: str) -> Finding:
    return Finding(Place(name), "E122", _("is a binary file, not text."), "", Severity.ERROR)
