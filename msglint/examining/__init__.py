"""Runs the examples of rules, and looks for what else is wrong with them: the tests that rules bring along."""
