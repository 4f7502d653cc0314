"""Look-up without waiting: the question, its answer as text or JSON, and a short way in.

`answer` is what both the short way (`way`) and the command `lookup` print, so that they cannot
differ. Nothing here imports what an answer does not need: no click, re, typing, json, dataclasses.
"""
