"""Attributes: properties, slots, class attributes and module-level constants, read and written."""


class Account:
    __slots__ = ("_balance", "owner")
    count = 0
    LIMIT = 1_000_000

    def __init__(self, owner):
        self.owner = owner
        self._balance = 0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < self.LIMIT:
            self._balance = value

    @classmethod
    def opened(cls):
        cls.count += 1
        return cls.count

    @staticmethod
    def fee(amount):
        return amount // 100


def main():
    accounts = [Account(str(i)) for i in range(10)]
    for i in range(8_000):
        for account in accounts:
            account.balance += i % 5
        account.opened()
        account.balance -= Account.fee(i)
    return sum(account.balance for account in accounts), Account.count


print(*main())
