"""From marked sentences to ranked candidates: patterns, counts, scores, concordance."""
