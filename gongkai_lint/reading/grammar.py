"""The classes of words that the reading itself asks for; rules/vocabulary says their words."""

MUST, MUST_NOT, MAY = "must", "must_not", "may"
ENCOURAGE, INTEND = "encourage", "intend"
NOT, UNABLE, UNDO = "not", "unable", "undo"
BY, TO, VIA, BASIS, GIVE = "by", "to", "via", "basis", "give"
ORGAN, COLLECTIVE = "organ", "collective"
ORGANS = frozenset({ORGAN, "firm", "government"})  # told by the shape of a name, in clauses only
MODALITY = frozenset({MUST, MUST_NOT, MAY, ENCOURAGE, INTEND})
NEGATION = frozenset({NOT, UNABLE, MUST_NOT})
TURNS = frozenset({NOT, MUST_NOT, UNDO})
GOVERNS = frozenset({TO, VIA, BASIS, GIVE})  # what stands behind one of these is no subject
GRAMMAR = MODALITY | NEGATION | TURNS | GOVERNS | {BY}
