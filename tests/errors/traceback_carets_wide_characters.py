# Carets of tracebacks count the columns of wide characters twice; those of SyntaxErrors do not.
def 函数(x):
    変数 = "日本語" + x + 1 ; return 変数

def nested(値):
    return [ｘ for ｘ in "é" if len("😀" * 値["あ"]) / (値["い"] - 値["い"])]

for call in (lambda: 函数("あ"), lambda: nested({"あ": 1, "い": 2}), lambda: "한글".encode("ascii") + "x", lambda: {"鍵": 1}["錠"], lambda: "e\u0301" + "é" + 日本.x):
    try:
        call()
    except Exception as e:
        import sys
        sys.excepthook(type(e), e, e.__traceback__)
raise ValueError("日本") if not "日本語".upper() else 函数("あ" + (lambda 数: 数 / 0)(1).x)
