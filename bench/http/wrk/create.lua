-- SPDX-License-Identifier: Apache-2.0
-- POST of the JSON in $BENCH_BODY with NUMBER replaced, so that every record differs.
dofile(os.getenv("BENCH_WRK") .. "/report.lua")
wrk.headers["Content-Type"] = "application/json"
local path, template = os.getenv("BENCH_CREATE"), os.getenv("BENCH_BODY")
local run, number = os.time(), 0
function request()
  number = number + 1
  return wrk.format("POST", path, nil, (template:gsub("NUMBER", run .. "-" .. number)))
end
