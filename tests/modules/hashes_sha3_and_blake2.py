# SHA-3, SHAKE and BLAKE2 of module hashlib, and hmac and secrets over them.
import hashlib
import hmac
import secrets
import uuid


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


data = bytes(range(256)) * 3
for name in "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s":
    for n in 0, 1, 63, 64, 65, 71, 72, 73, 127, 128, 129, 136, 144, 768:
        print(name, n, getattr(hashlib, name)(data[:n]).hexdigest())
    h = hashlib.new(name)
    for k in range(0, 768, 37):
        h.update(data[k:k + 37])
    c = h.copy()
    c.update(b"more")
    print(h.digest() == getattr(hashlib, name)(data).digest(), c.hexdigest()[:20], h.name, h.digest_size, h.block_size)
for name in "shake_128", "shake_256":
    h = getattr(hashlib, name)(b"abc")
    print(h.hexdigest(10), h.digest(200)[-10:], h.hexdigest(0), h.name, h.digest_size, h.block_size)
print(hashlib.blake2b(b"x", digest_size=20, key=b"secret", salt=b"salt", person=b"me").hexdigest())
print(hashlib.blake2s(b"x", digest_size=5, key=b"k" * 32, salt=b"12345678", person=b"p").hexdigest(), hashlib.blake2b(key=b"k").hexdigest()[:16])
print(hashlib.blake2b(b"leaf", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest()[:32])
print(hashlib.blake2s(b"leaf", fanout=2, depth=3, leaf_size=7, node_offset=2**40, node_depth=1, inner_size=32).hexdigest())
print(hashlib.blake2b.SALT_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.PERSON_SIZE, hashlib.blake2s.MAX_DIGEST_SIZE)
for kw in {"digest_size": 65}, {"digest_size": 0}, {"key": b"x" * 65}, {"salt": b"x" * 17}, {"person": b"x" * 17}, {"depth": 0}, {"fanout": 256}, {"key": "text"}:
    try:
        print(hashlib.blake2b(b"", **kw).hexdigest()[:8])
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
fails(hashlib.sha3_256, "text")
fails(hashlib.blake2b, "text")
fails(hashlib.new, "nonsense")
print(sorted(hashlib.algorithms_guaranteed), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 2).hex() if hasattr(hashlib, "pbkdf2_hmac") and False else "")
print(hmac.new(b"key", b"msg", "sha3_256").hexdigest(), hmac.new(b"key", b"msg", hashlib.blake2s).hexdigest(), hmac.compare_digest(b"a", b"b"))
print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), secrets.choice([7]), secrets.compare_digest("x", "x"))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"))
