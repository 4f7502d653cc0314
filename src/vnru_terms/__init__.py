"""vnru-terms: Vietnamese-Russian-English terminology for translators and curators.

The floors, from the bottom: `findings`, `installation`, `messages` (1), `text` (2), `lang` and
`model` (3), `store` (4), `rules`, `mining`, `matching` (5), `formats`, `printing`, `curation` (6),
`workflow` (7), `cli` (8). Imports only go down; siblings do not know each other.
"""

__version__ = "0.1.0"
