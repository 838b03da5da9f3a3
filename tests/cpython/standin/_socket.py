"""Sockets that nobody can open: what the library's socket module asks of _socket when it is imported."""
AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOL_SOCKET, SO_REUSEADDR, SO_REUSEPORT, SO_ERROR, SO_BROADCAST, SO_KEEPALIVE, SO_TYPE = 1, 2, 15, 4, 6, 9, 3
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPV6_V6ONLY, TCP_NODELAY = 0, 6, 17, 41, 26, 1
AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, NI_NUMERICHOST, NI_NUMERICSERV = 1, 2, 4, 1, 2
EAI_NONAME, MSG_PEEK, SHUT_RD, SHUT_WR, SHUT_RDWR, SOMAXCONN = -2, 2, 0, 1, 2, 4096
has_ipv6 = False
error = OSError
timeout = TimeoutError
CAPI = None


class gaierror(OSError):
    pass


class herror(OSError):
    pass


class socket:
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        raise OSError("there are no sockets")


SocketType = socket


def getdefaulttimeout():
    return None


def gethostname():
    return "localhost"
