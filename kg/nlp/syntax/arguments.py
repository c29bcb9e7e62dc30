"""A trigger word in a tree and the grammar in, its participants out: which token sits in which seat, and by what path.

Seats are `subject` and `object` (logical, whatever the voice), `recipient`, `possessive`, `compound`, `adjective`,
`clause` and the prepositions themselves (`in`, `with`, …).
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.constructions import Grammar, PathRule, Step
from kg.lexicon.function_words import function_words
from kg.nlp.syntax.conditions import CONDITIONS, is_state_of, shares_next_object
from kg.nlp.syntax.tree import Tree

SURFACE = "surface"
COMPLETED = ("advmod", "xcomp", "obl", "amod")
MAX_DEPTH = 6  # how far control chains are followed: "was said to have been planning to try to attack" needs four


@dataclass(frozen=True, slots=True)
class Argument:
    """A token in a seat. `construction` names the path; `via` is the support verb through which it was found, or -1."""

    seat: str
    token: int
    construction: str
    via: int = -1


class Walker:
    """Finds the participants of triggers in one tree."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self.tree = tree
        self.grammar = grammar

    def is_passive(self, verb: int) -> bool:
        """Whether the clause of a verb is passive, be it full, reduced or coordinated."""
        tree, grammar = self.tree, self.grammar
        if any(tree.deps[child] in grammar.passive_children for child in tree.children[verb]):
            return True
        if tree.tags[verb] not in grammar.reduced_passive_tags or tree.kid(verb, "aux", "obj", "cop") is not None:
            return False
        label = tree.deps[verb]
        if label in grammar.reduced_passive_labels:
            return tree.tags[verb] == "VBN" or (tree.kid(verb, "nsubj") is None and label in ("acl", "amod"))
        if label == "conj" and tree.tags[verb] == "VBN" and tree.kid(verb, "nsubj") is None:
            return self.is_passive(tree.heads[verb])
        if label == "xcomp" and tree.tags[verb] == "VBN":
            return True
        if tree.kid(verb, "nsubj") is None:
            shared = label == "conj" and self._lacks_object(verb, grammar.transitive | grammar.bound_verbs)
            return shared and self.is_passive(tree.heads[verb])
        return tree.tags[verb] == "VBN" or self._lacks_object(verb, grammar.bound_verbs)  # headline English

    def _lacks_object(self, verb: int, bound: frozenset[str]) -> bool:
        """Whether a verb that is never without an object has none: "Two men arrested in Lyon"."""
        bare = self.tree.kid(verb, "obj", "iobj", "ccomp", "xcomp", "aux") is None
        completed = {self.tree.words[kid] for kid in self.tree.kids(verb, *COMPLETED)} & self.grammar.completions
        if completed and self.tree.kid(verb, "obj", "aux", "ccomp") is None:  # "Leader shot dead in cafe"
            return True
        return bare and self.tree.lemmas[verb] in bound and not shares_next_object(self.tree, self.grammar, verb)

    def seats(self, verb: int, seat: str, depth: int = 0) -> list[Argument]:
        """The tokens in the logical subject or object of a verb (or predicate of another class)."""
        if depth > MAX_DEPTH:
            return []
        voice = "passive" if self.is_passive(verb) else "active"
        for rule in self.grammar.verb[f"{voice} {seat}"]:
            if not self._applies(rule, verb):
                continue
            tokens = self.follow(verb, rule.steps, depth)
            if tokens:
                return [Argument(seat, token, rule.name) for token in tokens]
        return []

    def follow(self, start: int, steps: tuple[Step, ...], depth: int = 0) -> list[int]:
        """The tokens at the end of a path, relative pronouns replaced by what they stand for, conjuncts included."""
        reached = [start]
        for step in steps:
            reached = [target for token in reached for target in self._step(token, step, depth)]
            if not reached:
                return []
        tree = self.tree
        found: list[int] = []
        for token in reached:
            token = self.antecedent(token)
            found += [t for t in tree.conjuncts(token) if tree.is_nominal(t) or t == token]
        return [token for token in dict.fromkeys(found) if token != start]

    def antecedent(self, token: int) -> int:
        """The noun that a relative pronoun stands for; any other token itself."""
        tree = self.tree
        if tree.words[token] not in self.grammar.relative_pronouns or tree.pos[token] not in ("PRON", "DET", "SCONJ"):
            return token
        for above in (token, *tree.ancestors(token)):
            if tree.deps[above] == "acl:relcl":
                return tree.heads[above]
        return token

    def obliques(self, head: int, labels: frozenset[str], via: int = -1) -> list[Argument]:
        """The prepositional participants of a clause or noun: the seat is the preposition."""
        tree = self.tree
        found = []
        for child in tree.children[head]:
            if tree.deps[child] not in labels:
                continue
            preposition = tree.preposition(child)
            if preposition:
                found += self._relational(head, child, preposition, via) or [
                    Argument(preposition, self.antecedent(token), "oblique", via) for token in tree.conjuncts(child)
                ]
        return found

    def _relational(self, head: int, noun: int, preposition: str, via: int) -> list[Argument]:
        """What stands behind a preposition that is made with a noun: "in front of the embassy"."""
        tree = self.tree
        if tree.lemmas[noun] not in self.grammar.relational_nouns or preposition in function_words().entering:
            return []
        behind = [
            child
            for child in (*tree.kids(noun, "nmod"), *tree.children[head])
            if child > noun and tree.preposition(child) in function_words().belonging
        ]
        seat = f"{preposition} {tree.lemmas[noun]} of"
        return [Argument(seat, token, "oblique", via) for token in (tree.conjuncts(behind[0]) if behind else ())]

    def loads(self, noun: int) -> list[Argument]:
        """What a vehicle or container is said to hold: "a car loaded with dynamite"."""
        tree = self.tree
        return [
            Argument("load", argument.token, "load")
            for child in tree.kids(noun, "acl", "amod", "acl:relcl")
            if tree.lemmas[child] in self.grammar.loading_words
            for argument in self.obliques(child, self.grammar.verb_obliques)
            if argument.seat in function_words().contents
        ] + [
            Argument("load", token, "load")
            for child in tree.kids(noun, "acl", "acl:relcl")
            if tree.lemmas[child] in self.grammar.carrying_words and tree.tags[child] == "VBG"
            for kid in tree.kids(child, "obj")
            for token in tree.conjuncts(kid)
        ]

    def verb(self, verb: int) -> list[Argument]:
        """All participants of a verbal trigger."""
        tree = self.tree
        found = self.seats(verb, "subject") + self.seats(verb, "object")
        found += [
            Argument("recipient", token, "recipient")
            for kid in tree.kids(verb, "iobj")
            for token in tree.conjuncts(kid)
        ]
        found += self.obliques(verb, self.grammar.verb_obliques)
        found += [Argument("clause", token, "clause") for token in tree.kids(verb, "ccomp", "xcomp")]
        marked = ((self._marked(clause), clause) for clause in tree.kids(verb, "advcl"))
        found += [Argument(seat, clause, "clause") for seat, clause in marked if seat]
        if tree.deps[verb] in ("acl", "acl:relcl", "xcomp", "conj", "advcl"):
            found += self._inherited(verb)
        return found

    def _marked(self, clause: int) -> str:
        """The seat of a clause that says when, why or what for: its marker, "for" in "jailed for plotting"."""
        tree = self.tree
        if any(tree.tags[child] == "TO" for child in tree.kids(clause, "mark")):
            return "clause"
        return next((tree.words[child] for child in tree.kids(clause, "mark", "case")), "")

    def noun(self, noun: int) -> list[Argument]:
        """All participants of a nominal trigger, with those of a verb that supports it."""
        tree, grammar = self.tree, self.grammar
        found = []
        for child in tree.children[noun]:
            seat = grammar.noun_modifiers.get(tree.deps[child])
            if seat:
                found += [Argument(seat, token, seat) for token in tree.conjuncts(child)]
        found += self.obliques(noun, grammar.noun_obliques)
        found += [Argument("clause", token, "clause") for token in tree.kids(noun, "acl", "ccomp")]
        base = noun
        while tree.deps[base] == "conj" or (
            tree.deps[base] == "nmod" and tree.lemmas[tree.heads[base]] in grammar.transparent_nouns
        ):
            base = tree.heads[base]
        if tree.deps[noun] == "compound" and tree.lemmas[tree.heads[noun]] in grammar.transparent_nouns:
            base = tree.heads[noun]  # "an assassination attempt on the governor by rebels"
            found += self.obliques(base, grammar.noun_obliques)
        if tree.deps[noun] == "conj" and tree.kid(noun, "nmod") is None:  # "the kidnapping and murder of two boys"
            found += [a for a in self.obliques(tree.heads[noun], grammar.noun_obliques) if a.token > noun]
        return found + (self._undergone(base) or self._supported(base)) + self._done(base)

    def _undergone(self, noun: int) -> list[Argument]:
        """To whom it is done: "received a sentence", "survived an attack", "are in custody"."""
        tree, grammar = self.tree, self.grammar
        if tree.kid(noun, "cop") is not None and tree.preposition(noun):
            seat = "subject" if tree.preposition(noun) in function_words().standing_behind else "undergoer"
            return [Argument(seat, a.token, a.construction, noun) for a in self.seats(noun, "subject")]
        verb = tree.heads[noun]
        if is_state_of(tree, noun, verb):
            return [Argument("undergoer", verb, "state")]
        if tree.deps[noun] != "obj" or tree.lemmas[verb] not in grammar.receiving_verbs or self.is_passive(verb):
            return []
        subjects = self.seats(verb, "subject")
        return [Argument("undergoer", a.token, a.construction, verb) for a in subjects] + self.obliques(
            verb, grammar.verb_obliques, verb
        )

    def _supported(self, noun: int) -> list[Argument]:
        tree, grammar = self.tree, self.grammar
        for rules, verbs, seat in (
            (grammar.support_active, grammar.support_verbs, "subject"),
            (grammar.support_passive, grammar.support_verbs, "subject"),
            (grammar.occurrence, grammar.occurrence_verbs, ""),
        ):
            for rule in rules:
                for verb in self.follow(noun, rule.steps):
                    wrong_voice = self.is_passive(verb) != (rules is grammar.support_passive)
                    if tree.lemmas[verb] not in verbs or (seat and wrong_voice):
                        continue
                    subject = (
                        [Argument(a.seat, a.token, f"support {a.construction}", verb) for a in self.seats(verb, seat)]
                        if seat
                        else []
                    )
                    return subject + self.obliques(verb, grammar.verb_obliques, verb) + self._nested(verb, seat)
        return []

    def _nested(self, verb: int, seat: str) -> list[Argument]:
        """What it hit, and where: "the blast hit a market", "the blast killed nine workers in Puebla"."""
        things = [t for kid in self.tree.kids(verb, "obj") for t in self.tree.conjuncts(kid)] if not seat else []
        found = [a for thing in things for a in self.obliques(thing, self.grammar.noun_obliques)]
        struck = things if self.tree.lemmas[verb] in self.grammar.striking_verbs else []
        nested = [Argument(f"object {a.seat}", a.token, "occurrence") for a in found]
        return nested + [Argument("struck", thing, "occurrence") for thing in struck]

    def _done(self, noun: int) -> list[Argument]:
        """Who is named by what he did: "the mastermind of the attack"."""
        tree, grammar = self.tree, self.grammar
        for rule in grammar.doer:
            for doer in self.follow(noun, rule.steps):
                if tree.lemmas[doer] in grammar.blamed_nouns:
                    return [Argument("blamed", doer, "doer")]
                if tree.lemmas[doer] in grammar.doer_nouns:
                    return [Argument("subject", doer, "doer")]
        return []

    def _inherited(self, verb: int) -> list[Argument]:
        """Obliques of the clause above a controlled verb: "planned on Tuesday in Paris to attack"."""
        tree, above = self.tree, self.tree.heads[verb]
        if tree.deps[verb] == "conj" and tree.pos[above] == "VERB":
            found = [a for a in self.obliques(above, self.grammar.verb_obliques) if self._is_shared(a.token, verb)]
            return [Argument(f"outer {a.seat}", a.token, "shared") for a in found]
        if tree.deps[verb] != "xcomp":
            return []
        found = self.obliques(above, self.grammar.verb_obliques)
        return [Argument(f"outer {a.seat}", a.token, "control", above) for a in found]

    def _is_shared(self, oblique: int, verb: int) -> bool:
        """ "In Lagos, gunmen raided a bank and shot a guard", "beaten and stabbed by a mob in Lagos"."""
        subject = self.tree.kid(verb, "nsubj", "nsubj:pass")
        first = self.tree.kid(self.tree.heads[verb], "nsubj", "nsubj:pass")
        opens = first is not None and oblique < first and subject is None
        return opens or oblique > verb

    def _applies(self, rule: PathRule, verb: int) -> bool:
        if rule.unless == "subject control":
            return self.tree.lemmas[self.tree.heads[verb]] not in self.grammar.subject_control
        fits = self._has_gap(verb) if rule.when == "gap" else rule.when not in CONDITIONS
        return fits or (rule.when in CONDITIONS and CONDITIONS[rule.when](self.tree, self.grammar, verb))

    def _has_gap(self, verb: int) -> bool:
        """ "The men that police arrested": the clause has a subject of its own and no object."""
        tree = self.tree
        subjects = tree.kids(verb, "nsubj")
        other = any(self.antecedent(kid) != kid for kid in (*subjects, *tree.kids(verb, "obl")))  # "in which they said"
        return bool(subjects) and not other and tree.kid(verb, "obj", "ccomp") is None

    def _step(self, token: int, step: Step, depth: int) -> list[int]:
        tree = self.tree
        if step.seat == SURFACE:
            seat = "object" if self.is_passive(token) else "subject"
            return [argument.token for argument in self.seats(token, seat, depth + 1)]
        if step.seat:
            return [argument.token for argument in self.seats(token, step.seat, depth + 1)]
        if step.up:
            fits = (
                tree.deps[token] in step.labels
                and (not step.tags or tree.tags[token] in step.tags)
                and (not step.words or self._markers(token) & step.words)
            )
            return [tree.heads[token]] if fits and tree.heads[token] != token else []
        return [
            child
            for child in tree.children[token]
            if tree.deps[child] in step.labels and (not step.words or self._markers(child) & step.words)
        ]

    def _markers(self, token: int) -> set[str]:
        tree = self.tree
        return {tree.preposition(token)} | {tree.words[child] for child in tree.kids(token, "mark", "case")}
