local what = io.read("l")
if what == "exit" then os.exit(3) end
if what == "crash" then error("crashed") end
if what == "loop" then while true do end end
local kept = {}
while true do kept[#kept + 1] = string.rep("x", 1000000) .. #kept end
