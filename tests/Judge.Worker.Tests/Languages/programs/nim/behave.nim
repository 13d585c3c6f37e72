case stdin.readLine
of "exit": quit(3)
of "crash": raise newException(ValueError, "crashed")
of "loop":
  while true: discard
else:
  var kept: seq[seq[int64]]
  while true:
    var fresh = newSeq[int64](125_000)
    for i in 0 ..< fresh.len: fresh[i] = i
    kept.add(fresh)
