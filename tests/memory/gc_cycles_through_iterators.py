# Cycles made of iterators only, which hold each other by what they gave last or by a state put into them: they are found and
# freed with all that hangs from them.
import gc
import io
import itertools
import warnings
import weakref
from collections import namedtuple

warnings.simplefilter("ignore", DeprecationWarning)  # __setstate__ of itertools


class Tag:
    pass


def of_enumerate(tag):
    items = [tag]
    it = enumerate(items)
    items[:] = [(it, tag)]
    assert next(it)[1][0] is it
    items.clear()


def of_zip(tag):
    items = []
    it = zip(items, [tag])
    items.append(it)
    assert next(it)[0] is it
    items.clear()


def of_zip_with_enumerate(tag):
    ones, twos = [], []
    one, two = zip(ones), enumerate(twos)
    ones.append(two)
    twos.append((one, tag))
    next(one), next(two)
    ones.clear()
    twos.clear()


def of_zip_longest_last(tag):
    items = []
    it = itertools.zip_longest(items, [tag])
    items.append(it)
    assert next(it)[0] is it
    items.clear()


def of_zip_longest_fill(tag):
    it = itertools.zip_longest([])
    it.__setstate__((it, tag))


def of_accumulate_total(tag):
    it = itertools.accumulate([1, 2], lambda total, item: (it_box.pop(), tag))
    it_box = [it]
    next(it), next(it)


def of_accumulate_state(tag):
    it = itertools.accumulate([1])
    it.__setstate__((it, tag))


def of_chain(tag):
    it = itertools.chain()
    it.__setstate__((iter((tag,)), it))


def of_cycle(tag):
    it = itertools.cycle([])
    it.__setstate__(([it, tag], 1))


def of_pairwise(tag):
    items = [0]
    it = itertools.pairwise(items)
    items.append((it, tag))
    assert next(it)[1][0] is it
    items.clear()


def of_groupby(tag):
    items = []
    it = itertools.groupby(items)
    items.append((it, tag))
    next(it)
    items.clear()


def of_groupby_state(tag):
    it = itertools.groupby([])
    it.__setstate__((it, tag, it))


def of_group(tag):
    items = []
    it = itertools.groupby(items, key=lambda item: tag)
    items.append(it)
    key, group = next(it)
    it.__setstate__((group, tag, group))
    items.clear()


def of_chain_of_groups(tag):
    by = itertools.groupby([1, 1])
    it = itertools.chain.from_iterable(group for key, group in by)
    next(it)
    by.__setstate__((it, it, tag))


def of_product(tag):
    items = []
    it = itertools.product(items, [tag])
    next(it, None)
    other = itertools.combinations([it, tag], 2)
    next(other)
    end = itertools.chain()
    end.__setstate__((other, end))


def of_map_and_filter(tag):
    end = itertools.chain()
    way = filter(lambda item: tag, map(lambda item: tag, itertools.starmap(print, itertools.compress(end, [1]))))
    end.__setstate__((way, itertools.islice(itertools.repeat((way, tag)), 3)))


def of_reversed(tag):
    end = itertools.chain()
    end.__setstate__((reversed((end, tag)),))


def of_subclasses(tag):
    class E(enumerate):
        pass

    class C(itertools.chain):
        __slots__ = ("more",)

    it, end = E([]), C()
    it.end, end.more = end, tag
    end.__setstate__((it, it))


def of_names(tag):
    getter = namedtuple("P", "x").x
    getter.__doc__ = (getter, tag)


def of_newline_decoder(tag):
    it = io.IncrementalNewlineDecoder(None, False)
    it.__init__((it, tag), False)


for make in list(globals().values()):
    if getattr(make, "__name__", "").startswith("of_"):
        gc.collect()
        tag = Tag()
        ref = weakref.ref(tag)
        make(tag)
        del tag
        held = ref() is not None
        found = gc.collect() > 0
        print(make.__name__, held, found, ref() is None)
