"""What an address answers, within limits of time and size."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dragoman.errors import TooLarge, Unreachable

if TYPE_CHECKING:
    import httpx

ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
MOST_BYTES: Final = 16_000_000
LONGEST_WAIT: Final = 30.0  # seconds, for the whole answer
SILENCE: Final = 10.0  # seconds without a byte
HOPS: Final = 5
ERROR: Final = 400  # the first status that is one
AGENT: Final = "dragoman (reads news reports and feeds)"
REMEDY: Final = "check the address and the connection, or save the page and read the file"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `url` is where redirects led; `charset` is the declared one, "" if none.

    `headers` are by names in small letters.
    """

    body: bytes
    url: str
    charset: str
    status: int = 200
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def unreachable(self, address: str) -> Unreachable:
        """The error that this answer is."""
        what = f"the server answered {self.status} {self.reason}".rstrip()
        return Unreachable(what, where=address, remedy=REMEDY)


def fetch(address: str, *, wait: float = LONGEST_WAIT, silence: float = SILENCE) -> Answer:
    """What the address answers, if that is no error. Raises: Unreachable, TooLarge."""
    answer = ask(address, {}, wait=wait, silence=silence)
    if answer.status >= ERROR:
        raise answer.unreachable(address)
    return answer


def ask(
    address: str, headers: Mapping[str, str], *, wait: float = LONGEST_WAIT, silence: float = SILENCE
) -> Answer:
    """What the address answers to these headers, without the body of an error. Raises: Unreachable, TooLarge."""
    if not address.lower().startswith(("http://", "https://")):
        raise Unreachable("only http and https addresses are read", where=address, remedy="save it and read the file")
    import httpx

    deadline = time.monotonic() + wait
    manner = {"User-Agent": AGENT, **headers}
    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=HOPS, timeout=silence, headers=manner) as client,
            client.stream("GET", address) as response,
        ):
            body = b"" if response.is_error else _body(response, address, deadline)
            return Answer(
                body, str(response.url), response.charset_encoding or "", response.status_code,
                response.reason_phrase, {name.lower(): value for name, value in response.headers.items()},
            )  # fmt: skip
    except httpx.TimeoutException:
        raise Unreachable(f"no answer within {silence:g} seconds", where=address, remedy=REMEDY) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise Unreachable(f"no answer ({error or type(error).__name__})", where=address, remedy=REMEDY) from None


def _body(response: httpx.Response, address: str, deadline: float) -> bytes:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            what = f"the answer is larger than {MOST_BYTES:,} bytes"
            raise TooLarge(what, where=address, remedy="save the report's text as a file")
        if time.monotonic() > deadline:
            raise Unreachable("the answer takes too long", where=address, remedy=REMEDY)
    return bytes(body)
