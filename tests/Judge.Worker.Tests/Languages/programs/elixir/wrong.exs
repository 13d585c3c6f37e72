IO.puts("before")
x = )
