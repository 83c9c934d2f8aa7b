"""What screens and reports ask of the projections."""
