# SPDX-License-Identifier: Apache-2.0
# nginx with static files as large as Konbit's answers and a create that stores nothing: what HTTP itself allows here.
folder=$BENCH_DIR/nginx port=18081
base=http://127.0.0.1:$port ready=/point header="" create_path=/create create_body='{"name":"NUMBER"}'

start() { exec nginx -p "$folder" -c "$folder/nginx.conf"; }
install_mb() { du -smL "$(command -v nginx)" | cut -f1; }
point_paths() { echo /point; }
list_paths() { echo /list; }
search_paths() { echo /search; }

prepare() {
  mkdir -p "$folder/files" "$folder/temporary"
  head -c "${BENCH_POINT_BYTES:-1100}" "$seed" >"$folder/files/point"
  head -c "${BENCH_LIST_BYTES:-42000}" "$seed" >"$folder/files/list"
  head -c "${BENCH_SEARCH_BYTES:-17000}" "$seed" >"$folder/files/search"
  cat >"$folder/nginx.conf" <<EOT
daemon off; worker_processes 1; pid $folder/nginx.pid; error_log $folder/error.log;
events { worker_connections 1024; }
http {
  access_log off; default_type application/json; sendfile on; keepalive_requests 10000000;
  client_body_temp_path $folder/temporary; proxy_temp_path $folder/temporary; fastcgi_temp_path $folder/temporary;
  uwsgi_temp_path $folder/temporary; scgi_temp_path $folder/temporary;
  server {
    listen 127.0.0.1:$port; root $folder/files;
    location = /create { return 201 '{"id":1}'; }
  }
}
EOT
  chmod -R a+rX "$folder"
}
