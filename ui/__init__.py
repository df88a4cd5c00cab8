"""The desktop program: Qt is imported here and nowhere else, and nobody imports this."""
