class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[1]}"

class Nested:
    class DeepError(AppError):
        pass

raise Nested.DeepError(7, "deep\nsecond line")
