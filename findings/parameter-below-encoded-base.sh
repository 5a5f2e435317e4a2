#!/usr/bin/env bash
# Astro: nothing with a parameter can be built below a `base` that is written as it stands in addresses.
#
# Versions: astro 7.3.4, Node 24 (Astro wants 22.12 or newer; `PATH` says which).
# One would guess: `base` is the path of addresses, so that `/%E7%9F%A5/` is as good as `/知/`.
# Seen: what has a fixed name is built below both; `src/pages/[slug].txt.ts` or `[slug].astro` below the encoded one ends the build with
# `TypeError: Missing parameter: slug`, and so it does for a space written `%20`. Typed as it reads, it is built.
# Last seen 2026-11-28. Fails when this changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export ASTRO_TELEMETRY_DISABLED=1
echo "Node $(node --version)"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit astro@7.3.4
npm pkg set type=module
mkdir -p src/pages
cat >'[slug].txt.ts' <<'TS'
export const getStaticPaths = () => [{ params: { slug: 'a' } }];
export const GET = () => new Response('text');
TS
cat >'fixed.txt.ts' <<'TS'
export const GET = () => new Response('text');
TS
cat >'[slug].astro' <<'ASTRO'
---
export const getStaticPaths = () => [{ params: { slug: 'b' } }];
---
<html lang="zh"><head><title>b</title></head><body></body></html>
ASTRO

as_seen=0
try() { # what, file, base, what is to be seen
  rm -rf src/pages/* dist .astro node_modules/.astro
  cp "$2" src/pages/
  if npx astro build --base "$3" >log 2>&1; then seen='built'; else seen=$(grep -o 'Missing parameter: slug' log | head -1 || true); fi
  printf '%-28s base %-12s %s\n' "$1" "$3" "${seen:-another error}"
  [ "$seen" = "$4" ] || as_seen=1
}
try 'endpoint with a parameter' '[slug].txt.ts' '/知/' 'built'
try 'endpoint with a parameter' '[slug].txt.ts' '/%E7%9F%A5/' 'Missing parameter: slug'
try 'endpoint with a parameter' '[slug].txt.ts' '/a b/' 'built'
try 'endpoint with a parameter' '[slug].txt.ts' '/a%20b/' 'Missing parameter: slug'
try 'endpoint without' 'fixed.txt.ts' '/%E7%9F%A5/' 'built'
try 'page with a parameter' '[slug].astro' '/知/' 'built'
try 'page with a parameter' '[slug].astro' '/%E7%9F%A5/' 'Missing parameter: slug'
[ $as_seen = 0 ] && echo 'as seen before' || echo 'CHANGED'
exit $as_seen
