"""A word of a tree in, what bears there on whether something happened out: its cues, and what negates it."""

from __future__ import annotations

from kg.lexicon.cues import Cue
from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass")
NEGATED = frozenset({"advmod", "det", "cc", "cc:preconj", "nsubj", "nsubj:pass", "obj", "aux"})
CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}
HINDERED = frozenset({"hypothesis", "attempt"})  # cues above a verb that was not carried out: "unable to confirm"
OPEN = Cue("not excluded", "planned", "hypothetical")
DENIED = Cue("negation", "", "denied")
ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})  # "did not say who ordered it"
UNVERIFIED = Cue("unverified", "", "alleged")


class Signs:
    """Cues, negation and the turns of phrase that undo them, in one tree."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.by_word = lexicon.cues.by_word
        self.verifying = lexicon.cues.verifying
        self.having = function_words().having
        children = lexicon.cues.children
        self.negation, self.modals = children["negation"], children["hypothetical modals"]
        self.before, self.inverted = children["before markers"], children["inverted conditionals"]
        self.factive, self.nobody = lexicon.cues.factive, children["nobody"]
        self.occasions = children["occasions"]
        self.merely, self.until = children["merely"], children["until markers"]

    def cues(self, token: int, below: int = -1) -> tuple[Cue, ...]:
        """The cues of a word, of a verb first with its particle or what hangs `below`: "rule out", "face trial"."""
        tree, word_class = self.tree, CLASSES.get(self.tree.pos[token], "")
        with_it = [tree.words[particle] for particle in tree.kids(token, "compound:prt")]
        with_it += [tree.preposition(below) or tree.lemmas[below]] if below >= 0 and word_class == "verb" else []
        for other in with_it:
            if found := self.by_word.get((f"{tree.lemmas[token]} {other}", word_class)):
                return found
        found = self.by_word.get((tree.lemmas[token], word_class), ())
        return found or self.by_word.get((tree.words[token], word_class), ())

    def negates(self, child: int, token: int) -> bool:
        """Whether what hangs on a word negates it, by itself, as a subject or a time: "nobody", "at no time"."""
        return self._is_negative(child) and not self._is_undone(child, token)

    def _is_negative(self, child: int) -> bool:
        tree = self.tree
        if tree.words[child] in self.negation and tree.deps[child] in NEGATED:
            return True
        occasion = tree.lemmas[child] in self.occasions
        if tree.deps[child] == "obj" and not occasion:  # "arrested no suspects", and not "lost no time"
            return any(tree.words[d] in self.negation for d in tree.kids(child, "det"))
        bears = tree.deps[child] in SUBJECTS or (tree.deps[child] == "obl" and occasion)
        return bears and any(tree.words[d] in self.negation for d in tree.kids(child, "det", "advmod", "cc:preconj"))

    def is_negated(self, token: int) -> bool:
        """Whether anything that hangs on a word negates it."""
        return any(self.negates(child, token) for child in self.tree.children[token])

    def _is_undone(self, child: int, token: int) -> bool:
        """ "Not only killed the guard": more is to come; "was not freed until 1991": then he was."""
        tree = self.tree
        if tree.words[child + 1 : child + 2] and tree.words[child + 1] in self.merely:
            return True
        late = [obl for obl in tree.kids(token, "obl", "obl:unmarked") if tree.preposition(obl) in self.until]
        clauses = [clause for clause in tree.kids(token, "advcl")
                   if any(tree.words[mark] in self.until for mark in tree.kids(clause, "mark"))]
        return bool(late or clauses) and tree.deps[child] == "advmod"

    def open_question(self, verb: int) -> Cue | None:
        """What a verb that says nothing for sure makes of its complement: "did not rule out", "could not confirm"."""
        tree = self.tree
        if tree.lemmas[verb] in self.verifying:
            hindered = tree.deps[verb] == "xcomp" and any(c.name in HINDERED for c in self.cues(tree.heads[verb]))
            return UNVERIFIED if hindered or self.is_negated(verb) else None
        names = {cue.name for cue in self.cues(verb)}
        if not names & {"exclusion", "denial"} or not self.is_negated(verb):
            return None
        return OPEN if "exclusion" in names else UNVERIFIED

    def unsaid(self, verb: int, clause: int) -> Cue | None:
        """What a saying that was not said makes of its clause: "nothing indicates that he fled", "did not say that"."""
        tree = self.tree
        asks = any(tree.tags[t] in ASKING for t in tree.subtree(clause) if t < clause)
        if asks or tree.lemmas[verb] in self.factive or not self.is_negated(verb):
            return None
        things = any(tree.words[kid] in self.negation for kid in tree.kids(verb, "nsubj", "nsubj:pass"))
        return DENIED if things and tree.kid(verb, "nsubj") is not None and not self._is_anybody(verb) else UNVERIFIED

    def _is_anybody(self, verb: int) -> bool:
        """Whether it is people who do not say it: "nobody said"."""
        return any(self.tree.words[kid] in self.nobody for kid in self.tree.kids(verb, *SUBJECTS))

    def is_in_vain(self, verb: int) -> bool:
        """Whether nothing was thwarted: "did not prevent the attack", "failed to stop it"."""
        tree = self.tree
        if not any(cue.name == "thwart" for cue in self.cues(verb)):
            return False
        head = tree.heads[verb]
        failed = tree.deps[verb] == "xcomp" and any(cue.name == "attempt" for cue in self.cues(head))
        return failed or self.is_negated(verb)

    def is_forestalled(self, clause: int, head: int) -> bool:
        """Whether something was done before a clause could come true: "arrested before they could strike"."""
        tree = self.tree
        marked = any(tree.words[child] in self.before for child in tree.kids(clause, "mark"))
        able = marked and any(tree.words[child] in self.modals for child in tree.kids(clause, "aux"))
        return able and tree.pos[head] == "VERB"

    def is_counterfactual(self, verb: int) -> bool:
        """Whether a clause tells what would have been: "the attack would have killed thousands"."""
        tree = self.tree
        words = {tree.words[child] for child in tree.kids(verb, "aux")}
        perfect = any(tree.lemmas[child] in self.having for child in tree.kids(verb, "aux"))
        return perfect and bool(words & self.modals) and tree.tags[verb] == "VBN"

    def is_attempt(self, head: int) -> bool:
        """Whether a verb tells that nothing came of its subject: "the attack failed"."""
        return any(cue.name in ("attempt", "thwart") for cue in self.cues(head)) and self.tree.kid(head, "obj") is None

    def is_inverted(self, auxiliary: int, verb: int) -> bool:
        """ "Had the bomb exploded, …": the auxiliary before the subject of a clause that hangs on another."""
        tree = self.tree
        subject = tree.kid(verb, "nsubj", "nsubj:pass")
        opens = auxiliary == min(tree.children[verb]) and tree.deps[verb] == "advcl" and tree.deps[auxiliary] == "aux"
        return opens and subject is not None and auxiliary < subject and tree.words[auxiliary] in self.inverted
