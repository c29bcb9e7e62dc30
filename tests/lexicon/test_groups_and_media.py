"""Groups and media of the knowledge base: which names lead where, and which must not."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.lexicon import names

KB = names.load()
OURS = {iri: entry for iri, entry in KB.entries.items() if entry.type in ("Group", "MediaOrganization")}


def strong(text: str) -> list[str]:
    return [entry.iri for entry in KB.lookup(text).strong]


def weak(text: str) -> set[str]:
    return {entry.iri for entry in KB.lookup(text).weak}


def test_there_are_enough_groups_and_media() -> None:
    counts = Counter(entry.type for entry in OURS.values())
    assert counts["Group"] >= 300 and counts["MediaOrganization"] >= 150


def test_no_strong_name_of_a_group_or_outlet_belongs_to_two_things() -> None:
    owners = {key: {entry.iri for _, entry in forms} for key, forms in KB.strong.items()}
    assert not {key: iris for key, iris in owners.items() if len(iris) > 1 and iris & set(OURS)}


def test_groups_and_media_lie_in_their_folders() -> None:
    folders = {"Group": "group", "MediaOrganization": "media"}
    assert not [iri for iri, entry in OURS.items() if iri.partition("/")[0] != folders[entry.type]]


@pytest.mark.parametrize("predicate", ["partOf", "succeededBy"])
def test_parents_and_successors_make_no_circle(predicate: str) -> None:
    for iri in OURS:
        seen, row = {iri}, list(OURS[iri].targets(predicate))
        while row:
            one = row.pop()
            assert one not in seen, f"{iri} comes back to {one}"
            seen.add(one)
            row += KB.entries[one].targets(predicate)


@pytest.mark.parametrize(("iri", "texts"), [
    ("group/islamic-state", ["ISIS", "ISIL", "Islamic State", "Daesh", "Da'esh", "Islamic State of Iraq and al-Sham"]),
    ("group/islamic-state-khorasan", ["Wilayat Khorasan", "ISIS-K", "ISKP", "Islamic State Khorasan Province",
                                      "Vilayat Khorasan", "Islamic State - Khorasan Province"]),
    ("group/al-qaeda", ["Al-Qaeda", "al Qaida", "al-Qa'ida"]),
    ("group/aqim", ["AQIM", "al-Qaeda in the Islamic Maghreb"]),
    ("group/ttp", ["Pakistani Taliban", "Tehrik-i-Taliban Pakistan", "TTP"]),
    ("group/taliban", ["Taliban", "Afghan Taliban"]),
    ("group/farc", ["FARC", "Farc", "Revolutionary Armed Forces of Colombia", "FARC-EP"]),
    ("group/fmln", ["FMLN", "FARABUNDO MARTI NATIONAL LIBERATION FRONT"]),
    ("group/shining-path", ["Sendero Luminoso", "SHINING PATH"]),
    ("group/extraditables", ["Los Extraditables", "EXTRADITABLES"]),
    ("group/m-19", ["M-19", "M19", "19th of April Movement"]),
    ("group/dhkp-c", ["DHKP-C", "DHKP/C"]),
    ("group/qassam-brigades", ["Izz ad-Din al-Qassam Brigades", "Qassam Brigades"]),
    ("group/hayat-tahrir-al-sham", ["HTS", "Hay'at Tahrir al-Sham"]),
    ("group/jad", ["JAD", "Jamaah Ansharut Daulah"]),
    ("group/neo-jmb", ["Neo-JMB"]),
    ("group/jnim", ["JNIM", "Group to Support Islam and Muslims"]),
    ("group/iswap", ["ISWAP", "Islamic State West Africa Province"]),
    ("group/ms-13", ["MS-13", "Mara Salvatrucha"]),
    ("group/ndrangheta", ["'Ndrangheta", "Ndrangheta"]),
    ("group/real-ira", ["Real IRA"]),
    ("media/reuters", ["Reuters", "REUTERS"]),
    ("media/tass", ["TASS", "Tass", "Itar-Tass"]),
    ("media/hurriyet", ["Hürriyet", "Hurriyet"]),
    ("media/amaq", ["Amaq", "Amaq News Agency"]),
    ("media/acan-efe", ["ACAN-EFE"]),
], ids=str)
def test_names_identify_on_their_own(iri: str, texts: list[str]) -> None:
    assert [strong(text) for text in texts] == [[iri]] * len(texts)


def test_khorasan_is_affiliated_with_islamic_state_and_apart_from_it() -> None:
    assert KB.entries["group/islamic-state-khorasan"].targets("affiliatedWith") == ("group/islamic-state",)


@pytest.mark.parametrize(("text", "iris"), [
    ("Al-Shabaab", {"group/al-shabaab", "group/ansar-al-sunna-mozambique"}),
    ("ERP", {"group/erp-el-salvador", "group/erp-argentina"}),
    ("National Liberation Army", {"group/eln", "group/nla-macedonia"}),
    ("Jundallah", {"group/jundallah-iran", "group/jundallah-pakistan"}),
    ("ABC", {"media/abc-news", "media/abc-australia", "media/abc-spain"}),
    ("IS", {"group/islamic-state"}),
    ("The Guardian", {"media/the-guardian"}),
    ("AFP", {"media/agence-france-presse"}),
], ids=str)
def test_shared_and_short_names_need_context(text: str, iris: set[str]) -> None:
    assert weak(text) >= iris and not set(strong(text)) & set(OURS)


@pytest.mark.parametrize("text", [
    "Base", "the base", "far", "LET", "Times", "MAP", "Tip", "Order", "the order", "Front", "the guardian", "the times",
    "the sun", "is", "Wagner", "Dawn", "Mend", "MEND", "Brotherhood", "Tigers", "hamas", "contras", "17 November",
    "lebanese forces", "Russia today", "India today", "new vision", "Anonymous", "ANONYMOUS", "Scorpions",
    "Khorasan Province", "Sinai Province", "the post",
])
def test_common_words_are_no_strong_names(text: str) -> None:
    assert not set(strong(text)) & set(OURS)
