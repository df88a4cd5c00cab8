"""Words for people and machines: errors, exit codes, output."""
