"""Text without knowledge of a language: repair, spans, body and boilerplate."""
