#!/bin/bash
# Writes a tar with what the tests run in containers: sh, the core utilities, find, grep, Python and gcc, from this host, at the
# same paths. No registry is needed.
set -eu
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
mkdir "$own/etc"
echo judge:x:1000:1000::/tmp:/bin/sh > "$own/etc/passwd"
multiarch=$(gcc -print-multiarch)
gcc=$(dirname "$(readlink -f "$(gcc -print-prog-name=cc1)")")
programs="/usr/bin/dash /usr/bin/python3 /usr/bin/gcc /usr/bin/as /usr/bin/ld /usr/bin/find /usr/bin/xargs /usr/bin/grep
  $(dpkg -L coreutils | grep -E '^(/usr)?/bin/' | sed 's,^/bin,/usr/bin,')
  $gcc/cc1 $gcc/collect2 $(find /usr/lib/python3.*/lib-dynload -name '*.so')"
{
  # The programs with every link on the way, and their libraries.
  for program in $programs; do
    while echo "$program"; [ -L "$program" ]; do program=$(realpath -s -m "$(dirname "$program")/$(readlink "$program")"); done
  done
  # shellcheck disable=SC2086 # the programs are words
  ldd $programs 2>/dev/null | grep -o '/[^ :)]*' | sort -u | while read -r library; do
    echo "$(realpath "$(dirname "$library")")/$(basename "$library")"
    realpath "$library"
  done
  find /usr/lib/python3.*/ \( -name test -o -name dist-packages -o -name idlelib -o -name lib2to3 -o -name pydoc_data -o -name 'config-*' \) -prune -o -type f -print
  find "$gcc/include" "$gcc"/*.o "$gcc"/libgcc*.a "$gcc/libgcc_s.so" "$gcc/liblto_plugin.so"
  dpkg -L libc6-dev linux-libc-dev libcrypt-dev | grep /include/
  find "/usr/lib/$multiarch" -maxdepth 1 \( -name '*crt*.o' -o -name 'libc.so*' -o -name 'libc_nonshared.a' -o -name 'libm.so*' -o -name 'libmvec.so*' -o -name 'libgcc_s.so*' -o -name 'ld-linux*' \)
  for file in /bin /sbin /lib /lib64 /usr/bin/sh /usr/lib64/ld-linux-x86-64.so.2 /usr/lib/ld-linux-aarch64.so.1; do
    if [ -L $file ]; then echo $file; fi
  done
} | sort -u | tar -C / -c --no-recursion --files-from - -C "$own" etc/passwd 2>/dev/null
