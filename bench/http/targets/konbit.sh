# SPDX-License-Identifier: Apache-2.0
# The release binary on SQLite, as ./run serves it: authorization, search maintenance and fsync on.
folder=$BENCH_DIR/konbit port=18077
binary=${KONBIT_BINARY:-$repository/build/release/server/konbit}
base=http://127.0.0.1:$port ready=/healthz
email=load@konbit.example password=nine-carts-of-breadfruit
create_path=/api/organizations
create_body='{"name":"Bench NUMBER","kind":"firm","country_code":"TT","sector":"10","description":{"en":"Made by the bench, number NUMBER."},"website":"https://bench.example","founded_year":2020,"publication":"published"}'

# One address and one session send everything here: the limit per address stays on, out of reach.
start() { exec "$binary" serve --data "$folder/data" --port "$port" --requests-per-minute 1000000000; }
install_mb() { du -sm "$binary" | cut -f1; }

prepare() {
  mkdir -p "$folder"
  [ -e "$folder/.loaded" ] && return 0
  rm -rf "$folder/data"
  "$binary" user add --data "$folder/data" --email "$email" --name 'Ines Weekes' --password "$password" \
    --role regional_editor
  (start) >"$folder/load.log" 2>&1 &
  local pid=$! status=0
  wait_until_ready
  sign_in && bench_node "$http/load.ts" "$base$create_path" "$header" 1 <"$seed" >"$folder/ids" || status=1
  kill $pid
  wait $pid 2>/dev/null || true
  [ $status = 0 ] && touch "$folder/.loaded"
}

# The cookie of a session; the server must run.
sign_in() {
  header=$(curl -sf -D - -o /dev/null -H 'Content-Type: application/json' "$base/api/session" \
    -d "{\"email\":\"$email\",\"password\":\"$password\"}" | sed -n 's/^set-cookie: \([^;]*\).*/Cookie: \1/Ip')
  [ -n "$header" ]
}

point_paths() { shuf --random-source="$seed" "$folder/ids" | sed 's|^|/api/organizations/|'; }
list_paths() {
  for country in $list_countries; do
    for kind in $list_kinds; do
      echo "/api/organizations?country_code=$country&kind=$kind&sort=-updated_at&limit=50&count=true"
    done
  done
}
search_paths() { for word in $search_words; do echo "/api/organizations?q=$word&limit=20"; done; }
