"""Chart declarations and indicators in; charts in both languages out: SVG, table, description, share picture."""

from baogao.drawing.charts import Chart, charts_of, check_charts
from baogao.drawing.share_picture import share_picture

__all__ = ["Chart", "charts_of", "check_charts", "share_picture"]
