"""Waiting for descriptors: there are no sockets and pipes, so only waiting for a time is left."""
import time

error = OSError


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until a descriptor is ready, or for `timeout` seconds: only the second happens here."""
    rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    for item in (*rlist, *wlist, *xlist):
        if not isinstance(item, int):
            item = item.fileno()
        if item < 0:
            raise ValueError(f"file descriptor cannot be a negative integer ({item})")
    if rlist or wlist:  # files are always ready
        return rlist, wlist, []
    if timeout is None:
        raise OSError("select() would wait for ever: no descriptor can become ready")
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    time.sleep(timeout)
    return [], [], []
