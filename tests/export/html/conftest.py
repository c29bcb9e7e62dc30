"""Lets the tests of the page import its demonstration graphs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
