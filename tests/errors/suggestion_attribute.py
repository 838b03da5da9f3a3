class Robot:
    def __init__(self):
        self.speed = 1

Robot().sped
