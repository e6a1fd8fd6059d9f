"""Takes OTLP/HTTP on 4318, counts it by path, and tells Prometheus on 8889 the figures in it under the names that the real collector gives them; both over TLS."""
import collections
import http.server
import re
import ssl
import struct
import threading
import time

KEPT = 300  # seconds, as the real collector's exporter does (metric_expiration)
UNITS = {"s": "seconds", "ms": "milliseconds", "By": "bytes"}

counts = collections.Counter()
figures = {}  # (name, labels) -> (value, told at)
lock = threading.Lock()


def fields(data):
    """The fields of a protobuf message: number and value, an int for numbers and bytes for the rest."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        kind = key & 7
        if kind == 0:
            yield key >> 3, varint()
            continue
        size = {1: 8, 5: 4}.get(kind)
        if size is None:
            size = varint()
        yield key >> 3, data[at:at + size]
        at += size


def of(message, number):
    return [value for found, value in fields(message) if found == number]


def one(message, number, usual=b""):
    found = of(message, number)
    return found[-1] if found else usual


def double(data):
    return struct.unpack("<d", data)[0]


def whole(data):
    return struct.unpack("<q", data)[0]


def labels(attributes):
    found = {}
    for attribute in attributes:
        for number, value in fields(one(attribute, 2)):
            text = value.decode() if number == 1 else str(bool(value)).lower() if number == 2 else str(value) if number == 3 else str(double(value))
            found[re.sub(r"\W", "_", one(attribute, 1).decode())] = text
    return found


def named(name, unit, grows):
    name = re.sub(r"\W", "_", name)
    unit = UNITS.get(unit, "")
    if unit and unit not in name.split("_"):
        name += "_" + unit
    return name + "_total" if grows and not name.endswith("_total") else name


def tell(name, own, value):
    figures[name, tuple(sorted(own.items()))] = (value, time.monotonic())


def take(body):
    for resource in of(body, 1):
        common = labels(of(one(resource, 1), 1))
        for metric in (m for scope in of(resource, 2) for m in of(scope, 2)):
            name, unit = one(metric, 1).decode(), one(metric, 3).decode()
            for kind in (5, 7):
                for data in of(metric, kind):
                    for point in of(data, 1):
                        value = double(one(point, 4)) if of(point, 4) else whole(one(point, 6, bytes(8)))
                        tell(named(name, unit, kind == 7 and one(data, 3, 0) == 1), common | labels(of(point, 7)), value)
            for data in of(metric, 9):
                for point in of(data, 1):
                    spread(named(name, unit, False), common | labels(of(point, 9)), point)


def spread(name, own, point):
    buckets = [whole(packed[i:i + 8]) for packed in of(point, 6) for i in range(0, len(packed), 8)]
    bounds = [double(packed[i:i + 8]) for packed in of(point, 7) for i in range(0, len(packed), 8)]
    so_far = 0
    for bound, count in zip([f"{b:g}" for b in bounds] + ["+Inf"], buckets):
        so_far += count
        tell(name + "_bucket", own | {"le": bound}, so_far)
    tell(name + "_count", own, whole(one(point, 4, bytes(8))))
    tell(name + "_sum", own, double(one(point, 5, bytes(8))))


def told():
    with lock:
        for key in [k for k, (_, at) in figures.items() if time.monotonic() - at > KEPT]:
            del figures[key]
        lines = [f'stand_in_otlp_requests_total{{path="{path}"}} {count}' for path, count in sorted(counts.items())]
        for (name, own), (value, _) in sorted(figures.items()):
            shown = ",".join(f'{label}="{text}"' for label, text in ((l, t.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")) for l, t in own))
            lines.append(f"{name}{{{shown}}} {value}")
        return "\n".join(lines) + "\n"


class Taking(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with lock:
            counts[self.path] += 1
            if self.path == "/v1/metrics":
                take(body)
        self.send_response(200)
        self.send_header("Content-Type", "application/x-protobuf")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


class Telling(Taking):
    def do_GET(self):
        text = told().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def serve(port, handler):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain("/run/registry/tls.pem", "/run/registry/tls.key")
    server = http.server.ThreadingHTTPServer(("0.0.0.0", port), handler)
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


if __name__ == "__main__":
    threading.Thread(target=serve, args=(4318, Taking), daemon=True).start()
    serve(8889, Telling)
