"""Whether it happened: the stage and factuality of an event from the cues along its path through the clause.

An algebra without memory: cues are collected from the trigger up to the root, then combined in a fixed order.
"""

from __future__ import annotations

from kg.lexicon.cues import Cue
from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.qualifiers import saying
from kg.nlp.qualifiers.infinitives import is_ahead, is_infinitive
from kg.nlp.qualifiers.signs import UNVERIFIED, Signs
from kg.nlp.qualifiers.verdict import Modality
from kg.nlp.syntax.tree import Tree

# What depends on a cue hangs by one of these; anything else (a relative clause) has a life of its own.
CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "csubj", "csubj:pass", "advcl"})
COMPLEMENTS = CLAUSAL | {"obj", "nsubj:pass", "nmod", "compound", "obl", "amod", "obl:arg"}
SUBJECT_CLASSES = frozenset({"ADJ", "NOUN"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
MAX_STEPS = 14
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# What these say of somebody's part in an act takes nothing away from the act: "suspected of the bombing".
PERSONAL = frozenset({"doubt", "denial", "tried", "wanted", "order", "telling"})
HYPOTHESIS, CONVICTED = "hypothesis", "convicted"
DENIAL, NO_MORE = "denial", "no more"  # the latter: cues of verbs that say nothing of whether it happened
SPOKEN = frozenset({"doubt", "telling"})  # cues whose nouns are themselves something said
INTENDED = frozenset({"plan", "threat"})
PLANNING = frozenset({"plan", "want"})  # nor do these where it has killed


class Judge:
    """Judges the events of one tree. `sayers` are the triggers of saying: token -> its event type."""

    def __init__(self, tree: Tree, lexicon: Lexicon, sayers: dict[int, str]) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.sayers = sayers
        self._judged = -1  # the word that is being judged
        self._known = self._killed = False  # whether it is spoken of as known, or as having killed
        children, self.words = lexicon.cues.children, function_words()
        self.prepositions = {"", *self.words.clause_markers, *self.words.cue_prepositions, *lexicon.cues.enumerating}
        self.signs = Signs(tree, lexicon)
        self.modals, self.shared = children["hypothetical modals"], children["shared negation"]
        self.future, self.markers = children["future modals"], children["hypothetical markers"]
        self.means, self.not_yet, self.to_come = children["means markers"], children["not yet"], children["to come"]

    def judge(self, token: int, known: bool | None = False) -> Modality:
        """The cues that bear on what the word at a token evokes.

        `known`: whether it is a hostile act that killed; None if it is known to have happened where it is definite.
        """
        result = Modality()
        self._own(token, result)
        self._known = not result.words and (self._is_definite(token) if known is None else known)
        self._killed = bool(known) and self._known
        result.known = self._known and self.tree.deps[token] not in SUBJECTS  # of that it is said what it did
        self._judged = token
        scoped, told, current, below = True, True, token, token
        for _ in range(MAX_STEPS):
            head = self.tree.heads[current]
            result.sayers += saying.beside(self.tree, self.sayers, current)
            result.hearsay |= saying.is_on_paper(self.tree, self.lexicon.cues, self.sayers, current, below)
            below = current
            if head == current:
                break
            if self._is_misjoined(current, head):
                current = self.tree.heads[head]
                continue
            told &= self.tree.deps[current] not in ("acl", "acl:relcl")
            if saying.above(self.tree, self.sayers, current) >= 0 and (told or self.tree.deps[current] != "xcomp"):
                result.sayers.append(head)
                result.hearsay |= self.tree.kid(head, "aux:pass") is not None
            elif not self._known and saying.is_accused_of(self.tree, self.sayers, current):
                result.sayers.append(head)
            scoped = self._step(current, head, self.tree.deps[current], scoped, result)
            current = head
        return result

    def _is_misjoined(self, verb: int, head: int) -> bool:
        """ "Vowed to respond and declared mourning": a finite verb is joined to what is above the infinitive."""
        tree = self.tree
        return tree.deps[verb] == "conj" and tree.tags[verb] in FINITE and is_infinitive(tree, head)

    def _is_definite(self, token: int) -> bool:
        """Whether a noun speaks of an act as known: "the bombing", "Friday's attack"."""
        tree, definite = self.tree, self.lexicon.cues.definite
        return tree.pos[token] in ("NOUN", "PROPN") and any(
            tree.words[child] in definite or tree.deps[child] == "nmod:poss" for child in tree.children[token]
        )

    def _step(self, current: int, head: int, label: str, scoped: bool, result: Modality) -> bool:
        """Takes in what a head says of what hangs on it; tells whether heads above still bear on the event."""
        tree = self.tree
        if not scoped:
            return False
        if label == "conj":
            if tree.kid(current, "nsubj", "nsubj:pass") is None and tree.pos[head] in ("VERB", "AUX"):
                shared = any(tree.words[c] in self.shared for c in tree.kids(current, "cc"))
                self._children(head, result, negation=shared)
            return True
        if label == "advcl" and any(tree.words[mark] in self.means for mark in tree.kids(current, "mark")):
            self._children(head, result)
            return True  # how something is done is as true as that it is done
        if label == "nsubj" and self.signs.is_counterfactual(head):
            result.add(Cue("counterfactual", "planned", "hypothetical"), tree.words[head])
            return True
        if label == "advcl" and (is_infinitive(tree, current) or self.signs.is_forestalled(current, head)):
            self._of_clause(current, head, result)
            return False
        if self._known and self._is_settled(head, label):
            return False
        return self._reaches(current, head, label) and self._of_head(current, head, label, result)

    def _is_settled(self, head: int, label: str) -> bool:
        """Whether what hangs on a word happened before: "a role in the bombing", "vowed to avenge the killing"."""
        lemma, cues = self.tree.lemmas[head], self.lexicon.cues
        return (lemma in cues.involvement and label in ("nmod", "obl")) or lemma in cues.reacting

    def _of_clause(self, current: int, head: int, result: Modality) -> None:
        """What an adverbial clause tells of itself: its purpose, or that it was forestalled."""
        if not is_infinitive(self.tree, current):
            result.add(Cue("forestalled", "thwarted", "denied"), self.tree.words[head])
        elif not self._apply(head, "advcl", result) and self.tree.pos[head] != "ADJ":
            result.add(Cue("purpose", "planned", "planned"), self.tree.words[current])

    def _of_head(self, current: int, head: int, label: str, result: Modality) -> bool:
        """Takes in the cues of a head that what hangs on it is a complement of."""
        tree = self.tree
        if self.signs.is_in_vain(head):
            result.words.append(f"in vain: {tree.words[head]}")
            return False
        if (question := self.signs.open_question(head)) is not None:
            if question is not UNVERIFIED or self._judged not in self.sayers:  # a claim that nobody verified was made
                result.add(question, tree.words[head])
            return False
        names = {cue.name for cue in self.signs.cues(head, current)}
        if NO_MORE in names or (self._known and CONVICTED in names):
            return False  # "appealed against the verdict", "was not convicted of the murder"
        acted = self._apply(head, label, result, current)
        for subject in tree.kids(head, "nsubj") if tree.lemmas[head] in self.lexicon.cues.transparent else ():
            acted |= self._plans(subject, label, result)
        if label in ("ccomp", "csubj", "csubj:pass") and head in self.sayers:
            if not self._known and (unsaid := self.signs.unsaid(head, current)) is not None:
                result.add(unsaid, tree.words[head])
            return False
        if self._known and label in SUBJECTS and not acted and tree.lemmas[head] not in self.lexicon.cues.occurring:
            return False  # "nothing suggests that the two attacks were linked"
        if label == "acl:relcl" and not acted:
            return False  # "the men who had kidnapped him were not armed"
        if label == "acl" and not acted and tree.kid(current, "mark") is None:
            return False  # "the militant expelled by Turkey could strike"
        if label == "acl" and is_infinitive(tree, current) and not acted:
            result.add(Cue("purpose", "planned", "planned"), tree.words[current])
        listed = tree.preposition(current) in self.lexicon.cues.enumerating
        through = acted or listed or tree.lemmas[head] in self.lexicon.cues.transparent
        if label in ("nmod", "obl") and not through:
            return False
        if tree.pos[head] in ("VERB", "AUX", "ADJ") or acted or tree.lemmas[head] in self.lexicon.cues.involvement:
            self._children(head, result)
        return True

    def _plans(self, subject: int, label: str, result: Modality) -> bool:
        """ "The plans included blowing up a bridge": what a plan consists of is planned."""
        cues = [cue for cue in self.signs.cues(subject) if cue.name in INTENDED and label in ("xcomp", "ccomp", "obj")]
        for cue in cues:
            result.add(cue, self.tree.words[subject])
        return bool(cues)

    def _reaches(self, current: int, head: int, label: str) -> bool:
        tree = self.tree
        if label == "nsubj" and tree.lemmas[head] in self.lexicon.cues.occurring:
            return True  # "the trial will open"
        if label in ("nsubj", "acl:relcl"):
            return tree.pos[head] in SUBJECT_CLASSES or label == "acl:relcl" or self.signs.is_attempt(head)
        if label not in COMPLEMENTS:
            return False
        if label in ("nmod", "obl", "obl:arg"):
            return tree.preposition(current) in self.prepositions
        if label == "advcl":
            return any(tree.words[child] in self.words.clause_markers for child in tree.kids(current, "mark", "case"))
        return True

    def _apply(self, head: int, label: str, result: Modality, below: int = -1) -> bool:
        """Takes in the cues of a head that act on what hangs by this label; tells whether there were any."""
        acted = False
        for cue in self.signs.cues(head, below):
            if self._killed and cue.name in PLANNING:
                continue
            if cue.name == DENIAL and self._is_content(label):
                continue
            if self._known and cue.name in PERSONAL:
                result.personal.add(cue.factuality)
                continue
            if (not cue.links and label != "acl:relcl") or label in cue.links:
                result.add(cue, self.tree.words[head])
                acted = True
        return acted

    def _is_content(self, label: str) -> bool:
        """Whether what is denied was said all the same, and only what it says is not so: "denied the charges"."""
        by_word, lemma = self.lexicon.cues.by_word, self.tree.lemmas[self._judged]
        said = any(cue.name in SPOKEN for cue in by_word.get((lemma, "noun"), ()))
        return said and label in ("obj", "nsubj:pass") and self.tree.pos[self._judged] == "NOUN"

    def _own(self, token: int, result: Modality) -> None:
        """The cues that stand right at the trigger: "a foiled attack", "did not attack", "would-be bomber"."""
        tree = self.tree
        self._children(token, result)
        self._before(token, result)
        for child in tree.kids(token, "case", "amod"):
            if tree.words[child] in self.to_come:
                result.add(Cue("to come", "planned", "planned"), tree.words[child])
        if "denied" in result.factualities and tree.lemmas[token] in self.lexicon.cues.misfiring:
            result.add(Cue("misfire", "attempted"), tree.words[token])  # "the second bomb did not go off"
        for child in tree.kids(token, "amod", "advmod", "compound", "acl"):
            for cue in self.signs.cues(child):
                if cue.name == HYPOTHESIS and tree.deps[child] == "compound":
                    continue  # "an appeal hearing"
                if tree.deps[child] != "acl" or child == token + 1:
                    result.add(cue, tree.words[child])
            by_word = self.lexicon.cues.by_word
            if tree.deps[child] == "amod" and not self.signs.cues(child):
                for cue in by_word.get((tree.words[child], "adjective"), ()):
                    result.add(cue, tree.words[child])

    def _before(self, token: int, result: Modality) -> None:
        """The cue right before an infinitive bears on it wherever the tree ties it: "conspired to derail"."""
        tree = self.tree
        marks = [child for child in tree.kids(token, "mark") if tree.tags[child] == "TO" and child > 0]
        if marks and tree.heads[token] != marks[0] - 1 and tree.tags[token] == "VB":
            for cue in self.signs.cues(marks[0] - 1):
                if not cue.links:
                    result.add(cue, tree.words[marks[0] - 1])

    def _children(self, token: int, result: Modality, negation: bool = True) -> None:
        """Negation, modals and markers below a verb or noun."""
        tree = self.tree
        for child in saying.around(tree, token):
            word, label = tree.words[child], tree.deps[child]
            if negation and self.signs.negates(child, token):
                result.add(Cue("negation", "", "denied"), word)
            elif label == "aux" and word in self.modals:
                result.add(Cue("modal", "planned", "hypothetical"), word)
            elif label == "aux" and word in self.future:
                result.add(Cue("future", "planned", "planned"), word)
            elif (label == "mark" and word in self.markers) or self.signs.is_inverted(child, token):
                result.add(Cue("condition", "planned", "hypothetical"), word)
            elif label == "mark" and tree.tags[child] == "JJ":
                for cue in self.signs.cues(child):  # "are due to open"
                    result.add(cue, word)
            elif label == "advmod" and word in self.not_yet and is_ahead(tree, token):
                result.add(Cue("negation", "", "denied"), word)
            elif label == "parataxis":
                for cue in self.signs.cues(child):  # "…, prosecutors believe"
                    if "ccomp" in cue.links and tree.kid(child, "ccomp", "xcomp") is None and not self._known:
                        result.add(cue, word)
            elif label == "advmod" and tree.pos[child] == "ADV":
                for cue in self.lexicon.cues.by_word.get((word, "adverb"), ()):
                    result.add(cue, word)
        copulas = [c for c in tree.kids(token, "aux", "cop") if tree.lemmas[c] in self.words.being]
        if copulas and any(tree.tags[child] == "TO" for child in tree.kids(token, "mark", "aux")):
            result.add(Cue("future", "planned", "planned"), tree.words[token])  # "was to go off", "are to be tried"
        if (
            tree.lemmas[token] in self.lexicon.cues.future_verbs
            and tree.tags[token] == "VBG"
            and tree.kid(token, "xcomp")
        ):
            result.add(Cue("future", "planned", "planned"), tree.words[token])

