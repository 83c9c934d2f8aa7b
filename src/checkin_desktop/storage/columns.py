"""How a column of an event file is said in one line."""

from sqlalchemy import BigInteger as Big
from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

metadata = MetaData()


def table(name: str, *columns: Column[object] | Index | UniqueConstraint) -> Table:
    return Table(name, metadata, *columns)


def key(name: str, kind: type[String] | type[LargeBinary] | type[Big] = String) -> Column[object]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def text(name: str) -> Column[object]:
    return Column(name, String, nullable=False, default="")


def flag(name: str) -> Column[object]:
    return Column(name, Integer, nullable=False, default=0)


def number(name: str) -> Column[object]:
    return Column(name, Big, nullable=False)


def hash_(name: str) -> Column[object]:
    return Column(name, LargeBinary, nullable=False)
