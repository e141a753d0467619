"""YAML and TOML files that people write, as values that know their line."""
