"""Counts OTLP requests by path on 4318 and tells Prometheus on 8889, both over TLS."""
import collections
import http.server
import ssl
import threading

counts = collections.Counter()


class Taking(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        counts[self.path] += 1
        self.send_response(200)
        self.send_header("Content-Type", "application/x-protobuf")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


class Telling(Taking):
    def do_GET(self):
        text = "# TYPE stand_in_otlp_requests_total counter\n" + "".join(
            f'stand_in_otlp_requests_total{{path="{path}"}} {count}\n' for path, count in sorted(counts.items()))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())


def serve(port, handler):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain("/run/registry/tls.pem", "/run/registry/tls.key")
    server = http.server.ThreadingHTTPServer(("0.0.0.0", port), handler)
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


threading.Thread(target=serve, args=(4318, Taking), daemon=True).start()
serve(8889, Telling)
