-- The load of one run: wrk -s load.lua URL -- workload=W1 api=qingdan.lua folder=FOLDER salt=N
-- W1 orders of any product; W3 reads of any order; W4 orders of one product, until it is sold out or for ever; W2 place : cancel :
-- read and W2PAY place : ask to pay : pay : read, each as often as the others.
-- A thread of wrk has one address, so those two take threads for each side; ids pass from thread to thread through files. wrk gives
-- each thread as many connections, and a read is answered so soon that an eighth of them is enough: more would stand idle.
local threads = {}
local ROLES = { W1 = { "place" }, W3 = { "read" }, W4 = { "place" },
  W2 = { "change", "change", "change", "change", "change", "change", "change", "read" },
  W2PAY = { "change", "change", "pay", "read" }, PING = { "ping" } }

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

counts = { placed = 0, changed = 0, paid = 0, read = 0, stale = 0, soldout = 0, again = 0, error = 0 }
local random, format = math.random, string.format
local api, mail

local function uuid()
  return format("%08x-%04x-4%03x-a%03x-%06x%06x", random(0, 0x7fffffff), random(0, 0xffff), random(0, 0xfff),
    random(0, 0xfff), random(0, 0xffffff), random(0, 0xffffff))
end
local function queue() return { first = 1, last = 0 } end
local function push(q, v) q.last = q.last + 1; q[q.last] = v end
local function pop(q)
  if q.first > q.last then return nil end
  local v = q[q.first]
  q[q.first] = nil; q.first = q.first + 1
  return v
end

-- What other threads left for this one, and a slot to ask in for each. A line that is only half there stays for the next look.
local function inbox(folder, name, writers)
  local files, halves, waiting, slots = {}, {}, queue(), 0
  local function look()
    for i = 1, writers do
      files[i] = files[i] or io.open(format("%s/%s.%d", folder, name, i))
      if files[i] then
        local text = (halves[i] or "") .. (files[i]:read("*a") or "")
        local whole = text:match("^.*\n") or ""
        halves[i] = text:sub(#whole + 1)
        for line in whole:gmatch("[^\n]+") do push(waiting, line); slots = slots + 1 end
      end
    end
  end
  local function left() if slots == 0 then look() end return slots end
  return { slots = left,
    take = function() if left() == 0 then return nil end slots = slots - 1; return pop(waiting) end,
    back = function(v) push(waiting, v) end }
end
local function outbox(folder, name)
  local file = assert(io.open(format("%s/%s.%d", folder, name, number), "w"))
  file:setvbuf("line")
  return function(v) file:write(v, "\n") end
end

local function place_any() return api.place(uuid(), random(1, 100000), random(1, 100), random(1, 3)) end

local function placing(hot)
  request = function()
    if hot then return mail(api.place(uuid(), 1, hot, 1)) end
    return mail(place_any())
  end
end
-- Every second request changes an order that this thread has placed.
local function changing(folder, paying)
  local placed, under_way, turn = queue(), queue(), 0
  local changed, prepaid = outbox(folder, "changed"), paying and outbox(folder, "prepaid")
  request = function()
    turn = turn + 1
    local id = turn % 2 == 0 and pop(placed)
    if not id then return mail(place_any()) end
    push(under_way, id)
    if paying then return mail(api.prepay(id)) end
    return mail(api.cancel(id))
  end
  return function(kind, id)
    if kind == "placed" then push(placed, id) end
    if kind == "changed" then changed(pop(under_way)); if prepaid then prepaid(id) end end
  end
end
-- What other threads left is asked for once, and again where the answer is stale: later, when something new has come, as if this
-- thread's requests were slots among theirs. So reads are as many as changes, however far behind a view is. wrk has to send
-- something: with no slot it rests a little and then repeats its last request, which does not count.
local REST_MILLIS = 50
local function taking(folder, name, ask, writers)
  local ids, under_way, last = inbox(folder, name, writers), queue(), "none"
  delay = function() return ids.slots() > 0 and 0 or REST_MILLIS end
  request = function()
    local id = ids.take()
    last = id or last
    push(under_way, id or false)
    return mail(ask(last))
  end
  return function(kind)
    local id = pop(under_way)
    if not id then return "again" end
    if kind == "stale" then ids.back(id) end
  end
end

function init(arguments)
  local o = {}
  for _, a in ipairs(arguments) do local k, v = a:match("^(%w+)=(.*)$"); if k then o[k] = v end end
  math.randomseed((tonumber(o.salt) or os.time()) * 97 + number * 7919)
  for _ = 1, 10 do random() end
  api = dofile(o.api)
  mail = function(method, path, headers, body) headers["Host"] = wrk.headers["Host"]; return wrk.format(method, path, headers, body) end
  local role, writers = ROLES[o.workload][number], 0
  for _, r in ipairs(ROLES[o.workload]) do if r == "change" then writers = writers + 1 end end
  local follow = function() end
  if #ROLES[o.workload] > 1 then delay = function() return 0 end end
  if role == "ping" then request = function() return mail("GET", "/actuator/health/liveness", {}, nil) end; return end
  api.lead(role == "read" and "query" or role == "pay" and "wechat" or "command")
  if role == "place" then placing(o.workload == "W4" and o.hot)
  elseif role == "change" then follow = changing(o.folder, o.workload == "W2PAY")
  elseif role == "pay" then follow = taking(o.folder, "prepaid", api.pay, writers)
  elseif o.workload == "W3" then
    local ids = {}
    for l in io.lines(o.folder .. "/ids") do ids[#ids + 1] = l end
    request = function() return mail(api.get(ids[random(1, #ids)])) end
  else follow = taking(o.folder, "changed", api.get, writers) end
  if o.workload == "W1" or o.workload == "W3" then return end
  response = function(status, headers, body)
    local kind, id = api.classify(status, body)
    kind = follow(kind, id) or kind
    counts[kind] = counts[kind] + 1
  end
end

function done(summary, latency)
  local sum, lines = {}, {}
  for _, t in ipairs(threads) do for k, v in pairs(t:get("counts")) do sum[k] = (sum[k] or 0) + v end end
  for k, v in pairs(sum) do lines[#lines + 1] = format('"%s":%d', k, v) end
  local e = summary.errors
  io.stderr:write(format('{"requests":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"max":%.3f,"badStatus":%d,"broken":%d,%s}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    e.status, e.connect + e.read + e.write + e.timeout, table.concat(lines, ",")))
end
