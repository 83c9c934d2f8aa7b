"""SQLAlchemy tables, the journal, projections, search index, migrations, backup."""
