"""Starting processes: there is no second process for a program to start, and it is told so."""
import errno
import os


def fork_exec(*args, **kwargs):
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
