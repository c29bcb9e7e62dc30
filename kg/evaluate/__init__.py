"""How good is the reading? Records against gold, counted; the formats are described in tests/gold/README.md."""

from kg.evaluate.gold import GoldArticle, load
from kg.evaluate.report import errors, summary, table
from kg.evaluate.score import ArticleScore, score
from kg.evaluate.tally import Tally

__all__ = ["ArticleScore", "GoldArticle", "Tally", "errors", "load", "score", "summary", "table"]
