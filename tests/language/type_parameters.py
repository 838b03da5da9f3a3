# reference: 8.10, 8.10.1, 8.10.2
def first[T](l: list[T]) -> T: return l[0]
class Box[T]:
    def __init__(self, v: T): self.v = v
type Alias[K] = dict[K, int]
print(first([1, 2]), Box(3).v, first.__type_params__, Box.__type_params__, Alias)
