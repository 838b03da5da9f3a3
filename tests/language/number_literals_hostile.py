# reference: 2.4.5, 2.4.6, 2.4.7
# Odd but legal numbers, and illegal ones with their messages.
SOURCES = ["1_000", "0_0", "00", "0x_ff", "0b_1", "0o_7", "1e1_0", "1_0.0_1", ".5", "5.", "1.e5", "1E+5", "1j", "1.j", ".5J", "0xDEADbeef", "0B11", "0O17", "000_0", "0e0", "0.0j", "00.5", "09.5", "09e1", "09j", "1__0", "1_", "_1", "0x", "0x_", "0xg", "0b2", "0b", "0b12", "0o8", "0o", "0o18", "01", "007", "0_7", "09", "1e", "1e+", "1e_1", "1_e1", "1._5", "1.5_", "1.5.5", "1..5", "1.a", "1a", "0xfor", "1_a", "1e5x", "0b1a", "1jx", "1.5j5", "12abc", "1if 1else 2", "0x1for x in y", "1 .real", "1.real", "1..real", "0777", "0b1_", "0xf_", "1_000_000.000_1e1_0j"]
for source in SOURCES:
    import warnings; warnings.simplefilter("ignore")
    try: print(source, "->", repr(eval(source)))
    except SyntaxError as e: print(source, "!", e.msg, e.offset, e.end_offset)
    except NameError as e: print(source, "NameError", e)
