"""The checks of the house that no off-the-shelf tool makes; ``./dev check`` runs them."""
