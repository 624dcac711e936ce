-- How Qingdan's HTTP looks to wrk: to our own load.lua and to the peers' wrk.lua. A file that the benchmark leaves has the shop's
-- id, the addresses of command-side, query-side and WeChat's simulator, and a member's token, each in a line.
local A = {}
local JSON = "application/json"
local lines = io.lines(os.getenv("QINGDAN_BENCH") or os.getenv("QINGDAN") .. "/infra/benchmark/target/serve/shop")
local shop = lines()
local sides = { command = lines(), query = lines(), wechat = lines() }
-- An order is its member's alone, so all of a run that reads what it placed is one member's.
local owner = "Bearer " .. lines()

-- The method decides the side, and a thread of wrk has one address: the first request leads it there, before wrk connects.
local led = false
function A.lead(side)
  if not led then wrk.thread.addr = wrk.lookup(sides[side]:match("(.+):(%d+)"))[1]; led = true end
end

function A.place(key, buyer, product, qty)
  A.lead("command")
  return "POST", "/api/v1/orders",
    { ["Content-Type"] = JSON, ["Idempotency-Key"] = key, ["Authorization"] = owner },
    '{"shopId":"' .. shop .. '","lines":[{"sku":"bench-' .. product .. '","quantity":' .. qty .. '}]}'
end
local function step(id, name)
  A.lead("command")
  return "POST", "/api/v1/orders/" .. id .. "/" .. name,
    { ["Content-Type"] = JSON, ["Idempotency-Key"] = name .. id, ["Authorization"] = owner }, "{}"
end
function A.cancel(id) return step(id, "cancellation") end
function A.prepay(id) return step(id, "payments") end
function A.pay(prepay)
  A.lead("wechat")
  return "POST", "/sim/payments", { ["Content-Type"] = JSON }, '{"prepayId":"' .. prepay .. '","outcome":"SUCCESS"}'
end
function A.get(id) A.lead("query"); return "GET", "/api/v1/orders/" .. id, { ["Authorization"] = owner }, nil end
function A.stock(p) A.lead("query"); return "GET", "/api/v1/products/bench-" .. p, {}, nil end

function A.classify(status, body)
  if status == 201 then
    local prepay = body:match('prepay_id=([^"]+)')
    if prepay then return "changed", prepay end
    if body:find('"prepayId"', 1, true) then return "paid", nil end
    return "placed", body:match('"orderId":"([^"]+)"')
  end
  if status == 200 then
    if not body:find('"lines"', 1, true) then return "changed", nil end
    return body:find('"AWAITING_PAYMENT"', 1, true) and "stale" or "read", nil
  end
  if status == 404 then return "stale", nil end
  if status == 409 and body:find("stock.out-of-stock", 1, true) then return "soldout", nil end
  return "error", nil
end
return A
