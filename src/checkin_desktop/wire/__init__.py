"""The one definition of what travels: entries, heads, batches, bundles."""
