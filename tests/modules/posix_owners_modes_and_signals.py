# not-in: wasi: its libc has no chmod
"""os.chown and its kin, modes by descriptor, signals that a program sends itself."""
import os
import signal
import tempfile

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "f.txt")
    with open(name, "w") as f:
        f.write("x")
        os.fchmod(f.fileno(), 0o640)
        print(oct(os.stat(name).st_mode & 0o777))
        os.chmod(f.fileno(), 0o604)
    print(oct(os.stat(name).st_mode & 0o777))
    os.chown(name, -1, -1)
    os.chown(name, os.stat(name).st_uid, os.stat(name).st_gid)
    os.chown(name, uid=-1, gid=-1, follow_symlinks=True)
    fd = os.open(name, os.O_RDONLY)
    os.fchown(fd, -1, -1)
    os.fdatasync(fd)
    os.close(fd)


def say(what):
    try:
        print(what())
    except OSError as error:  # the oracle's numbers are not Linux's
        print(type(error).__name__, error.filename, error.strerror)
    except Exception as error:
        print(type(error).__name__, error)


say(lambda: os.chown("nope", 0, 0))
say(lambda: os.chown(77, 0, 0))
say(lambda: os.fchmod(77, 0))
say(lambda: os.chown([], 0, 0))
say(lambda: os.chown("nope", "a", 0))
say(lambda: os.chown("nope", -5, 0))
say(lambda: os.chown("nope", 1 << 40, 0))
say(lambda: os.kill(os.getpid(), 0))


def handler(number, frame):
    print("got", number, frame.f_code.co_name)


def send():
    os.kill(os.getpid(), signal.SIGINT)
    signal.raise_signal(signal.SIGINT)


old = signal.signal(signal.SIGINT, handler)
print(old is signal.default_int_handler, signal.getsignal(signal.SIGINT) is handler)
send()
signal.signal(signal.SIGTERM, handler)
print(signal.getsignal(signal.SIGTERM) is handler)
os.kill(os.getpid(), signal.SIGTERM)
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt as error:
    print("interrupted", repr(error))
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGINT)
print("end")
