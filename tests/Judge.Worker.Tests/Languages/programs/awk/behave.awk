/exit/ { exit 3 }
/crash/ { print 1 / nothing }
/loop/ { while (1) { } }
/memory/ { text = "x"; while (1) kept[++n] = (text = length(text) < 1000000 ? text text : text) n }
