import sys

def quit_now():
    try:
        sys.exit("bye")
    except Exception:
        print("not caught by Exception")

try:
    quit_now()
except BaseException as e:
    print(type(e).__name__, e.code)
    raise
