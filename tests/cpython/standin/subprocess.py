"""Processes that nobody can start: the names that asyncio takes from subprocess."""
PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    pass


class TimeoutExpired(SubprocessError):
    pass


class Popen:
    def __init__(self, *args, **kwargs):
        raise OSError("there are no processes")
