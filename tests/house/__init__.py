"""The house itself: contracts, limits, documents, the front door and the wheel."""
