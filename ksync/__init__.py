"""kSync, the application without a screen.

Importing it costs nothing: everything else is imported by the verb that needs it.
"""

__version__ = "0.1.0"
