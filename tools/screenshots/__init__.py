"""``./dev screenshots``: pictures of every page, dialog and step, to be looked at.

Real windows under Xvfb, a real server with sample data and a month of syncs behind it,
in light and dark, in English and French. What is drawn stands in one table
(``tools.screenshots.shots``): whoever adds a page adds its row.
"""
