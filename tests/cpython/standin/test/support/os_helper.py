"""Files in tests."""
import os

TESTFN_ASCII = "@test_vivarium_tmp"
TESTFN = TESTFN_ASCII
TESTFN_UNICODE = TESTFN_ASCII + "-\xe0\xf2"
TESTFN_UNENCODABLE = None
FS_NONASCII = ""


def unlink(name):
    try:
        os.unlink(name)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmtree(path):
    import shutil
    shutil.rmtree(path)


class EnvironmentVarGuard:
    def __enter__(self):
        self.old = dict(os.environ)
        return self

    def __exit__(self, *details):
        os.environ.clear()
        os.environ.update(self.old)

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        os.environ[name] = value

    def set(self, name, value):
        self[name] = value

    def unset(self, name):
        os.environ.pop(name, None)


class temp_cwd:
    def __init__(self, name="tempcwd", quiet=False):
        pass

    def __enter__(self):
        import tempfile
        self.old = os.getcwd()
        self.folder = tempfile.mkdtemp()
        os.chdir(self.folder)
        return self.folder

    def __exit__(self, *details):
        os.chdir(self.old)
        rmtree(self.folder)
