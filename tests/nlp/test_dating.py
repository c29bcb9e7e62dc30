"""Which event a time belongs to."""

from __future__ import annotations

import pytest

from kg.extract import Reader, extract
from kg.model import Document

CASES = [
    ("The blast, which occurred on Wednesday, injured eight people.", "blast", "2019-10-16"),
    ("Two car bombs tore through the consulate on Thursday, killing 27 people.", "tore through", "2019-10-17"),
    ("A man was seized in a raid in the south of the city on Friday.", "raid", "2019-10-11"),
    ("The spokesman broke off the talks on Friday and accused the rebels.", "accused", "2019-10-11"),
    ("LONDON, Oct 17 (Reuters) - Police arrested three men on Tuesday in Leeds.", "arrested", "2019-10-15"),
    ("Two weeks after the abduction on 3 September, the priest was released.", "released", "2019-09-17"),
    ("It was the deadliest day since July 7, 2005, when four men killed 52 people.", "killed", "2005-07-07"),
    ("The minister, who plans to travel to Paris on Sunday, met the king.", "travel", "2019-10-20"),
    ("At the time of his arrest in 2007, Ruiz was preparing to kill a senator.", "arrest", "2007"),
    ("The sentences handed down on Friday range from five years to life.", "sentences", "2019-10-11"),
    ("Bodies were found on Tuesday, a day after gunmen attacked the school.", "attacked", "2019-10-14"),
    ("The suspect, who had been on the run since 2016, was extradited on 3 June 2018.", "extradited", "2018-06-03"),
    ("The trial is scheduled to begin on February 3.", "trial", "2020-02-03"),
    ("Mourners marked 20 years since the Essen bombing on Wednesday.", "bombing", None),
    ("Nine of the injured remained in hospital on Monday after Saturday's train bombing.", "bombing", "2019-10-12"),
    ("The raid on Friday followed the arrest last Tuesday of a courier in Oslo.", "arrest", "2019-10-15"),
    ("Police said on Friday they were treating the stabbing as terrorism.", "stabbing", None),
    ("The men flew into Amsterdam on April 10 and were met by an official.", "met", "2019-04-10"),
    ("In August he had been wrongly reported killed in a raid on a farm.", "raid", "2019-08"),
    ("Troops killed two rebels in an assault on Tuesday.", "killed", "2019-10-15"),
    ("The mayor told the king that it was revenge for the killing of two men in March.", "killing", "2019-03"),
    ("The bombings of October 23, 1983 killed 241 people.", "bombings", "1983-10-23"),
    ("The attack, the third this year, took place on Sunday.", "attack", "2019-10-13"),
    ("He was tried for the 2016 coup attempt.", "coup", "2016"),
    ("Two weeks after the abduction on 3 September, the priest was released.", "abduction", "2019-09-03"),
]


def times(text: str, reader: Reader) -> dict[str, str | None]:
    events = extract(Document("d", "x", text, date="2019-10-17"), reader).events
    return {event.trigger.text: event.time and event.time.start for event in events}


@pytest.mark.parametrize(("text", "trigger", "date"), CASES)
def test_time_belongs_to_its_event(text: str, trigger: str, date: str, reader: Reader) -> None:
    assert times(text, reader)[trigger] == date


def test_date_of_a_dateline_dates_no_event(reader: Reader) -> None:
    assert times("CAIRO, Oct 16 - Gunmen killed two soldiers in Giza.", reader)["killed"] is None


def test_later_conviction_does_not_share_the_year_of_the_arrest(reader: Reader) -> None:
    assert times("Police arrested him in 2002 and charged him with murder.", reader)["charged"] is None
