"""What stands under the name."""
