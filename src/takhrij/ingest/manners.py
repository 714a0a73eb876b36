"""How we behave towards the servers that we ask."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """`pause` between two requests to one host and `patience` with one answer in seconds; whether private addresses are
    asked."""

    pause: float = 1.0
    patience: float = 60.0
    allow_private: bool = False
    sleep: Callable[[float], None] = time.sleep
