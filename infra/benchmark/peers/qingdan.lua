-- How Qingdan's HTTP looks to the peers' wrk script. prepare.py writes the file that $QINGDAN_BENCH names:
-- the shop's id in its first line, then a member's token in each line.
local A = {}
local JSON = "application/json"
local file = os.getenv("QINGDAN_BENCH") or "/tmp/peers/qingdan.txt"
local shop, tokens = nil, {}
for line in io.lines(file) do
  if not shop then shop = line else tokens[#tokens + 1] = "Bearer " .. line end
end
local function member(n) return tokens[n % #tokens + 1] end
-- An order is its member's alone, so all of a run that reads what it placed is one member's.
local owner = member(0)

function A.place(key, buyer, product, qty)
  return "POST", "/api/v1/orders",
    { ["Content-Type"] = JSON, ["Idempotency-Key"] = key, ["Authorization"] = owner },
    '{"shopId":"' .. shop .. '","lines":[{"sku":"bench-' .. product .. '","quantity":' .. qty .. '}]}'
end
function A.get(id) return "GET", "/api/v1/orders/" .. id, { ["Authorization"] = owner }, nil end
function A.stock(p) return "GET", "/api/v1/products/bench-" .. p, {}, nil end

function A.classify(status, body)
  if status == 201 then return "placed", body:match('"orderId":"([^"]+)"') end
  if status == 200 then
    if body:find('"lines"', 1, true) then return "view", nil end
  end
  if status == 404 then return "stale", nil end
  if status == 409 and body:find("stock.out-of-stock", 1, true) then return "soldout", nil end
  return "error", nil
end
return A
