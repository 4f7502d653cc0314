"""The book: concept entries become plain data for the page, and the page becomes a PDF.

Start in `page_data` (which entries, in which order, with which numbers), go on to `entries` (what
stands in one entry) and `term_runs` (what stands behind one term), then `engine` with `places` (two
passes of the template), `typesetter`, the only module that knows Typst, and `book.typ`, how
everything looks. `page` has the shapes that pass between them, `book_texts` the book's own words,
`front_matter` what frames the parts; `coverage` asks the fonts what they can print.
"""
