-- SPDX-License-Identifier: Apache-2.0
-- Shared end of both scripts: one line of names and values. Answers that are not 2xx are counted, never hidden.
wrk.headers["Accept"] = "application/json"
local header = os.getenv("BENCH_HEADER")
if header and header ~= "" then
  local name, value = header:match("^([^:]+):%s*(.*)$")
  wrk.headers[name] = value
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "RESULT rps %.1f p50_ms %.3f p99_ms %.3f requests %d non_2xx %d socket_errors %d bytes %.0f\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    summary.bytes / math.max(1, summary.requests)))
end
