"""HTTP for the engine: one door, with the gate in front of every request."""
