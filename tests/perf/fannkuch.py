"""Fannkuch: pancake flips of all permutations; list slices and index arithmetic."""


def fannkuch(n):
    count = list(range(1, n + 1))
    perm1 = list(range(n))
    most = checksum = turn = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        perm = perm1[:]
        flips = 0
        k = perm[0]
        while k:
            perm[: k + 1] = perm[k::-1]
            flips += 1
            k = perm[0]
        most = max(most, flips)
        checksum += flips if turn % 2 == 0 else -flips
        while r < n:
            perm1.insert(r, perm1.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        else:
            return checksum, most
        r += 0
        turn += 1


print(*fannkuch(8))
