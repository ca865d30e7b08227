#!/bin/sh
# What links a program in machine code: gcc with the C library's headers. Installs it where that is possible without asking,
# and says why it cannot elsewhere.
set -eu

links() {
    folder=$(mktemp -d)
    printf 'int main(void) { return 0; }\n' > "$folder/a.c"
    gcc "$folder/a.c" -o "$folder/a" -lm -ldl -lpthread 2> /dev/null && result=0 || result=1
    rm -rf "$folder"
    return $result
}

if links; then
    exit 0
fi

if ! command -v apt-get > /dev/null; then
    echo "gcc cannot link a program here, and only apt-get is known to install it: install gcc and the C library's development files."
    exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
    if ! command -v sudo > /dev/null || ! $as_root true 2> /dev/null; then
        echo "gcc cannot link a program here, and only root may install it: apt-get install gcc libc6-dev"
        exit 1
    fi
fi

export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update > /dev/null || true
$as_root apt-get install -y --no-install-recommends gcc libc6-dev > /dev/null || true
links || { echo "gcc cannot link a program here, and apt-get could not install it: apt-get install gcc libc6-dev"; exit 1; }
