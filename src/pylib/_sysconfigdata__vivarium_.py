"""What sysconfig knows of the build: nothing was configured for a compiler of extension modules."""
build_time_vars = {"WITH_DOC_STRINGS": 1}
