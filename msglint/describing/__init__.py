"""Says in one language what a rule is: the same description is what `msglint explain` prints and the pages show."""
