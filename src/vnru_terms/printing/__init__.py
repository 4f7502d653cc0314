"""The book: concept entries become plain data for the page, and the page becomes a PDF.

Start in `page_data` (what stands in the book and in which order), go on to `entry_runs` (what
stands in one entry), then `engine` (the only module that knows the typesetter) and `book.typ` (how
everything looks). `book_texts` holds the book's own words, `coverage` asks the fonts what they can
print.
"""
