# reference: 4.3
# What the interpreter itself prints for an uncaught exception in an expression over several lines.
def call(*args):
    return args[0] / (
        args[1] -
        args[2])
class Deep:
    def __init__(self, n):
        self.n = n
    @property
    def value(self):
        return call(self.n,
                    1,
                    1)
def run():
    total = [Deep(i).value
             for i in range(3)
             if i >= 0]
    return total
run()
