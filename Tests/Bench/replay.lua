-- Sends the requests of a file in turn (a line each: method, path, session, form token, body) and prints plain figures.
local requests, next_one = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local method, path, session, token, body = line:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.*)$")
    local headers = { Host = arguments[2] }
    if session ~= "" then headers["Cookie"] = "skrytka=" .. session end
    if method == "POST" then
      headers["Origin"] = "http://" .. arguments[2]
      headers["Content-Type"] = "application/x-www-form-urlencoded"
      if token ~= "" then headers["X-CSRF-Token"] = token end
    end
    requests[#requests + 1] = wrk.format(method, path, headers, method == "POST" and body or nil)
  end
end

function request()
  next_one = next_one % #requests + 1
  return requests[next_one]
end

function done(summary, latency)
  local failures = summary.errors
  print("requests=" .. summary.requests)
  print("microseconds=" .. summary.duration)
  print("bytes=" .. summary.bytes)
  print("p50=" .. latency:percentile(50))
  print("p99=" .. latency:percentile(99))
  print("failures=" .. failures.connect + failures.read + failures.write + failures.status + failures.timeout)
end
