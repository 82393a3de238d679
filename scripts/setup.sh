#!/bin/sh
# Installs the Debian packages that the build and the tests need, where they are missing.
set -eu

packages="libicu-dev libsqlite3-dev libarchive-dev libxml2-dev libpq-dev libssl-dev python3-jieba pkg-config zstd postgresql poppler-utils poppler-data"

missing=""
for package in $packages; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then run=""; else run="sudo"; fi
echo "Installing:$missing"
$run apt-get update -qq
DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing >/dev/null
