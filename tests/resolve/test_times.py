"""Times as precise as their texts: how far apart they are."""

import pytest

from kg.model import When
from kg.resolve.times import contains, day, gap, interval


def days(start, end=None, document="2019-10-17"):
    return interval(When(start, end or start, ""), document)


@pytest.mark.parametrize("left, right, apart", [
    (("2019-10-13",), ("2019-10-13",), 0),
    (("2019-10-13", "2019-10-14"), ("2019-09-30",), 13),
    (("2019-10",), ("2019-10-13",), 0),
    (("2019",), ("2018-12-31",), 1),
    (("--10-13",), ("2019-10-13",), 0),
    (("--12-24",), ("2018-12-24",), 0),
])
def test_days_between(left, right, apart):
    assert gap(days(*left), days(*right)) == apart


def test_a_month_ends_with_its_last_day():
    assert str(day("2020-02").last) == "2020-02-29" and str(day("2019-12").last) == "2019-12-31"


@pytest.mark.parametrize("start", ["no date", "2019-13-01", "--02-30"])
def test_what_is_no_date_is_no_time(start):
    assert days(start) is None


def test_a_date_without_year_needs_the_date_of_its_article():
    assert days("--10-13", document=None) is None


def test_a_month_says_nothing_more_than_a_day_in_it():
    assert contains(When("2019-10", "2019-10", ""), When("2019-10-13", "2019-10-13", ""))
    assert not contains(When("2019-10-13", "2019-10-13", ""), When("2019-10", "2019-10", ""))
