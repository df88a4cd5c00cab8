"""Thunderbird: its profiles, its preferences, its caches.

``profiles``  where profiles are, and which one a person uses
``running``   whether a profile is in use; keeps it from being used meanwhile
``prefs``     ``prefs.js``, line by line
``entries``   which preferences make a collection appear (pure)
``caches``    the copies that Thunderbird makes, and edits in them that it has not sent
``connector`` all of it together
"""
