"""Statements of the hot path: built and compiled by SQLAlchemy once, then handed to the driver as text.

A check-in runs about a dozen; compiling and binding each time would cost more than the disk's flush. SQLite's
answers are taken from the driver as they are: SQLAlchemy's own cost five times the statement. What no scan changes
(the programme, the rules, the operators, the clocks) is asked once and remembered: `Standing`.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Insert, TableClause
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.sql.compiler import SQLCompiler

_REMEMBERED = "standing answers"


class Answer:
    """What a statement answered, as SQLAlchemy's result has it, as far as it is asked for here."""

    __slots__ = ("_rows", "rowcount")

    def __init__(self, rows: list[Any], rowcount: int) -> None:
        self._rows, self.rowcount = rows, rowcount

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> list[Any]:
        return self._rows

    def first(self) -> Any:
        return self._rows[0] if self._rows else None

    def one(self) -> Any:
        if len(self._rows) != 1:
            raise NoResultFound(f"{len(self._rows)} rows")
        return self._rows[0]

    def scalars(self) -> Iterator[Any]:
        return (row[0] for row in self._rows)

    def scalar(self) -> Any:
        return self._rows[0][0] if self._rows else None

    def scalar_one(self) -> Any:
        return self.one()[0]


class Prepared:
    """A statement with named parameters; `prepared(conn, name=value, …)` runs it."""

    def __init__(self, statement: Executable, *columns: str) -> None:
        self._statement = statement
        self._columns = list(columns) or None
        self._compiled: dict[str, tuple[str, Any, dict[str, Any]]] = {}
        self._row: Callable[[Any], Any] | None = None

    def __call__(self, conn: Connection, **values: Any) -> CursorResult[Any] | Answer:
        dialect = conn.dialect.name
        sql, order, fixed = self._compiled.get(dialect) or self._compile(conn)
        bound = {**fixed, **values} if fixed else values
        parameters = bound if order is None else [bound[name] for name in order]
        if dialect == "sqlite":
            return self._answered(conn, sql, parameters)
        return conn.exec_driver_sql(sql, parameters if order is None else tuple(parameters))

    def many(self, conn: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Runs it once for each row, in one go."""
        if isinstance(self._statement, Insert) and conn.dialect.name == "postgresql":
            _copy(conn, self._statement.table, self._columns or [], rows)
            return
        sql, order, fixed = self._compiled.get(conn.dialect.name) or self._compile(conn)
        bound = [{**fixed, **row} for row in rows]
        if not bound:
            return
        if len(bound) == 1:
            self(conn, **bound[0])
            return
        conn.exec_driver_sql(
            sql, bound if order is None else [tuple(row[name] for name in order) for row in bound]
        )

    def _answered(self, conn: Connection, sql: str, parameters: Any) -> Answer:
        cursor: Any = conn.connection.cursor()
        try:
            cursor.execute(sql, parameters)
            if cursor.description is None:
                return Answer([], cursor.rowcount)
            if self._row is None:
                names = [column[0] for column in cursor.description]
                row: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]
                self._row = row._make
            return Answer(list(map(self._row, cursor.fetchall())), cursor.rowcount)
        except conn.dialect.loaded_dbapi.Error as error:
            base = conn.dialect.loaded_dbapi.Error
            raise DBAPIError.instance(sql, parameters, error, base, dialect=conn.dialect) from error
        finally:
            cursor.close()

    def _compile(self, conn: Connection) -> tuple[str, Any, dict[str, Any]]:
        compiled = self._statement.compile(  # type: ignore[attr-defined]
            dialect=conn.dialect, column_keys=self._columns
        )
        if not isinstance(compiled, SQLCompiler):
            raise TypeError(type(compiled))
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        found = self._compiled[conn.dialect.name] = compiled.string, compiled.positiontup, fixed
        return found


class Standing(Prepared):
    """A statement whose answer no scan changes: on a connection that remembers, it runs once."""

    def __call__(self, conn: Connection, **values: Any) -> CursorResult[Any] | Answer:
        remembered = conn.info.get(_REMEMBERED)
        if remembered is None:
            return super().__call__(conn, **values)
        asked = (self, *values.values())
        answer: CursorResult[Any] | Answer | None = remembered.get(asked)
        if answer is None:
            answer = super().__call__(conn, **values)
            if isinstance(answer, Answer):
                remembered[asked] = answer
        return answer


def remember(conn: Connection, answers: dict[Any, Answer]) -> None:
    """From here on the connection's standing answers are kept there."""
    conn.info[_REMEMBERED] = answers


def forget(conn: Connection) -> None:
    """Something is written that may change them: they are gone, and none is kept until `remember` is called anew."""
    conn.info.pop(_REMEMBERED, {}).clear()


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
