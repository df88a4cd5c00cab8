"""Pure decisions: no input or output, no clock, no randomness.

Everything here can be called in a test without a server, a disk or a mock;
what the functions return is data that can be printed and compared.
"""
