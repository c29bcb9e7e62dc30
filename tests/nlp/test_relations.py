from kg.extract import extract
from kg.model import Document


def relations(reader, text):
    extraction = extract(Document("doc-1", "test", text), reader)
    names = {entity.id: entity.name for entity in extraction.entities}
    return {(names[r.subject], r.predicate, names.get(r.object, r.object), r.factuality) for r in extraction.relations}


def test_coordinated_members_each_belong_to_the_group(reader):
    found = relations(reader, "Jan Novak and Ivan Petrov joined the Taliban.")
    assert {"Jan Novak", "Ivan Petrov"} <= {subject for subject, predicate, *_ in found if predicate == "memberOf"}


def test_alleged_link_is_no_fact(reader):
    found = relations(reader, "The man is accused of belonging to the Islamic State.")
    assert {row[3] for row in found if row[1] == "memberOf"} == {"alleged"}


def test_denied_link_is_no_fact(reader):
    found = relations(reader, "The cell is not linked to the Islamic State.")
    assert {row[3] for row in found if row[1] == "affiliatedWith"} == {"denied"}


def test_office_is_told_in_the_words_of_the_text(reader):
    assert ("Jan Novak", "holdsRole", "Interior Minister", "reported") in relations(
        reader, "Interior Minister Jan Novak resigned.")


def test_what_somebody_is_said_not_to_be_is_denied(reader):
    found = relations(reader, "Police said the man was not a member of Boko Haram.")
    assert ("the man", "memberOf", "Boko Haram", "denied") in found


def test_people_before_a_title_tells_the_nationality_of_the_person(reader):
    found = relations(reader, "Gunmen shot dead the Italian aid worker Cesare Tavella in Dhaka.")
    assert ("Cesare Tavella", "nationality", "Italy", "reported") in found


def test_their_leader_leads_the_group_and_not_the_foreigners(reader):
    found = relations(reader, "The Tamil Tigers were helped by foreigners, officials said. "
                              "Their leader, Velupillai Prabhakaran, was arrested.")
    assert any(row[:2] == ("Velupillai Prabhakaran", "leads") for row in found)


def test_prisoners_of_a_group_by_its_name_are_its_men(reader):
    found = relations(reader, "Police released 500 Taliban prisoners.")
    assert ("500 Taliban prisoners", "memberOf", "Taliban", "reported") in found


def test_prisoners_whom_a_group_holds_are_not_its_men(reader):
    found = relations(reader, "The prisoners of the Taliban were released by the police.")
    assert not any(row[1] == "memberOf" for row in found)


def test_members_of_what_is_told_of_later_are_in_the_record(reader):
    found = relations(reader, "The two brothers, who ran a bakery in Verviers, were members of a cell "
                              "directed by Abdelhamid Abaaoud.")
    assert ("The two brothers", "memberOf", "a cell", "reported") in found


def test_who_a_clause_says_is_the_leader_leads(reader):
    found = relations(reader, "The Shining Path, whose leader is Abimael Guzman, killed two mayors.")
    assert ("Abimael Guzman", "leads", "Shining Path", "reported") in found


def test_house_in_a_village_that_nobody_knows_lies_there(reader):
    found = relations(reader, "Police searched a holiday home in the village of Oberschledorn.")
    assert ("a holiday home", "locatedIn", "Oberschledorn", "reported") in found


def test_shop_where_somebody_was_taken_is_not_where_kidnappers_come_from(reader):
    found = relations(reader, "The activist was abducted by five men from a barber's shop in Harare.")
    assert not any(row[1] == "comesFrom" for row in found)


def test_the_dutchman_is_who_was_told_of_and_dutch(reader):
    found = relations(reader, "Gunmen kidnapped the photographer Jeroen Oerlemans in Syria. "
                              "The Dutchman was released by the rebels.")
    assert ("Jeroen Oerlemans", "nationality", "Netherlands", "reported") in found


def test_members_are_of_the_cell_and_not_of_whom_it_is_loyal_to(reader):
    found = relations(reader, "Police broke up a cell loyal to Hezbollah. Its members had hidden 19 rifles on a farm.")
    assert ("Its members", "memberOf", "a cell", "reported") in found
    assert not any(row[:3] == ("Its members", "memberOf", "Hezbollah") for row in found)


def test_who_comes_from_a_state_is_its_national_and_no_more(reader):
    found = relations(reader, "The attackers came from Libya.")
    assert {row[1] for row in found if row[2] == "Libya"} == {"nationality"}


def test_founder_whom_a_clause_names_leads(reader):
    text = "Jamaah Ansharut Daulah, whose founder Aman Abdurrahman is on death row, has cells in Medan."
    found = relations(reader, text)
    assert any(row[:2] == ("Aman Abdurrahman", "leads") for row in found)


def test_air_force_joined_to_a_state_is_no_whole_of_its_army(reader):
    found = relations(reader, "The army of Chad and the Nigerian air force struck camps of Boko Haram.")
    assert not any(row[1] == "partOf" for row in found)


def test_intelligence_officer_is_a_person(reader):
    found = relations(reader, "A Cuban intelligence officer recruited Ana Montes.")
    assert not any(row[1] == "agencyOf" for row in found)


def test_its_boss_is_of_the_gang_and_not_of_its_ally(reader):
    found = relations(reader, "The vessel belonged to Los Choneros, a gang allied with the Sinaloa cartel. "
                              "Its boss, Adolfo Macias, escaped from prison in January.")
    assert ("Adolfo Macias", "leads", "Los Choneros", "reported") in found


def test_name_whose_rebels_are_told_of_is_a_group(reader):
    found = extract(Document("doc-1", "test", "The Tuareg rebels of the CSP attacked the town."), reader)
    assert [entity.type for entity in found.entities if entity.name == "CSP"] == ["Group"]


def test_engineers_of_a_state_are_its_nationals_and_do_not_work_for_it(reader):
    found = relations(reader, "Rebels kidnapped three Chinese engineers in Cabinda.")
    assert {row[1] for row in found if row[2] == "China"} == {"nationality"}


def test_people_before_two_nouns_tells_the_nationality_of_the_person(reader):
    found = relations(reader, "Honduran drug trafficker Hector Emilio Fernandez was extradited from Guatemala.")
    assert ("Hector Emilio Fernandez", "nationality", "Honduras", "reported") in found


def test_envoy_for_a_state_does_not_work_for_it(reader):
    found = relations(reader, "The UN envoy for Libya, Ghassan Salame, met the general.")
    assert not any(row[1:3] == ("worksFor", "Libya") for row in found)
