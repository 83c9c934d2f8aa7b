"""Database work beside the event loop: batches on threads of their own, so that a claim never waits behind them."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

_BATCHES = 8
_QUICK = 6
_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


class Lanes:
    def __init__(self) -> None:
        self._batches = ThreadPoolExecutor(_BATCHES, thread_name_prefix="hub-batch")
        self._quick = ThreadPoolExecutor(_QUICK, thread_name_prefix="hub-quick")

    async def batch(
        self, work: Callable[_Given, _Answer], *given: _Given.args, **named: _Given.kwargs
    ) -> _Answer:
        return await _on(self._batches, lambda: work(*given, **named))

    async def quick(
        self, work: Callable[_Given, _Answer], *given: _Given.args, **named: _Given.kwargs
    ) -> _Answer:
        return await _on(self._quick, lambda: work(*given, **named))

    def close(self) -> None:
        """What is under way ends first."""
        self._batches.shutdown()
        self._quick.shutdown()


async def _on(pool: ThreadPoolExecutor, work: Callable[[], _Answer]) -> _Answer:
    return await asyncio.get_running_loop().run_in_executor(pool, work)
