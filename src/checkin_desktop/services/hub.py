"""What a hub does for the desks that call it, beyond keeping entries: who may speak, under which term."""

from checkin_desktop.keys.enrolment import enrol_message, new_token, token_digest
from checkin_desktop.keys.event_keys import station_id_of
from checkin_desktop.keys.signing import signed_by
from checkin_desktop.services.ports.hub import HubRefusal, HubStore, Refusal
from checkin_desktop.wire.messages import EnrolAnswer, EnrolRequest


def enrol(store: HubStore, request: EnrolRequest) -> EnrolAnswer:
    """A token for a station that holds its key, and a good code or the event's own secrets. Raises HubRefusal."""
    message = enrol_message(request.event_id, request.station_id, request.code, request.at)
    if station_id_of(request.station_key) != request.station_id or not signed_by(
        request.station_key, request.sig, message
    ):
        raise HubRefusal(Refusal.BAD_SIGNATURE)
    token = new_token()
    store.enrol(request, token_digest(token))
    return EnrolAnswer(token, store.term, store.now_ms())


def authenticated(store: HubStore, event_id: bytes, authorization: str, term: int = 0) -> bytes:
    """The station behind an `Authorization` header. `term`: the hub that it means, 0 for any. Raises HubRefusal."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise HubRefusal(Refusal.UNKNOWN_TOKEN)
    station_id = store.authenticate(event_id, token_digest(token.strip()))
    if term not in (0, store.term):
        raise HubRefusal(Refusal.OTHER_TERM)
    return station_id
