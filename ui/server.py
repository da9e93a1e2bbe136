"""The web server: Solara's, with our settings and without any address but its own."""

from __future__ import annotations

import os
import warnings
from importlib.util import find_spec
from pathlib import Path

# Solara looks for a folder to keep other servers' files in, and warns where it finds none. We have
# none of theirs; what this switches off besides is put right in ``configure``.
os.environ.setdefault("SOLARA_ASSETS_PROXY", "false")

import solara.settings
import solara.widgets
import uvicorn
from solara.server import app as solara_apps
from solara.server import settings
from solara.server import starlette as solara_starlette
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from scenarios.spoken import ask
from ui.language import visitor
from ui.lost import lost
from ui.tabs import Named

HERE = Path(__file__).parent
CLOSED = ("/resourcez",)
"""Addresses of Solara's that tell anybody what the machine is doing."""


class Shipped(solara_starlette.StaticCdn):
    """Solara's route for browser code, serving ``ui/vendor`` and nothing else.

    Solara would fetch a missing file from a public server, trying for seven
    seconds; here a missing file is simply not found.
    """

    def lookup_path(self, path):
        """Look in our folder only."""
        return StaticFiles.lookup_path(self, path)


def configure() -> None:
    """Set every Solara setting that is not left at its default. Safe to call twice."""
    settings.main.mode = "production"  # no iframe to the Solara site, minified bundles
    settings.telemetry.mixpanel_enable = False
    settings.kernel.cull_timeout = "15m"  # a lost tab is forgotten after that, not after a day
    settings.state.auto_remount = True  # pages come back by themselves after a restart
    settings.session.http_only = True
    settings.theme.title = "Communiqué"
    settings.theme.loader = "plain"
    settings.theme.show_banner = False
    # Solara gives its own addresses up, for public ones, where it cannot write beside Python
    solara.settings.assets.proxy = True
    settings.assets.fontawesome_enabled = False
    settings.assets.extra_locations = [str(HERE / "assets")]
    # Solara's own is spelt so that every browser complains of it, and writes down every step
    solara.widgets.Navigator.template_file = str(HERE / "parts" / "navigator.vue")
    # Said on every visit by plain http; a lax cookie is all this page needs.
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")
    ask(visitor)


def application(module: str = "app") -> Starlette:
    """Return the web application that shows the ``Page`` of a module.

    Parameters
    ----------
    module
        Import name of a module with ``Page`` or ``routes``, and ``Layout``.

    Raises
    ------
    ModuleNotFoundError
        If there is no such module.
    """
    configure()
    found = find_spec(module)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"there is no module '{module}' to serve")
    # by its file: a bare name would first be looked for as a folder where the server is started
    solara_apps.apps["__default__"] = solara_apps.AppScript(found.origin)
    return Starlette(
        routes=[
            Mount("/_solara/cdn", Shipped(directory=HERE / "vendor")),
            *(each for each in solara_starlette.routes if each.path not in CLOSED),
        ],
        middleware=[Middleware(Named), *solara_starlette.middleware],
        exception_handlers={404: lost},
        lifespan=solara_starlette.lifespan,
    )


def serve(host: str = "127.0.0.1", port: int = 8765, module: str = "app") -> None:
    """Serve the page until interrupted.

    Parameters
    ----------
    host
        Address to listen on; the default is reachable from this machine only.
    port
        Port to listen on, 1..65535, which must be free.
    module
        See ``application``.
    """
    uvicorn.run(
        application(module), host=host, port=port, log_level="warning", timeout_graceful_shutdown=2
    )
