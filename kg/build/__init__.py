"""From inputs to the files of an output folder: what changed is read, everything is resolved and written anew."""

from kg.build.account import account
from kg.build.plan import Plan
from kg.build.review import Review, review
from kg.build.run import Built, Settings, build, remove
from kg.build.stamp import stamp

__all__ = ["Built", "Plan", "Review", "Settings", "account", "build", "remove", "review", "stamp"]
