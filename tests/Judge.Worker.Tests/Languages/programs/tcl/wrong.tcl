puts before
proc broken {} {
    puts "unfinished"
