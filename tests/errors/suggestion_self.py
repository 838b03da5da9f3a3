class C:
    def __init__(self):
        self.total = 1

    def show(self):
        return total

C().show()
