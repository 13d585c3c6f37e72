cat("before\n")
x <- (1 + 
