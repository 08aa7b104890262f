"""The tables of an audit: names, columns, version. A column may be added, none is changed."""

import pyarrow as pa

VERSION = "1"
_TEXT = pa.string()
_WORD = pa.dictionary(pa.int32(), pa.string())
_NUMBER = pa.int32()

DOCUMENTS = pa.schema(
    [
        ("key", pa.binary()),
        ("path", _TEXT),
        ("digest", _TEXT),
        ("size", pa.int64()),
        ("changed", pa.int64()),
        ("run", _NUMBER),
        ("basis", _WORD),
        ("duplicate_of", _TEXT),
        ("media_type", _WORD),
        ("profile", _WORD),
        ("as_of", pa.date32()),
        ("title", _TEXT),
        ("document_number", _TEXT),
        ("document_type", _WORD),
        ("issuer", _TEXT),
        ("issuer_level", _WORD),
        ("issuer_kind", _WORD),
        ("date_of_issue", pa.date32()),
        ("disclosure", _WORD),
        ("traits", pa.list_(_TEXT)),
        ("characters", _NUMBER),
        ("errors", _NUMBER),
        ("warnings", _NUMBER),
        ("infos", _NUMBER),
        ("reviews", _NUMBER),
        ("suppressed", _NUMBER),
        ("url", _TEXT),
        ("published", _TEXT),
        ("web_issuer", _TEXT),
        ("web_label", _TEXT),
        ("failed_stage", _WORD),
        ("failure", _TEXT),
    ]
)
FINDINGS = pa.schema(
    [
        ("key", pa.binary()),
        ("run", _NUMBER),
        ("path", _TEXT),
        ("rule", _WORD),
        ("severity", _WORD),
        ("outcome", _WORD),
        ("message", _TEXT),
        ("text", _TEXT),
        ("start", _NUMBER),
        ("end", _NUMBER),
        ("paragraph", _NUMBER),
        ("page", _NUMBER),
        ("element", _WORD),
        ("context", _TEXT),
        ("basis", _TEXT),
        ("fingerprint", _TEXT),
        ("suppressed", _TEXT),
        ("returns_at", _WORD),
        ("returns_for", _WORD),
    ]
)
OUTCOMES = pa.schema([("key", pa.binary()), ("run", _NUMBER), ("rule", _WORD), ("outcome", _WORD)])
TASKS = pa.schema(
    [
        ("key", pa.binary()),
        ("run", _NUMBER),
        ("path", _TEXT),
        ("text", _TEXT),
        ("lead", _TEXT),
        ("others", _TEXT),
        ("deadline", pa.date32()),
        ("start", _NUMBER),
        ("end", _NUMBER),
    ]
)
CITATIONS = pa.schema(
    [
        ("key", pa.binary()),
        ("run", _NUMBER),
        ("title", _TEXT),
        ("number", _TEXT),
        ("start", _NUMBER),
        ("end", _NUMBER),
    ]
)
LEFT = pa.schema([("path", _TEXT), ("reason", _WORD)])
PRESENT = pa.schema([("key", pa.binary())])
TABLES = {
    "documents": DOCUMENTS,
    "findings": FINDINGS,
    "outcomes": OUTCOMES,
    "tasks": TASKS,
    "citations": CITATIONS,
}
