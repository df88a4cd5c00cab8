"""What every replica must do: one suite, inherited by the tests of each."""
