what = input()
if what == "exit": raise SystemExit(3)
if what == "crash": [][0]
while what == "loop": pass
kept = []
while True: kept.append(bytearray(b"x") * 1000000)
