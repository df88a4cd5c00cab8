"""Widgets that several pages use. All text is plain text, whoever wrote it."""
