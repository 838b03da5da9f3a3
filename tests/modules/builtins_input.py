# reference: input()
name = input("name? ")
print("hello", name)
print(repr(input()))
n = int(input("number: "))
print(n * 2)
print(input(5))
try:
    input("more? ")
except EOFError as e:
    print()
    print(repr(e))
