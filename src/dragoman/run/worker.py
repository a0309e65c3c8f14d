"""One worker process: reads report after report until nobody wants more."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from typing import Any, Final

from dragoman.errors import DragomanError, fault
from dragoman.model.document import Document
from dragoman.model.event import Reading

Read = Callable[[Document, str], Reading]
Load = Callable[[], Read]

READY: Final = "ready"
THREADS: Final = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS",
    "TOKENIZERS_PARALLELISM",
)  # fmt: skip


def load_reading(pipeline: str = "") -> Read:
    """What reads a report, with parser, tagger and vocabulary loaded. Raises: ModelError, VocabularyError."""
    from dragoman.reading import Tools, read_one

    tools = Tools.load(pipeline)
    return lambda document, where: read_one(document, tools, where)


def work(connection: Connection, load: Load) -> None:
    """Answer each (document, where) on the connection with its reading or its error, until the other end closes.

    The first message is `READY`, or the error that loading ended with.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group, and the parent decides what it means
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in THREADS:  # one worker, one core
        os.environ[name] = "false" if name == "TOKENIZERS_PARALLELISM" else "1"
    try:
        read = _caught(load, "")
        connection.send(read if isinstance(read, DragomanError) else READY)
        while not isinstance(read, DragomanError):
            document, where = connection.recv()
            connection.send(_caught(partial(read, document, where), where))
    except (EOFError, OSError):
        return


def _caught(call: Callable[[], Any], where: str) -> Any:
    try:
        return call()
    except DragomanError as error:
        return error
    except Exception as error:
        return fault(error, where)


def _end_with_parent() -> None:
    """End at once when the parent does, by whatever death: a hanging report would outlive it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
