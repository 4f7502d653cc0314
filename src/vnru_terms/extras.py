"""The optional parts: imported where they are used, or a word on how to install them."""

from __future__ import annotations

import importlib
from types import ModuleType

from vnru_terms.findings import MissingExtraError
from vnru_terms.messages import _


def need(extra: str, module: str) -> ModuleType:
    """Import `module`, which the extra `extra` brings; MissingExtraError says how to install it."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name and not module.startswith(error.name.split(".")[0]):
            raise
        raise MissingExtraError(
            _("this needs the “{extra}” extra, which is not installed.").format(extra=extra),
            hint=_("Install it with: pip install 'vnru-terms[{extra}]'").format(extra=extra),
        ) from None
