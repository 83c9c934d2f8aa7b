"""Requests made from the published OpenAPI description, right and wrong: never a 5xx, and the hub stands."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.sync import exchange_with_hub
from checkin_desktop.storage.hub_server import open_server_hub
from support import hub_process
from support.desks import Station

_PATHS = {"/v1/health", "/v1/enrol", "/v1/events/{event}/exchange", "/v1/events/{event}/claims"}


@pytest.mark.slow
def test_whatever_is_asked_is_answered(anywhere: str, one: Station, tmp_path: Path) -> None:
    """Half of the requests come from a desk of the event, so that they reach its tables."""
    store = open_server_hub(anywhere)
    code, _ = store.new_code("tests")
    store.close()
    with hub_process.serving(tmp_path, anywhere) as hub:
        client = HttpHub(hub.url, one.file.secrets.event_id, None)
        exchange_with_hub(one.desk, client, code=code)
        event, token = one.file.secrets.event_id.hex(), client.token
        client.close()
        asked = 0

        def ask(case: schemathesis.Case) -> None:
            nonlocal asked
            asked += 1
            if "event" in (case.path_parameters or {}) and asked % 2:
                case.path_parameters["event"] = event
                case.headers["Authorization"] = f"Bearer {token}"
            case.call_and_validate(checks=[not_a_server_error])

        described = schemathesis.openapi.from_url(f"{hub.url}/schema/openapi.json")
        operations = [found.ok() for found in described.get_all_operations()]
        assert {o.path for o in operations} >= _PATHS
        for operation in operations:
            for mode in GenerationMode:
                cases = operation.as_strategy(generation_mode=mode)
                look = settings(
                    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None
                )
                if mode is GenerationMode.NEGATIVE and operation.path == "/v1/health":
                    continue  # there is nothing about it to get wrong
                look(given(cases)(ask))()
        assert asked > 200
        assert '"level": "error"' not in hub.log.read_text()
