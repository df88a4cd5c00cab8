"""Content lines: the lossless core on bytes. Nothing here builds text from a model.

``lines`` splits, ``components`` nests, ``sharing`` nests versions that have much in
common, ``facts`` answers quickly, ``equality``
compares, ``rewritings`` knows what servers do to a text, ``lineends`` and
``scrub`` edit.
"""
