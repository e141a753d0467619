"""Whether the right person is greeted, by the right name."""
