-- Orders with different numbers; prints the figures that wrk's own summary leaves out on one line.
local order = 0

function request()
  order = order + 1
  return wrk.format("GET", "/orders/" .. order)
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("result %d %d %d %d %d %d\n",
    summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    summary.duration,
    latency:percentile(50), latency:percentile(99), latency:percentile(99.9)))
end
