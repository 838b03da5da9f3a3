"""Who refers to whom: counts of objects by type, growth between two moments, and the ways by which an object is kept alive.

The functions that lessons use of Marius Gedminas' objgraph, written anew. Only what the garbage collector tracks is counted.
Where objgraph draws with Graphviz, this module prints a tree, and on a page whose console draws (there is a file _FIGURES) a picture
of it follows: a message that web/src/console/figure.ts and web/src/views/graph.ts describe. With `output` or a `filename` that ends
in ".dot" it writes Graphviz's text instead.
"""
import collections
import gc
import inspect
import operator
import os
import sys
import types

__all__ = ["at", "at_addrs", "by_type", "count", "find_backref_chain", "find_ref_chain", "get_leaking_objects", "get_new_ids",
           "growth", "is_proper_module", "most_common_types", "show_backrefs", "show_chain", "show_growth",
           "show_most_common_types", "show_refs", "typestats"]


# ---- counting ----

def _type_name(obj, shortnames=True):
    cls = type(obj)
    return cls.__name__ if shortnames else f"{cls.__module__}.{cls.__qualname__}"


def _of(objects):
    return gc.get_objects() if objects is None else objects


def count(typename, objects=None):
    """The number of objects whose type has this name, the module in front if the name has a dot."""
    short = "." not in typename
    return sum(_type_name(obj, short) == typename for obj in _of(objects))


def typestats(objects=None, shortnames=True, filter=None):
    """A dict: name of a type -> number of its objects."""
    stats = collections.Counter()
    for obj in _of(objects):
        if filter is None or filter(obj):
            stats[_type_name(obj, shortnames)] += 1
    return dict(stats)


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    """The types with most objects: (name, number) pairs, the most frequent first."""
    stats = sorted(typestats(objects, shortnames, filter).items(), key=operator.itemgetter(1), reverse=True)
    return stats[:limit] if limit else stats


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    """Prints what most_common_types() finds."""
    stats = most_common_types(limit, objects, shortnames, filter)
    width = max((len(name) for name, _ in stats), default=0)
    for name, number in stats:
        print(f"{name:<{width}} {number}", file=file)


def growth(limit=10, peak_stats={}, shortnames=True, filter=None):
    """The types whose number has grown beyond its peak so far: (name, number, growth) triples, the largest growth first.

    The peaks are kept from call to call in `peak_stats`.
    """
    stats = typestats(None, shortnames, filter)
    grown = []
    for name, number in stats.items():
        before = peak_stats.get(name, 0)
        if number > before:
            grown.append((name, number, number - before))
            peak_stats[name] = number
    grown.sort(key=operator.itemgetter(2), reverse=True)
    return grown[:limit] if limit else grown


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    """Prints what growth() finds."""
    grown = growth(limit, shortnames=shortnames, filter=filter, **({} if peak_stats is None else {"peak_stats": peak_stats}))
    width = max((len(name) for name, _, _ in grown), default=0)
    for name, number, more in grown:
        print(f"{name:<{width}}{number:9}{more:+9}", file=file)


def get_new_ids(skip_update=False, limit=10, sortby="deltas", shortnames=None, file=None, _state={}):
    """Prints how many objects of each type are new and gone since the last call; returns the new ones' ids by type."""
    shortnames = True if shortnames is None else shortnames
    now = collections.defaultdict(set)
    for obj in gc.get_objects():
        now[_type_name(obj, shortnames)].add(id(obj))
    fresh, rows = collections.defaultdict(set), []
    for name, ids in now.items():
        before = _state.get(name, set())
        fresh[name] = ids - before
        rows.append((name, len(before), len(ids), len(fresh[name]), len(ids) - len(before)))
    column = {"old": 1, "current": 2, "new": 3, "deltas": 4}[sortby]
    rows.sort(key=operator.itemgetter(column), reverse=True)
    rows = rows[:limit] if limit else rows
    width = max((len(row[0]) for row in rows), default=0)
    print(f"{'=' * width}{'=' * 52}\n{'Type':<{width}}{'Old_ids':>13}{'Current_ids':>13}{'New_ids':>13}{'Count_Deltas':>13}\n{'=' * width}{'=' * 52}", file=file)
    for name, *numbers in rows:
        print(f"{name:<{width}}" + "".join(f"{number:13}" for number in numbers), file=file)
    if not skip_update:
        _state.clear()
        _state.update(now)
    return fresh


