"""How quick it is: measured, never asserted (``./dev bench``).

Times depend on the machine and on what else runs there, so each is told as a ratio to a
floor that was measured in the same run. What can be counted (requests, lines that are
read, modules that are imported) is asserted by the tests of what does it.
"""
