"""The command line: typer commands."""
