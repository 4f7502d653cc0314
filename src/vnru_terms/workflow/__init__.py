"""The pipelines: one module each, a page of plain calls; the only orchestrators."""
