"""The desktop programs that people use, for real: each is connected by ``ksync connect``."""
