# -*- coding: latin-1 -*-
# reference: 2.1.4
print(len("é"), ascii("é"))
print(undefined, "é")
