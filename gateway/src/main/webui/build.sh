#!/bin/sh
# build.sh OUT STAMP   builds the web app into OUT; does nothing where no file changed since STAMP was written.
# build.sh test        runs its tests.
set -eu
cd "$(dirname "$0")"

node_folder() {
  IFS=:
  for folder in $PATH; do
    if [ -x "$folder/node" ] && "$folder/node" -e '
      const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null; then
      echo "$folder"
      return
    fi
  done
}

node=$(node_folder)
if [ -z "$node" ]; then
  echo "Node 20.19 or newer is needed to build the web app: install it (for example the Debian package nodejs)" >&2
  exit 1
fi
PATH=$node:$PATH
export PATH
if ! command -v npm >/dev/null; then
  echo "npm is needed to build the web app: install it (for example the Debian package npm)" >&2
  exit 1
fi

packages() {
  lock=$(cksum <package-lock.json)
  if [ ! -f node_modules/.lock ] || [ "$(cat node_modules/.lock)" != "$lock" ]; then
    npm ci --no-audit --no-fund
    echo "$lock" >node_modules/.lock
  fi
}

if [ "$1" = test ]; then
  packages
  exec npm run --silent test
fi

out=$1
stamp=$2
now="$(find . -path ./node_modules -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum) $(node -v)"
if [ -f "$out/index.html" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
  echo "web app: unchanged"
  exit 0
fi
packages
rm -f "$stamp"
mkdir -p "$out"
npm run --silent build -- --outDir "$out" --emptyOutDir --logLevel warn
echo "$now" >"$stamp"
