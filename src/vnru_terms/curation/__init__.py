"""The curator's side: statistics of a glossary and what is missing in it."""
