what = input()
if what == "exit": raise SystemExit(3)
if what == "crash": raise SyntaxError("made up")
while what == "loop": pass
kept = []
while True: kept.append("x" * 1000000)
