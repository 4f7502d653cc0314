"""The curator's desk and the glossary in the browser, on this machine only.

Start reading at `server.serve`. `app` puts the pages together, `guard` says who may ask, `room`
holds what the process remembers; `*_pages` are the routes, `*_view` what the templates show. All of
it needs the `web` extra, so nothing outside imports it before `need("web", "flask")`.
"""
