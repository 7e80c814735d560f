-- SPDX-License-Identifier: Apache-2.0
-- GET of the paths in the file $BENCH_PATHS, in turn: no cache of one answer can serve them.
dofile(os.getenv("BENCH_WRK") .. "/report.lua")
local requests, at = {}, 0

function init() -- only now does wrk know the Host header
  for path in io.lines(os.getenv("BENCH_PATHS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end
