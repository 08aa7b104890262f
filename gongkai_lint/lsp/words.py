"""What an editor shows of a finding: the diagnostic, the hover, the fixes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from gongkai_lint.engine.fix import without_overlaps
from gongkai_lint.lsp.judge import RuledReport
from gongkai_lint.lsp.text import OpenText
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Finding, Severity
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.rules.page import literal
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.words import grade, notes

SOURCE = "gongkai-lint"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"
_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class Words:
    """The findings of one open text in the words and positions of the protocol."""

    def __init__(self, uri: str, text: OpenText, judged: RuledReport, document: Document) -> None:
        """Take what belongs together."""
        self._uri = uri
        self._text = text
        self._document = document
        self.rules = judged.rules
        self._findings = judged.report.findings
        # A byte order mark is a character of the editor's first line, but not of the document.
        self._mark = int(text.text.startswith("\ufeff"))

    def diagnostics(self) -> list[types.Diagnostic]:
        """Give one diagnostic a finding."""
        return [self._diagnostic(finding) for finding in self._findings]

    def hover(self, at: types.Position) -> types.Hover | None:
        """Say what is wrong here and on what basis; None where nothing is."""
        here = [finding for finding in self._findings if self._touches(finding, at, at)]
        if not here:
            return None
        words = "\n\n---\n\n".join(self._page(finding) for finding in here)
        content = types.MarkupContent(types.MarkupKind.Markdown, words)
        return types.Hover(content, self._shown(here[0]))

    def fixes(self, range_: types.Range) -> Iterator[types.CodeAction]:
        """Yield a quick fix for each finding in a range that has one."""
        for finding in self._findings:
            if finding.fix and self._touches(finding, range_.start, range_.end):
                yield types.CodeAction(
                    title=f"{finding.fix.title}（{finding.rule}）",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[self._diagnostic(finding)],
                    is_preferred=finding.fix.safety == "safe",
                    edit=self._edit(finding.fix.edits),
                )

    def fix_all(self) -> types.CodeAction | None:
        """Give the action that makes every safe fix; of overlapping ones the first."""
        fixes = [f.fix for f in self._findings if f.fix and f.fix.safety == "safe"]
        if not fixes:
            return None
        edits = without_overlaps(edit for fix in fixes for edit in fix.edits)
        return types.CodeAction(
            title=f"改正全部有把握的问题（{len(fixes)} 处）", kind=FIX_ALL, edit=self._edit(edits)
        )

    def _diagnostic(self, finding: Finding) -> types.Diagnostic:
        rule = self.rules[finding.rule]
        told = [finding.message, f"建议：{finding.advice}" if finding.advice else ""]
        review = "（待核）" if finding.outcome == "review" else ""
        return types.Diagnostic(
            range=self._shown(finding),
            message=review + "\n".join(words for words in told if words),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(Path(rule.path).as_uri()),
            source=SOURCE,
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(self._uri, self._range(span)),
                    message or self._document.written(span),
                )
                for span, message in finding.related
            ],
            data={"rule": finding.rule, "fingerprint": finding.fingerprint},
        )

    def _page(self, finding: Finding) -> str:
        rule = self.rules[finding.rule]
        lines = [f"**{grade(finding)} {finding.rule}** {literal(finding.title)}"]
        lines.append(literal(finding.message))
        lines += [literal(note) for note in notes(finding)]
        if rule.why:
            lines.append(literal(f"为什么：{rule.why}"))
        lines.append(f"[规则 {finding.rule} 的全文和例子]({Path(rule.path).as_uri()})")
        return "\n\n".join(lines)

    def _shown(self, finding: Finding) -> types.Range:
        """Give the range to underline; what is absent is shown on the character before."""
        span = finding.span
        if span.start == span.end:
            start = self._document.starts[self._document.paragraph_at(span.start)]
            span = Span(max(start, span.start - 1), span.end)
        return self._range(span)

    def _range(self, span: Span) -> types.Range:
        return types.Range(self._position(span.start), self._position(span.end))

    def _position(self, offset: int) -> types.Position:
        line, column = position(self._document, offset)
        return self._text.position(line - 1, column - 1 + self._mark * (line == 1))

    def _touches(self, finding: Finding, start: types.Position, end: types.Position) -> bool:
        shown = self._shown(finding)
        return shown.start <= end and start <= shown.end

    def _edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        changes = [types.TextEdit(self._range(span), text) for span, text in edits]
        return types.WorkspaceEdit(changes={self._uri: changes})
