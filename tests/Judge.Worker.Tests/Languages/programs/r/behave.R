what <- readLines(file("stdin"), n = 1)
if (what == "exit") quit(status = 3)
if (what == "crash") stop("crashed")
while (what == "loop") { }
kept <- list()
repeat kept[[length(kept) + 1]] <- runif(125000)