def get_leaking_objects(objects=None):
    """Objects that nothing in `objects` (by default all that are tracked) refers to: in C code, or where a count is wrong."""
    objects = _of(objects)
    leaking = {id(obj): obj for obj in objects}
    for referent in gc.get_referents(*objects):
        leaking.pop(id(referent), None)
    mine = {id(sys._getframe()), id(objects), id(leaking)}
    return [obj for key, obj in leaking.items() if key not in mine]


def by_type(typename, objects=None):
    """The objects whose type has this name (see count)."""
    short = "." not in typename
    return [obj for obj in _of(objects) if _type_name(obj, short) == typename]


def at(addr):
    """The object with this id, or None."""
    return next((obj for obj in gc.get_objects() if id(obj) == addr), None)


def at_addrs(address_set):
    """The objects with these ids."""
    return [obj for obj in gc.get_objects() if id(obj) in address_set]


# ---- ways ----

def is_proper_module(obj):
    """Is this a module that can be imported by its name?"""
    return inspect.ismodule(obj) and obj is sys.modules.get(getattr(obj, "__name__", None))


def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """A shortest way of references from `obj` to an object that satisfies the predicate; [obj] if there is none."""
    return _chain(obj, predicate, gc.get_referents, max_depth, extra_ignore)[::-1]


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """A shortest way of references to `obj` from an object that satisfies the predicate; [obj] if there is none."""
    return _chain(obj, predicate, gc.get_referrers, max_depth, extra_ignore)


def _chain(obj, predicate, neighbours, max_depth, extra_ignore):
    queue = collections.deque([obj])
    depth = {id(obj): 0}
    parent = {id(obj): None}
    ignore = {*extra_ignore, id(queue), id(depth), id(parent), id(sys._getframe()), id(sys._getframe(1)), id(locals())}
    while queue:
        target = queue.popleft()
        if predicate(target):
            chain = [target]
            while parent[id(target)] is not None:
                target = parent[id(target)]
                chain.append(target)
            return chain
        if depth[id(target)] >= max_depth:
            continue
        found = neighbours(target)
        ignore.add(id(found))
        for other in found:
            if id(other) not in ignore and id(other) not in depth and not inspect.isframe(other):
                depth[id(other)] = depth[id(target)] + 1
                parent[id(other)] = target
                queue.append(other)
    return [obj]


# ---- showing ----

def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None, extra_info=None,
                  refcounts=False, shortnames=True, output=None):
    """Shows what refers to an object, or to each of a list of objects, and what refers to that, `max_depth` levels up."""
    return _show(objs, True, gc.get_referrers, max_depth, extra_ignore, filter, too_many, highlight, filename, extra_info,
                 refcounts, shortnames, output)


def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None, extra_info=None,
              refcounts=False, shortnames=True, output=None):
    """Shows what an object, or each of a list of objects, refers to, and what that refers to, `max_depth` levels down."""
    return _show(objs, False, gc.get_referents, max_depth, extra_ignore, filter, too_many, highlight, filename, extra_info,
                 refcounts, shortnames, output)


def show_chain(*chains, **options):
    """Shows one or more ways that find_backref_chain() or find_ref_chain() has found."""
    members = {id(obj) for chain in chains if chain for obj in chain}
    starts = [chain[0] for chain in chains if chain]
    depth = max((len(chain) for chain in chains), default=1) - 1
    return show_refs(starts, max_depth=depth, filter=lambda obj: id(obj) in members, too_many=len(members) or 1, **options)


