# Wrong: ignores the minus signs (fails already on sample 2).
import re
print(sum(int(x) for x in re.findall(r"[0-9]+", input())))
