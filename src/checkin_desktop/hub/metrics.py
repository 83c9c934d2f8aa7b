"""What the hub counts, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from checkin_desktop.wire.messages import ClaimAnswer, ExchangeAnswer

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Of one application, so that several live in one process. Labels are few and bounded."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "checkin_hub_requests",
            "Requests by route and status",
            ["route", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "checkin_hub_request_seconds", "Time to answer by route", ["route"], registry=self._registry
        )
        self._under_way = Gauge("checkin_hub_requests_under_way", "Under way now", registry=self._registry)
        self._taken = Counter("checkin_hub_entries_taken", "Entries new here", registry=self._registry)
        self._sent = Counter("checkin_hub_entries_sent", "Entries sent", registry=self._registry)
        self._refused = Counter(
            "checkin_hub_entries_refused", "Entries refused by fault", ["fault"], registry=self._registry
        )
        self._claims = Counter(
            "checkin_hub_claims",
            "Claims by answer (granted, or why not)",
            ["answer"],
            registry=self._registry,
        )

    def began(self) -> None:
        self._under_way.inc()

    def ended(self, route: str, status: int, seconds: float) -> None:
        self._under_way.dec()
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def exchanged(self, answer: ExchangeAnswer) -> None:
        self._taken.inc(answer.taken)
        self._sent.inc(len(answer.entries))
        for refused in answer.refused:
            self._refused.labels(refused.fault).inc()

    def claimed(self, answer: ClaimAnswer) -> None:
        self._claims.labels(answer.reason or "granted").inc()

    def shown(self) -> bytes:
        return generate_latest(self._registry)
