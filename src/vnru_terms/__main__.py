"""The way in: `vnru-terms` and `python -m vnru_terms`.

A plain look-up takes the short way, which must not wait for click; everything else the long one.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with the contract's exit code (design: 0, 1, 2, 130)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed by the caller (`>&-`), or a program without a console on Windows.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        # Whatever the console's code page: Vietnamese and Russian in one line need UTF-8.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    if "lookup" in sys.argv:
        from vnru_terms.quick.way import short_way

        try:
            code = short_way(sys.argv[1:])
        except (OSError, KeyboardInterrupt) as error:
            from vnru_terms.cli.base import exit_code_of

            code = exit_code_of(error)
        if code is not None:
            # All is written; taking the interpreter apart would take a tenth of the time.
            os._exit(code)
    from vnru_terms.cli import vnru_terms

    vnru_terms()


if __name__ == "__main__":
    main()
