"""vnru-terms: Vietnamese-Russian-English terminology for translators and curators.

The floors, from the bottom: `findings`, `installation`, `messages` (1), `text` (2), `lang` and
`model` (3), `store` (4), `rules`, `mining`, `matching` (5), `formats`, `printing`, `curation` (6),
`workflow`, `quick` (7), `cli`, `web`, `library` (8). Imports only go down; siblings do not know
each other. `from vnru_terms import Termbase` is the way in for other programs.
"""

__version__ = "0.1.0"

# mypy knows the name; a look-up must not wait for typing, nor for the library behind it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from vnru_terms.library import Termbase

__all__ = ["Termbase", "__version__"]


def __getattr__(name: str) -> object:
    """`from vnru_terms import Termbase` loads the library; importing the package does not."""
    if name == "Termbase":
        from vnru_terms.library import Termbase

        return Termbase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
