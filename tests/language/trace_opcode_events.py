# reference: 3.2.13.2.2
# f_trace_opcodes: an event before every instruction, alone and with lines.
import sys, dis
def f(a):
    b = a + 1
    return b
for lines, opcodes in ((True, True), (False, True), (True, False), (False, False)):
    log = []
    def trace(frame, event, arg):
        if frame.f_code.co_name != "f": return None
        frame.f_trace_lines, frame.f_trace_opcodes = lines, opcodes
        log.append((event, frame.f_lineno - f.__code__.co_firstlineno, dis.opname[frame.f_code.co_code[frame.f_lasti]] if event == "opcode" else arg))
        return trace
    sys.settrace(trace); f(1); sys.settrace(None)
    print(lines, opcodes, log)
