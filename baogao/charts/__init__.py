"""Chart declarations and indicators in; charts in both languages out: SVG, table, description, share picture."""

from baogao.charts.charts import Chart, charts_of, check_charts, kept_charts
from baogao.charts.share_picture import share_picture

__all__ = ["Chart", "charts_of", "check_charts", "kept_charts", "share_picture"]
