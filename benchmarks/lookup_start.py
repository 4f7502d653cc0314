"""How long a look-up takes as a whole process, beside `python -c pass` in the same run.

Prints the minimum and the median of 15 cold processes each; a ratio says more than milliseconds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 15
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import click": ["-c", "import click"],
    "lookup, Vietnamese": ["-m", "vnru_terms", "lookup", "tham van chinh tri"],
    "lookup, Russian": ["-m", "vnru_terms", "lookup", "политических консультаций"],
}


def measure(arguments: list[str]) -> list[float]:
    """Seconds of each of the runs, after one to warm up the caches."""
    seconds = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


def main() -> None:
    """Print a row a command."""
    base = 0.0
    for name, arguments in COMMANDS.items():
        seconds = measure(arguments)
        base = base or min(seconds)
        least, median = min(seconds), statistics.median(seconds)
        print(
            f"{name:20} min {least * 1000:5.0f} ms  median {median * 1000:5.0f} ms"
            f"  {least / base:4.1f} x"
        )


if __name__ == "__main__":
    main()
