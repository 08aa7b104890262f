"""Charts as SVG text: they print, scale and need no script; clicks carry a row's number."""

from collections.abc import Sequence
from html import escape

from gongkai_lint.named import NamedTuple

_WIDTH, _HEIGHT = 960, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 18, 34
_STEPS = (1, 2, 5)
_GRID = 4
_LABELS = 16


class Point(NamedTuple):
    """A value of a year; ``row`` is the row of the table that it was taken from."""

    year: int
    value: float
    row: int
    told: str


def columns(points: Sequence[Point], unit: str) -> str:
    """Draw a column for each year."""
    scale = _Scale(points, _top(max((p.value for p in points), default=1)))
    bars = []
    for point in points:
        x, y = scale.x(point.year), scale.y(point.value)
        width = scale.step * 0.72
        bars.append(
            f'<g class="hit" data-row="{point.row}" tabindex="0">'
            f"<title>{escape(point.told)}</title>"
            f'<rect class="bar" x="{x - width / 2:.1f}" y="{y:.1f}" width="{width:.1f}" '
            f'height="{max(0.5, scale.floor - y):.1f}" rx="2"/></g>'
        )
    return _svg(scale, "".join(bars), unit)


def line(points: Sequence[Point], unit: str, mark: tuple[float, str] | None = None) -> str:
    """Draw shares of 0 to 100 by year; ``mark`` is a day (as a fraction of years) and its words."""
    scale = _Scale(points, 100)
    path = " ".join(f"{scale.x(p.year):.1f},{scale.y(p.value):.1f}" for p in points)
    dots = "".join(
        f'<g class="hit" data-row="{p.row}" tabindex="0"><title>{escape(p.told)}</title>'
        f'<circle class="dot" cx="{scale.x(p.year):.1f}" cy="{scale.y(p.value):.1f}" r="4.5"/></g>'
        for p in points
    )
    step = ""
    if mark and points and points[0].year <= mark[0] <= points[-1].year + 1:
        x = scale.x(mark[0] - 0.5)
        step = (
            f'<line class="step" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{scale.floor}"/>'
            f'<text class="steplabel" x="{x - 6:.1f}" y="{_TOP + 10}" text-anchor="end">'
            f"{escape(mark[1])}</text>"
        )
    return _svg(scale, f'{step}<polyline class="line" points="{path}"/>{dots}', unit)


class _Scale:
    """From years and values to places on the sheet."""

    def __init__(self, points: Sequence[Point], top: float) -> None:
        years = [point.year for point in points] or [0]
        self.first, self.last = min(years), max(years)
        self.top = top
        self.floor = _HEIGHT - _BOTTOM
        self.step = (_WIDTH - _LEFT - _RIGHT) / (self.last - self.first + 1)

    def x(self, year: float) -> float:
        """Give the middle of a year."""
        return _LEFT + (year - self.first + 0.5) * self.step

    def y(self, value: float) -> float:
        """Give the height of a value."""
        return self.floor - (self.floor - _TOP) * value / self.top


def _svg(scale: _Scale, inside: str, unit: str) -> str:
    grid = []
    for number in range(_GRID + 1):
        value = scale.top * number / _GRID
        y = scale.y(value)
        grid.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
        )
    every = -(-(scale.last - scale.first + 1) // _LABELS)
    names = "".join(
        f'<text class="tick" x="{scale.x(year):.1f}" y="{scale.floor + 18}" text-anchor="middle">'
        f"{year}</text>"
        for year in range(scale.first, scale.last + 1, every)
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="各年{escape(unit)}">'
        f"{''.join(grid)}{names}{inside}"
        f'<text class="tick" x="4" y="12">{escape(unit)}</text></svg>'
    )


def _top(highest: float) -> float:
    """Give a round number at or above the highest value."""
    size = 1.0
    while size * 10 < highest:
        size *= 10
    steps = (size * step for step in (*_STEPS, 10))
    return next((step for step in steps if step >= highest), highest)
