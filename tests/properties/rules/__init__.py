"""The rules of the state machine, by who acts; a machine is put together from them.

``base``        what all rules need: the world, pickers, texts
``people``      users and another program, on all sides
``syncs``       runs of kSync, and who or what comes between
``lasting``     what goes wrong for longer: tokens, backups, lost state, clocks
``twin``        faults that only the world in memory can play
``http``        faults of HTTP and XML, crashes around requests and file steps
``ending``      the end of each example: all sides converge

To add a rule, add it to the module that fits, or a new mix-in here and in the machines
of ``test_stateful`` and ``test_over_http``.
"""
