"""What goes wrong, as answers: never a 5xx for what a client sent, never more than a client needs to know."""

import logging
from http import HTTPStatus

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ExceptionHandlersMap

from checkin_desktop.services.ports.hub import HubAway, HubRefusal, Refusal
from checkin_desktop.wire.messages import Problem

_log = logging.getLogger(__name__)

RETRY_S = 5
_STATUS = {
    Refusal.UNKNOWN_TOKEN: HTTPStatus.UNAUTHORIZED,
    Refusal.WRONG_CODE: HTTPStatus.UNAUTHORIZED,
    Refusal.BAD_SIGNATURE: HTTPStatus.UNAUTHORIZED,
    Refusal.NOT_ENROLLED: HTTPStatus.UNAUTHORIZED,
    Refusal.REVOKED: HTTPStatus.FORBIDDEN,
    Refusal.UNKNOWN_EVENT: HTTPStatus.NOT_FOUND,
    Refusal.OTHER_TERM: HTTPStatus.CONFLICT,
}
_AnyRequest = Request[object, object, object]  # type: ignore[type-var]


class TooManyAttempts(Exception):
    """`wait_s`: how long until the next one is looked at."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


def refused(_: _AnyRequest, error: HubRefusal) -> Response[Problem]:
    headers = {"WWW-Authenticate": "Bearer"} if _STATUS[error.refusal] is HTTPStatus.UNAUTHORIZED else {}
    return _problem(_STATUS[error.refusal], error.refusal.value, headers=headers)


def away(_: _AnyRequest, error: HubAway) -> Response[Problem]:
    _log.warning("database away: %s", error)
    return _problem(HTTPStatus.SERVICE_UNAVAILABLE, "database", headers={"Retry-After": str(RETRY_S)})


def too_many(_: _AnyRequest, error: TooManyAttempts) -> Response[Problem]:
    return _problem(HTTPStatus.TOO_MANY_REQUESTS, "too_many", headers={"Retry-After": str(error.wait_s)})


def not_understood(_: _AnyRequest, error: HTTPException) -> Response[Problem]:
    """Litestar's own: a body that is not what it should be, an address that is none, a wrong method."""
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.BAD_REQUEST:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return unexpected(_, error)
    return _problem(status, status.name.lower(), str(error.detail)[:200], dict(error.headers or {}))


def unexpected(_: _AnyRequest, error: Exception) -> Response[Problem]:
    _log.error("unexpected", exc_info=error)
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "unexpected")


HANDLERS: ExceptionHandlersMap = {
    HubRefusal: refused,
    HubAway: away,
    TooManyAttempts: too_many,
    HTTPException: not_understood,
    Exception: unexpected,
}

SAID = {
    code: ResponseSpec(Problem, description=text, generate_examples=False)
    for code, text in (
        (401, "Token, code or signature unknown or expired: enrol"),
        (403, "The station is revoked"),
        (404, "No such event here"),
        (409, "Another hub of the event is meant"),
        (413, "More bytes than a message may have"),
        (422, "Not understood"),
        (429, "Too many attempts; Retry-After says how long to wait"),
        (503, "Shutting down, or the database is away; Retry-After"),
    )
}


def _problem(
    status: HTTPStatus, error: str, detail: str = "", headers: dict[str, str] | None = None
) -> Response[Problem]:
    return Response(Problem(error, detail or status.phrase), status_code=status, headers=headers or {})
