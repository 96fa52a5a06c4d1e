"""Serves a site under /a/b/ and nothing else, on a free port of this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PREFIX = "/a/b/"


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The base address of the site while it is served, with its closing slash."""

    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments, **options):
            super().__init__(*arguments, directory=str(root), **options)

        def translate_path(self, path: str) -> str:
            # What lies above /a/b/ is not ours: a link that climbs out must not be saved by luck.
            if not path.startswith(PREFIX):
                return str(root / "no such file")
            return super().translate_path("/" + path[len(PREFIX) :])

        def do_GET(self):
            # Browsers ask for it now and then where a page names no icon. That is a fault of the page,
            # and test_requests finds it each time, by reading the page.
            if self.path == "/favicon.ico":
                self.send_response(HTTPStatus.NO_CONTENT)
                return self.end_headers()
            return super().do_GET()

        def list_directory(self, path):
            self.send_error(HTTPStatus.NOT_FOUND, "a folder without index.html")

        def log_message(self, *arguments):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            pass  # a browser context that closes in the middle of an answer

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
