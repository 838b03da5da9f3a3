"""An event loop that needs no socket, so that asyncio runs where there are none: it only has timers and callbacks."""
import asyncio
import time
from asyncio import base_events, events


class _Selector:
    """Nothing to select from: waiting is sleeping."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("the event loop waits for something that never comes")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self):
        pass


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class Policy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


def install():
    asyncio.DefaultEventLoopPolicy = Policy  # what set_event_loop_policy(None) goes back to
    asyncio.set_event_loop_policy(None)
    events._set_running_loop(None)  # pyodide's own
