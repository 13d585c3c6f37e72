puts "before"
def broken(
puts 1
