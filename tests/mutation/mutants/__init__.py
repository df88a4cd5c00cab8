"""Small changes to the decisions, one at a time: the tests have to notice each.

``operators`` makes the changes from the syntax tree, ``swap`` puts one into the running
process, ``runner`` runs the tests against it in a fork (``./dev mutants``), and
``explained`` lists those that nobody can notice, with the reason.
"""
