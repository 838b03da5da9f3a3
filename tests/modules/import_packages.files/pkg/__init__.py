print("pkg begins", __name__, __spec__.name)
__all__ = ["leaf", "star"]
star = "from __init__"
hidden = 1
