"""Nothing can be waited for but time: what the library's selectors module asks of select when it is imported."""
error = OSError


def select(readers, writers, others, timeout=None):
    raise OSError("nothing to select from")
