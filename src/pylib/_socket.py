"""The network: there is none. Names and numbers are those of Linux, and whoever opens a socket is told so."""
import errno as _errno
import os as _os

error = OSError
timeout = TimeoutError
has_ipv6 = False

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_RDM, SOCK_SEQPACKET = 1, 2, 3, 4, 5
SOCK_NONBLOCK, SOCK_CLOEXEC = 0o4000, 0o2000000
SOL_SOCKET, SOL_TCP = 1, 6
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_KEEPALIVE, SO_LINGER = 2, 3, 4, 6, 9, 13
SOMAXCONN = 4096
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 6, 17, 41
IPV6_V6ONLY, TCP_NODELAY = 26, 1
INADDR_ANY, INADDR_LOOPBACK = 0, 0x7F000001
MSG_OOB, MSG_PEEK, MSG_DONTWAIT = 1, 2, 64
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_NUMERICSERV, AI_ADDRCONFIG = 1, 2, 4, 1024, 32
EAI_FAMILY, EAI_NONAME, EAI_FAIL = -6, -2, -4
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2

_default_timeout = None


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = "socket"


class socket:
    """A socket: none can be opened."""
    __slots__ = ()

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        raise OSError(_errno.EAFNOSUPPORT, _os.strerror(_errno.EAFNOSUPPORT))

    def fileno(self):
        return -1

    def close(self):
        pass

    def gettimeout(self):
        return None


SocketType = socket


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    raise OSError(_errno.EAFNOSUPPORT, _os.strerror(_errno.EAFNOSUPPORT))


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    raise gaierror(EAI_NONAME, "Name or service not known")


def gethostbyname(hostname):
    raise gaierror(EAI_NONAME, "Name or service not known")


def gethostname():
    return "localhost"


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    if timeout is not None and timeout < 0:
        raise ValueError("Timeout value out of range")
    _default_timeout = timeout


def htons(x):
    return int.from_bytes(x.to_bytes(2, "big"), "little")


def htonl(x):
    return int.from_bytes(x.to_bytes(4, "big"), "little")


ntohs, ntohl = htons, htonl


def inet_aton(ip_addr):
    parts = ip_addr.split(".")
    if len(parts) != 4 or not all(p.isdigit() and int(p) < 256 for p in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed_ip):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed_ip))
