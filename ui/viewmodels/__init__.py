"""What is shown, as values: frozen, in the person's language, without Qt.

Each module turns values of ``ksync.service`` into what a part of the window draws. A
widget reads such a value and draws it; it decides nothing. So everything that can be
wrong about a sentence, a state or an order is tested without a screen.
"""
