"""The cycle: observe -> plan -> guard -> execute -> commit.

``account``   one run of an account: listing, jobs, phases, result
``job``       one collection's work in a run, and what it needs
``remote_intake``, ``local_intake``  observe, and take up what was seen
``planning``  rows and observations to subjects, subjects to actions
``window``    the past limit: what is out of scope on this computer
``settle``    actions that only change the base store
``local_writes``, ``remote_writes``, ``moving``  carry actions out
``confirm``   read uploads back; look after interrupted ones
"""