def _show(objs, back, neighbours, max_depth, extra_ignore, filter, too_many, highlight, filename, extra_info, refcounts,
          shortnames, output):
    if not isinstance(objs, (list, tuple)):
        objs = [objs]
    if filename is not None and not filename.endswith(".dot"):
        raise ValueError(f"cannot draw {filename!r}: only .dot files can be written")
    nodes, edges, more = {}, [], {}  # id -> (object, depth); (id of holder, id of held, label); id -> neighbours not shown
    queue = collections.deque((obj, 0) for obj in objs)
    nodes.update((id(obj), (obj, 0)) for obj in objs)
    ignore = {*extra_ignore, id(objs), id(nodes), id(edges), id(more), id(queue), id(sys._getframe()), id(sys._getframe(1))}
    ignore.update(id(pair) for pair in nodes.values())
    while queue:
        obj, depth = queue.popleft()
        if depth >= max_depth or (back and is_proper_module(obj)):
            continue
        found = neighbours(obj)
        ignore.add(id(found))
        shown = 0
        for other in found:
            if id(other) in ignore or isinstance(other, types.FrameType) or (filter is not None and not filter(other)):
                continue
            if not back and (isinstance(other, type) or (isinstance(obj, types.FunctionType) and other is obj.__globals__)):
                continue
            if shown >= too_many:
                more[id(obj)] = more.get(id(obj), 0) + 1
                continue
            shown += 1
            holder, held = (other, obj) if back else (obj, other)
            edges.append((id(holder), id(held), _label(holder, held, shortnames)))
            if id(other) not in nodes:
                pair = (other, depth + 1)
                nodes[id(other)] = pair
                ignore.add(id(pair))
                queue.append((other, depth + 1))
    describe = lambda obj: _describe(obj, extra_info, refcounts, shortnames)
    if output is not None:
        _write_dot(output, nodes, edges, more, highlight, describe)
    elif filename is not None:
        with open(filename, "w", encoding="utf-8") as file:
            _write_dot(file, nodes, edges, more, highlight, describe)
        print(f"Graph written to {filename} ({len(nodes)} nodes)")
    else:
        _print_tree(objs, back, nodes, edges, more, highlight, describe)
        if sys.stdout is sys.__stdout__ and os.path.exists(_FIGURES):
            _draw(objs, back, nodes, edges, more, highlight, describe)


def _describe(obj, extra_info, refcounts, shortnames):
    text = _type_name(obj, shortnames)
    if isinstance(obj, (str, int, float, bytes, bool, type(None))):
        text += f" {_cut(repr(obj))}"
    elif isinstance(obj, (list, tuple, dict, set, frozenset)):
        text += f" of {len(obj)} item{'s' if len(obj) != 1 else ''}"
    elif isinstance(obj, (type, types.FunctionType, types.ModuleType)):
        text += f" {obj.__name__}"
    if refcounts:
        text += f" [{sys.getrefcount(obj) - 4}]"
    if extra_info is not None:
        text += f" {extra_info(obj)}"
    return text


def _cut(text, limit=40):
    return text if len(text) <= limit else text[:limit - 3] + "..."


def _label(holder, held, shortnames):
    """How `holder` refers to `held`: the name of an attribute, a key or an index; "" if that is not known."""
    if isinstance(holder, dict):
        for key, value in holder.items():
            if value is held:
                return key if isinstance(key, str) else f"[{_cut(repr(key))}]"
        return "key"
    if isinstance(holder, (list, tuple)):
        return next((f"[{index}]" for index, item in enumerate(holder) if item is held), "")
    if isinstance(holder, types.CellType):
        return "cell_contents"
    for name in ("__self__", "__func__", "__closure__", "__globals__", "__class__"):
        if getattr(holder, name, None) is held:
            return name
    return next((name for name, value in _attributes(holder) if value is held), "")


