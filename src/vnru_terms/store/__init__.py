"""What is on disk: the glossary's YAML with places, the corpus, the worklist, the index."""
