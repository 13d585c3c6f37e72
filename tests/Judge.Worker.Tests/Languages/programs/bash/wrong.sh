echo before
if true; then
  echo unfinished
