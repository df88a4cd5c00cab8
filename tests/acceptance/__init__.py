"""kSync as a user has it: the ``ksync`` process against running servers.

Theory
------
Nothing here calls into the program. A ``Client`` (``cli``) is a fresh KSYNC_HOME
and runs ``python -m ksync``; ``Pair`` (``sides``) is a collection seen from
outside on both sides, the server by the oracle of ``tests.servers`` and the
folder by its files, with a ledger of what was last written and by whom. After
each step both sides must show exactly the ledger: nothing lost, nothing doubled,
and a second sync must plan nothing.

``test_sync_on_servers``   a whole life of an account, on each server
``test_collections``       a dead token, a collection made again, a folder that is gone
``test_strays``            odd names, duplicates, broken and foreign files
``test_two_clients``       conflicts under each policy
``test_requests``          what goes over the wire, counted at the socket
``test_interrupted``       lost replies, cuts, SIGINT
``test_killed``            SIGKILL at random moments, and nothing is lost or doubled
``test_errors``            exit codes and sentences
"""
