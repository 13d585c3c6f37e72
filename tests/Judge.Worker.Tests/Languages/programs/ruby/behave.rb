case gets.chomp
when "exit" then exit 3
when "crash" then [1].fetch(7)
when "loop" then loop {}
when "memory"
  kept = []
  loop { kept << "x" * 1_000_000 }
end
