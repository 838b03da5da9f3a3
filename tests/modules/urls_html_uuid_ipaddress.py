# Modules urllib.parse, html, uuid and ipaddress.
import html
import ipaddress
import urllib.parse as up
import uuid


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


for url in "http://user:pw@host.example:8042/over/there;p?name=ferret&x=1#nose", "mailto:a@b.c", "//host/path", "path?q", "http://[::1]:80/", "HTTP://UPPER.Example/é", "":
    s = up.urlsplit(url)
    print(s, s.geturl(), s.hostname, s.username, up.urlparse(url).params, up.urldefrag(url))
    try:
        print(s.port)
    except ValueError as e:
        print(e)
for base, url in ("http://a/b/c/d;p?q", "g"), ("http://a/b/c/d;p?q", "../g?y#s"), ("http://a/b/c/d;p?q", "//g"), ("http://a/b/c/d;p?q", "../../../g"), ("http://a", "?x"), ("", "x"):
    print(up.urljoin(base, url))
print(up.quote("a b/é?&", safe="/"), up.quote_plus("a b+c"), up.unquote("a%20b%C3%A9%zz"), up.unquote_plus("a+b%2B"), up.quote(b"\xff\0"), up.unquote_to_bytes("%ff%41"), up.quote_from_bytes(b"x y"))
print(up.urlencode({"a": [1, 2], "b": "x y", "é": "ü"}, doseq=True), up.urlencode([("k", b"v&")]), up.parse_qs("a=1&a=2&b=&c", keep_blank_values=True), up.parse_qsl("a=1&b=2;c=3"))
print(up.urlsplit(b"http://x/y"), up.urlunsplit(("s", "n", "p", "q", "f")), up.urlparse("x:y")._replace(scheme="z").geturl(), up.unquote("%E4", "latin-1"), up.unquote("%80", errors="replace"))
for f, *args in ((up.urlsplit, "http://[::1"), (up.urlsplit, "http://h:99999/"), (up.quote, 5), (up.urljoin, b"x", "y"), (up.parse_qs, "a&b", False, True), (up.urlsplit("http://h:x/").__getattribute__, "port")):
    fails(f, *args)
print(html.escape("<a href='x'>\"&\""), html.escape("'", quote=False), html.unescape("&lt;&gt;&amp;&#233;&#x1F600;&eacute;&notit;&bogus;&#0;&#128;&nbsp;|"), html.unescape("&copy &#xD800; &#99999999;"))
u = uuid.UUID("{12345678-1234-5678-1234-567812345678}")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.version, u.variant, u.urn, u.time, u.clock_seq, u.node)
print(uuid.uuid4().version, len({uuid.uuid4() for k in range(10)}), uuid.UUID(int=5) < u, uuid.UUID(bytes=b"x" * 16), hash(u) == hash(uuid.UUID(u.hex)))
for kw in {"hex": "x"}, {"int": -1}, {"bytes": b"x"}, {}, {"int": 1, "hex": "1"}, {"fields": (1, 2)}, {"int": 1, "version": 9}:
    fails(uuid.UUID, **kw)
for text in "192.168.0.1", "::1", "2001:db8::ff00:42:8329", "10.0.0.255", "224.0.0.1", "::ffff:1.2.3.4":
    a = ipaddress.ip_address(text)
    print(repr(a), int(a), a.exploded, a.compressed, a.is_private, a.is_loopback, a.is_multicast, a.is_link_local, a.reverse_pointer, a.packed, a + 1 if "%" not in text else "")
for text in "192.168.0.0/29", "10.0.0.0/8", "2001:db8::/126", "1.2.3.4/32":
    n = ipaddress.ip_network(text)
    print(repr(n), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.prefixlen, [str(h) for h in list(n.hosts())[:3]] if n.num_addresses < 100 else "", n.supernet() if n.prefixlen else "", n.is_private)
n = ipaddress.ip_network("192.168.0.0/24")
print(list(map(str, n.subnets(new_prefix=26))), ipaddress.ip_address("192.168.0.7") in n, n.overlaps(ipaddress.ip_network("192.168.0.128/25")), n.subnet_of(ipaddress.ip_network("192.168.0.0/16")))
print([str(x) for x in n.address_exclude(ipaddress.ip_network("192.168.0.0/26"))], ipaddress.ip_interface("1.2.3.4/24").network, list(map(str, ipaddress.collapse_addresses([ipaddress.ip_network("1.0.0.0/25"), ipaddress.ip_network("1.0.0.128/25")]))))
print(list(map(str, ipaddress.summarize_address_range(ipaddress.ip_address("1.0.0.1"), ipaddress.ip_address("1.0.0.6")))), sorted(map(ipaddress.ip_address, ["10.0.0.2", "10.0.0.10", "9.9.9.9"])), f"{ipaddress.ip_address('1.2.3.4'):b}", f"{ipaddress.ip_address('::5'):#x}")
for text in "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", ":::", "1::2::3", "x", "12345::", "":
    fails(ipaddress.ip_address, text)
for text in "1.2.3.4/24", "1.2.3.0/33", "::/129", "1.2.3.0/x", "x/8":
    fails(ipaddress.ip_network, text)
