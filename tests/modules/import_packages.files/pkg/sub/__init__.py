from .. import leaf as above
VALUE = above.value + 1
