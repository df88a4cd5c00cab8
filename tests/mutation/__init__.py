"""Each invariant taken out in turn: the tests named after its loss class must turn red.

``guards`` is the table; ``python -m tests.mutation`` runs it (``./dev mutate``).
"""
