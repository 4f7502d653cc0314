"""Terms met again: by a careless query, in running text, in a translation."""
