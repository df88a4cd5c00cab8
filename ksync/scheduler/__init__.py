"""When an account is synced without being asked: ``ksync run`` and the tray.

``plan``     pure: from what ran and what happened to the moment of the next run
``pausing``  the pause, which all processes of a profile see
``moments``  sleeping until a moment of the wall clock, or until something happens
``folders``  local edits, noticed and told apart from kSync's own writes
``loop``     the scheduler itself
"""
