"""Statements of the hot path: built and compiled by SQLAlchemy once, then handed to the driver as text.

A check-in runs about a dozen; compiling and binding each time would cost more than the disk's flush.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Insert, TableClause
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A statement with named parameters; `prepared(conn, name=value, …)` runs it."""

    def __init__(self, statement: Executable, *columns: str) -> None:
        self._statement = statement
        self._columns = list(columns) or None
        self._compiled: dict[str, tuple[str, Any, dict[str, Any]]] = {}

    def __call__(self, conn: Connection, **values: Any) -> CursorResult[Any]:
        sql, order, fixed = self._compiled.get(conn.dialect.name) or self._compile(conn)
        bound = {**fixed, **values}
        parameters = bound if order is None else tuple(bound[name] for name in order)
        return conn.exec_driver_sql(sql, parameters)

    def many(self, conn: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Runs it once for each row, in one go."""
        if isinstance(self._statement, Insert) and conn.dialect.name == "postgresql":
            _copy(conn, self._statement.table, self._columns or [], rows)
            return
        sql, order, fixed = self._compiled.get(conn.dialect.name) or self._compile(conn)
        bound = [{**fixed, **row} for row in rows]
        if not bound:
            return
        conn.exec_driver_sql(
            sql, bound if order is None else [tuple(row[name] for name in order) for row in bound]
        )

    def _compile(self, conn: Connection) -> tuple[str, Any, dict[str, Any]]:
        compiled = self._statement.compile(  # type: ignore[attr-defined]
            dialect=conn.dialect, column_keys=self._columns
        )
        if not isinstance(compiled, SQLCompiler):
            raise TypeError(type(compiled))
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        found = self._compiled[conn.dialect.name] = compiled.string, compiled.positiontup, fixed
        return found


def _copy(
    conn: Connection, table: TableClause, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]
) -> None:
    """PostgreSQL takes rows this way several times faster than as statements."""
    quote = conn.dialect.identifier_preparer.quote
    into = f"COPY {quote(table.name)} ({', '.join(map(quote, columns))}) FROM STDIN"
    driver: Any = conn.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row([row[name] for name in columns])
