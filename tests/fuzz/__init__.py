"""Octets of any kind at the three doors by which a stranger's text comes in.

Theory
------
``doors`` has for each door (tokenizer, merge, multistatus) one function of octets that
raises when a promise is broken, and the octets to begin with. The same functions are
driven by Hypothesis in every test run (``test_doors``) and by atheris, which is guided by
the branches that an input reaches, in ``./dev fuzz`` (``__main__``). What either finds
becomes a named test where the mended code is tested, and its octets go to ``found/``,
which each test run plays again.
"""