def _attributes(obj):
    """Names and values of an instance's attributes: __slots__ and __dict__."""
    for cls in type(obj).__mro__:
        for name, descr in vars(cls).items():
            if isinstance(descr, types.MemberDescriptorType):
                try:
                    yield name, descr.__get__(obj)
                except AttributeError:
                    pass
    yield from getattr(obj, "__dict__", {}).items()


def _print_tree(objs, back, nodes, edges, more, highlight, describe):
    links = collections.defaultdict(list)
    for holder, held, label in edges:
        here, there = (held, holder) if back else (holder, held)
        links[here].append((there, label))
    told = set()

    def line(key, depth, label):
        obj = nodes[key][0]
        again = key in told and bool(links[key])
        arrow = "" if depth == 0 else "<- " if back else "-> "
        mark = " *" if highlight is not None and highlight(obj) else ""
        print(f"{'    ' * depth}{arrow}{describe(obj)}{f' ({label})' if label else ''}{mark}{' (shown above)' if again else ''}")
        return again

    stack = [(id(obj), 0, "") for obj in reversed(objs)]
    while stack:
        key, depth, label = stack.pop()
        if key is None:
            print(f"{'    ' * depth}{label}")
            continue
        if line(key, depth, label):
            continue
        told.add(key)
        if key in more:
            stack.append((None, depth + 1, f"... and {more[key]} more"))
        stack.extend((there, depth + 1, name) for there, name in reversed(links[key]))


def _write_dot(file, nodes, edges, more, highlight, describe):
    quote = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    number = {key: f"o{index}" for index, key in enumerate(nodes)}
    file.write("digraph ObjectGraph {\n  node [shape=box, fontname=\"sans-serif\"];\n")
    for key, (obj, depth) in nodes.items():
        color = ", style=filled, fillcolor=lightgray" if highlight is not None and highlight(obj) else ""
        file.write(f"  {number[key]} [label={quote(describe(obj))}{color}];\n")
    for holder, held, label in edges:
        file.write(f"  {number[holder]} -> {number[held]} [label={quote(label)}];\n")
    for key, left in more.items():
        file.write(f"  {number[key]}_more [label=\"{left} more\", style=dashed];\n  {number[key]} -> {number[key]}_more [style=dashed];\n")
    file.write("}\n")


# ---- drawing ----

_FIGURES = "/lib/vivarium/figures"
_MOST_NODES, _MOST_EDGES, _LONGEST, _MOST_TEXT = 120, 500, 120, 60_000


def _draw(objs, back, nodes, edges, more, highlight, describe):
    """Prints the message that the page's console draws; nothing if it would be too long for it."""
    keys = list(nodes)[:_MOST_NODES]
    number = {key: index for index, key in enumerate(keys)}
    starts = {id(obj) for obj in objs}
    boxes = []
    for key in keys:
        obj = nodes[key][0]
        box = f'{{"label":{_quoted(_cut(describe(obj), _LONGEST))}'
        box += ',"start":true' if key in starts else ""
        box += ',"mark":true' if highlight is not None and highlight(obj) else ""
        boxes.append(box + (f',"more":{more[key]}}}' if key in more else "}"))
    lines = [f"[{number[holder]},{number[held]},{_quoted(_cut(label))}]" for holder, held, label in edges if holder in number and held in number]
    text = (f'objgraph;{{"version":1,"back":{"true" if back else "false"},"nodes":[{",".join(boxes)}],'
            f'"edges":[{",".join(lines[:_MOST_EDGES])}],"cut":{len(nodes) - len(keys)}}}')
    if len(text) <= _MOST_TEXT:
        print(end=f"\x1b]5379;{text}\x1b\\")


def _quoted(text):
    """JSON's text of a string, in printable ASCII; without importing json, whose functions would be counted from then on."""
    units = memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")
    return '"' + "".join(chr(unit) if 32 <= unit < 127 and unit not in b'"\\' else f"\\u{unit:04x}" for unit in units) + '"'
