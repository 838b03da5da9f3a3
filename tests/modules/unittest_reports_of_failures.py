# unittest: reports of every kind of failure.
import contextlib, io, re, unittest


def plain(text):
    text = re.sub(r"in \d+\.\d+s", "in Xs", text)
    return re.sub(r"  File .*\n(    .*\n)*", "", text)
class T(unittest.TestCase):
    maxDiff = 300
    def setUp(self): self.x = [1, 2]
    def test_eq(self): self.assertEqual([1, 2, 3], [1, 2, 4], "lists")
    def test_str(self): self.assertEqual("hello\nworld\n", "hello\nWorld\n")
    def test_dict(self): self.assertEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})
    def test_set(self): self.assertSetEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertTupleEqual((1,), (1, 2))
    def test_in(self): self.assertIn(3, self.x)
    def test_raises(self):
        with self.assertRaises(ValueError): pass
    def test_raises_regex(self):
        with self.assertRaisesRegex(ValueError, "abc"): raise ValueError("xyz")
    def test_other(self):
        with self.assertRaises(ValueError): raise KeyError("k")
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1, places=3)
    def test_close(self): self.assertAlmostEqual(1.0, 1.1, delta=0.05)
    def test_isinst(self): self.assertIsInstance(3, str)
    def test_none(self): self.assertIsNone(4)
    def test_regex(self): self.assertRegex("abc", r"\d+")
    def test_count(self): self.assertCountEqual([1, 2, 2], [2, 1, 3])
    def test_less(self): self.assertLess(3, 2)
    def test_true(self): self.assertTrue([])
    def test_logs(self):
        with self.assertLogs("x", "INFO"): pass
    def test_warns(self):
        with self.assertWarns(DeprecationWarning): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest("even", i=i): self.assertEqual(i % 2, 0)
    @unittest.skip("later") 
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail("expected")
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_error(self): {}["no"]
    def test_skiptest(self): raise unittest.SkipTest("now")
    def test_multiline(self):
        """A described test.

        more"""
        self.assertMultiLineEqual("a\nb", "a\nc")
    def test_long(self): self.assertEqual("x" * 400, "y" * 400)
    def test_is(self): self.assertIs([], [])
    def test_cleanup(self):
        self.addCleanup(lambda: 1 / 0)
class S(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("no db")
    def test_a(self): pass
class Rt(unittest.TextTestResult):
    pass

out = io.StringIO()
for v in (2,):
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, S))
    r = unittest.TextTestRunner(stream=out, verbosity=v, descriptions=True).run(suite)
    print(r)
print(plain(out.getvalue()))
print(T("test_eq"), repr(T("test_eq")), T("test_multiline").shortDescription())
out = io.StringIO()
codes = []
for arguments in ["prog", "T.test_nope", "T.test_in"], ["prog", "-h"]:
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            unittest.main(argv=arguments)
        except SystemExit as e:
            codes.append(e.code)
print(plain(out.getvalue()), codes)
