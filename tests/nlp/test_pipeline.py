import pickle

import pytest
import spacy
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.nlp.pipeline import label_scheme, load

NEWS = (
    "Two former officers were arrested by the security service in Kyiv on Monday.\n\n"
    "They had been accused of planning an attack on a railway bridge near Odesa, the prosecutor said. "
    "Their lawyer, Maria Ivanova, denied the charges. She told Reuters that the men were innocent."
)


@pytest.fixture(scope="module")
def nlp():
    return load()


def triples(doc):
    return [(t.text, t.pos_, t.tag_, t.lemma_, t.dep_, t.head.i, t.is_sent_start) for t in doc]


def entities(doc):
    return [(span.text, span.label_) for span in doc.ents]


def arcs(doc):
    return {(token.text, token.dep_, token.head.text) for token in doc}


def test_passive_agent_takes_the_by_phrase(nlp):
    assert {("officers", "nsubj:pass", "arrested"), ("service", "obl:agent", "arrested")} <= arcs(nlp(NEWS))


def test_lemmas_undo_inflection(nlp):
    lemmas = {token.text: token.lemma_ for token in nlp(NEWS)}
    assert (lemmas["officers"], lemmas["were"], lemmas["accused"]) == ("officer", "be", "accuse")


def test_names_have_their_kinds(nlp):
    assert {("Maria Ivanova", "PERSON"), ("Kyiv", "LOC"), ("Reuters", "ORG")} <= set(entities(nlp(NEWS)))


def test_sentences_end_at_marks_and_paragraphs(nlp):
    assert [sent.text.split()[0] for sent in nlp(NEWS).sents] == ["Two", "They", "Their", "She"]


def test_a_heading_ends_at_its_blank_line(nlp):
    doc = nlp("Bomb kills six\n\nbogota police said six people died.")
    assert [sent.text.strip() for sent in doc.sents] == ["Bomb kills six", "bogota police said six people died."]


def test_text_in_capitals_is_parsed_like_any_other(nlp):
    doc = nlp("SIX SOLDIERS WERE KILLED BY GUERRILLAS\nNEAR AYACUCHO. GARCIA CONDEMNED THE ATTACK.")
    assert {("SOLDIERS", "nsubj:pass", "KILLED"), ("ATTACK", "obj", "CONDEMNED")} <= arcs(doc)
    assert ("AYACUCHO", "LOC") in entities(doc)


@pytest.mark.parametrize("size", [1, 2, 7])
def test_output_does_not_depend_on_the_batch_size(nlp, size):
    texts = [NEWS, "Police fired.", NEWS.upper(), "", NEWS[:100]]
    assert [triples(doc) for doc in nlp.pipe(texts, batch_size=size)] == [triples(nlp(text)) for text in texts]


def test_output_does_not_depend_on_the_number_of_processes(nlp):
    texts = [NEWS, "Police fired.", NEWS.lower()]
    assert [triples(d) for d in nlp.pipe(texts, n_process=2, batch_size=1)] == [triples(nlp(t)) for t in texts]


def test_a_long_text_is_read_in_windows_without_a_seam(nlp):
    doc = nlp(" ".join(["The police arrested two men in Lima."] * 300))
    assert len(list(doc.sents)) == 300
    assert {token.dep_ for token in doc if token.text == "police"} == {"nsubj"}


ODD = ["", " ", "\n\n \n", "\t", "\u200b", "\ufeff", "☃", "a" * 5000, "\n\nHello", "Hello \n\n\n"]


def test_a_text_may_be_longer_than_spacy_allows(nlp):
    assert nlp.max_length > 100_000_000


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_complaint(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert len(list(doc.sents)) == (1 if len(doc) else 0)


def test_white_space_hangs_on_the_word_before_it(nlp):
    doc = nlp("Police  fired.\n\nNobody died.")
    assert [(t.head.text, t.pos_) for t in doc if t.is_space] == [("Police", "SPACE"), (".", "SPACE")]


def test_sentence_starts_set_before_are_kept(nlp):
    words = ["Police", "fired", ".", "Nobody", "died", "."]
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[True, True, False, False, False, False]))
    assert [sent.text for sent in doc.sents] == ["Police", "fired . Nobody died ."]


def test_a_given_sentence_longer_than_any_window_stays_one(nlp):
    words = ["and", "police", "fired", "shots"] * 200
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))]))
    assert len(list(doc.sents)) == 1


def test_a_doc_survives_storage(nlp):
    doc = nlp(NEWS)
    assert triples(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == triples(doc)


def test_another_process_can_be_given_the_pipeline(nlp):
    copy = pickle.loads(pickle.dumps(nlp.get_pipe("plotgraph_english")))
    assert triples(copy(nlp.make_doc(NEWS))) == triples(nlp(NEWS))


def test_the_label_scheme_is_read_from_the_parser(nlp):
    other = spacy.blank("en")
    other.add_pipe("parser").add_label("pobj")
    assert (label_scheme(nlp), label_scheme(other)) == ("ud", "clear")


def test_a_pipeline_without_a_parser_has_no_scheme():
    with pytest.raises(ModelError, match="no dependency parser"):
        label_scheme(spacy.blank("en"))


def test_an_unknown_pipeline_is_named_in_the_error():
    with pytest.raises(ModelError, match="en_core_web_nonesuch"):
        load("en_core_web_nonesuch")
