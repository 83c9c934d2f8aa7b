"""Spreadsheets in (column guessing, cleaning, row-by-row errors) and out."""
