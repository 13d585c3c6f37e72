read -r what
case $what in
  exit) exit 3 ;;
  crash) set -e; false ;;
  loop) while :; do :; done ;;
  memory) kept=xxxxxxxxxxxxxxxx; while :; do kept=$kept$kept; done ;;
esac
