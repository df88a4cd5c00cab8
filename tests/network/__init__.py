"""The network guard against real buses, real interfaces and a real wire."""
