"""Japanese encodings, as CPython names their module in C."""
from _multibytecodec import getcodec
