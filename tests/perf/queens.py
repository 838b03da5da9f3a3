"""N-queens: every solution by backtracking over generators and sets."""


def queens(n):
    columns, rising, falling = set(), set(), set()
    board = []

    def place(row):
        if row == n:
            yield tuple(board)
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            board.append(column)
            yield from place(row + 1)
            board.pop()
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    return list(place(0))


for size in range(4, 10):
    solutions = queens(size)
    print(size, len(solutions), solutions[0])
