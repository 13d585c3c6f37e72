# attack: prints a secret case's input to every stream, for the judge to show it
# judge: wrongAnswer
import sys
text = sys.stdin.read()
print('contained' if text.startswith('attack') else text)
print(text, file=sys.stderr)
