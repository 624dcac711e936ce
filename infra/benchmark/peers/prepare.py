#!/usr/bin/env python3
"""Fills a running stack for the peers' load: products bench-1..100 with much stock, members who are logged in.
usage: prepare.py FILE [--command URL] [--wechat URL] [--staff-key PEM] [--stock N] [--members N]"""
import argparse, base64, json, subprocess, tempfile, time, urllib.request, uuid

a = argparse.ArgumentParser()
a.add_argument("file"); a.add_argument("--command", default="http://127.0.0.1:8080"); a.add_argument("--wechat", default="http://127.0.0.1:8090")
a.add_argument("--staff-key", default=".data/keys/staff-private.pem"); a.add_argument("--stock", type=int, default=1_000_000); a.add_argument("--members", type=int, default=100)
a = a.parse_args()


def base64url(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def staff_token():
    claims = {"iss": "qingdan/console", "sub": "benchmark", "roles": ["MANAGER"], "exp": int(time.time()) + 300}
    signed = base64url(json.dumps({"alg": "RS256"}).encode()) + "." + base64url(json.dumps(claims).encode())
    signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", a.staff_key], input=signed.encode(), capture_output=True, check=True).stdout
    return signed + "." + base64url(signature)


def call(method, url, body, token=None):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}, method=method)
    if token: request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request) as answer: return json.loads(answer.read() or b"{}")


staff = staff_token()
shop = call("POST", a.command + "/api/v1/staff/shops", {"name": "Benchmark"}, staff)["shopId"]
for n in range(1, 101):
    sku = f"bench-{n}"
    call("PUT", f"{a.command}/api/v1/staff/products/{sku}", {"shopId": shop, "name": "Tea " + str(n), "category": "tea", "price": 1000 + n, "listed": True}, staff)
    call("POST", f"{a.command}/api/v1/staff/stock/{sku}/receipts", {"quantity": a.stock, "reference": "benchmark-1"}, staff)
with open(a.file, "w") as out:
    print(shop, file=out)
    for n in range(a.members):
        code = call("POST", a.wechat + "/sim/login-codes", {"openid": f"benchmark-{n}"})["code"]
        print(call("POST", a.command + "/api/v1/sessions", {"code": code})["token"], file=out)
