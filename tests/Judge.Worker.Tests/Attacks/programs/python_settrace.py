# attack: tampers with the interpreter that runs it: a trace function, hooks, the standard streams
# judge: accepted
import builtins, os, sys

def trace(frame, event, arg):
    return trace

sys.settrace(trace)
sys.setprofile(lambda *a: None)
sys.setrecursionlimit(2**31 - 1)
sys.addaudithook(lambda *a: None)
sys.excepthook = lambda *a: os._exit(0)
builtins.open = lambda *a, **k: None
escapes = [p for p in sys.path if p and not p.startswith(('/usr', '/box'))]
print('ESCAPED: ' + ' '.join(escapes) if escapes else 'contained')
