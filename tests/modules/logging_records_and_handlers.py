"""logging: loggers, levels, handlers, formatters, filters, configuration."""
import io
import logging
import logging.config
import logging.handlers
import sys

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app")
log.debug("not seen")
log.info("hello %s", "world")
log.warning("%d%% of %(x)s" if 0 else "%d%%", 5)
log.error("bad", extra={"user": "me"})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
log.critical("dict %(a)d %(b)s", {"a": 1, "b": "two"})
print(out.getvalue().replace(__file__, "FILE"))

print(logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLevelName(25), logging.getLevelNamesMapping()["WARN"])
logging.addLevelName(25, "NOTICE")
child = logging.getLogger("app.db")
print(child.parent is log, log.parent is logging.root, child.getEffectiveLevel(), child.isEnabledFor(25), child, logging.root)
print(log.getChild("db") is child, log.hasHandlers(), log.handlers)


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


h = ListHandler()
h.setFormatter(logging.Formatter("{levelname:<8}|{name}|{message}|{funcName}|{lineno}", style="{"))
child.addHandler(h)
child.propagate = False
child.setLevel("DEBUG")
child.addFilter(lambda record: "secret" not in record.getMessage())


def work():
    child.debug("in %r", work.__name__)
    child.log(25, "noticed")
    child.info("a secret")
    child.warning("deep", stacklevel=2)


work()
print("\n".join(h.lines))
h.setFormatter(logging.Formatter("$levelname $message $user", style="$", defaults={"user": "nobody"}))
h.lines.clear()
child.info("one")
logging.LoggerAdapter(child, {"user": "adapter"}).info("two")
print(h.lines)

record = logging.makeLogRecord({"msg": "x %s", "args": ("y",), "levelno": 30, "levelname": "WARNING", "name": "n"})
print(record.getMessage(), logging.Formatter().format(record), record)
print(logging.Formatter("%(asctime)s %(message)s", "%Y").usesTime(), logging.Formatter("%(message)s").usesTime())
for bad in ("%(nope", "{"), ("{x!z}", "{"), ("no field", "%"), ("x", "?"):
    try:
        logging.Formatter(bad[0], style=bad[1])
        print("fine")
    except ValueError as error:
        print(error)
try:
    log.setLevel("LOUD")
except ValueError as error:
    print(error)

memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=h)
h.lines.clear()
other = logging.getLogger("other")
other.addHandler(memory)
other.propagate = False
other.info("kept")
print(h.lines)
other.error("flushes")
print(h.lines)
other.removeHandler(memory)

logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "%(name)s-%(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short", "level": "INFO"}},
    "loggers": {"conf": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
})
logging.getLogger("conf").info("configured")
logging.getLogger("conf").debug("too low")
logging.disable(logging.CRITICAL)
logging.getLogger("conf").error("disabled")
logging.disable(logging.NOTSET)
logging.captureWarnings(True)
logging.captureWarnings(False)
handler = logging.StreamHandler(sys.stdout)
handler.terminator = "!\n"
lone = logging.getLogger("lone")
lone.propagate = False
lone.addHandler(handler)
lone.warning("end")
print(logging.NullHandler(), logging.lastResort.level)
