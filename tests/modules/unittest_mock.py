"""unittest.mock as a user sees it: return values, side effects, specs, patches, calls."""
from unittest import mock


class Shop:
    name = "shop"

    def price(self, item, count=1):
        return 3 * count

    @staticmethod
    def hello():
        return "hello"


m = mock.Mock(return_value=5)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.mock_calls)
m.x.y.return_value = 7
print(m.x.y(3), m.mock_calls)
m = mock.Mock(side_effect=[1, ValueError("two"), 3])
print(m())
try:
    m()
except ValueError as e:
    print(e)
print(m())
try:
    m.assert_called_once()
except AssertionError as e:
    print(e)
m.assert_any_call()
try:
    m.assert_called_with(1)
except AssertionError as e:
    print(e)
spec = mock.Mock(spec=Shop)
for name in ("price", "nothing"):
    try:
        print(name, hasattr(spec, name))
        getattr(spec, name)
    except AttributeError as e:
        print(e)
auto = mock.create_autospec(Shop)
auto().price.return_value = 9
print(auto().price("a", count=2))
try:
    auto().price()
except TypeError as e:
    print(e)
with mock.patch.object(Shop, "price", return_value=1) as price:
    print(Shop().price("b"), price.call_args)
print(Shop().price("b"))
with mock.patch(f"{__name__}.Shop") as fake:
    print(Shop is fake)
with mock.patch.dict({"a": 1}, b=2) as d:
    print(d)


@mock.patch.multiple(Shop, name="other", hello=mock.DEFAULT)
def patched(hello):
    hello.return_value = "bye"
    return Shop.name, Shop.hello()


print(patched(), Shop.name, Shop.hello())
magic = mock.MagicMock()
magic.__len__.return_value = 4
magic.__getitem__.side_effect = lambda k: k * 2
print(len(magic), magic[21], bool(magic), list(magic), int(magic))
with magic as inside:
    print(inside is magic.__enter__.return_value)
print(mock.call(1, a=2) == mock.call(1, a=2), mock.call.a.b(3), mock.ANY == object(), mock.sentinel.thing)
opener = mock.mock_open(read_data="one\ntwo\n")
with mock.patch("builtins.open", opener):
    with open("file") as f:
        print(f.readlines())
opener.assert_called_once_with("file")
