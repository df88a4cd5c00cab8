"""The command line. ``main`` is the entry; each group of verbs is a module of its own."""
