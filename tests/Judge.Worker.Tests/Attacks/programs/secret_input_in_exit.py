# attack: dies of an exception that quotes a secret case's input
# judge: runtimeError
import sys
text = sys.stdin.read()
print('contained')
if not text.startswith('attack'):
    raise ValueError(text)
