// The parts of ECharts that the pictures use, as a chunk that pages load with their first picture. Drawn as SVG, so that a picture
// can be saved as such.

import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent, ToolboxComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([
  BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart,
  DataZoomInsideComponent, GridComponent, ToolboxComponent, TooltipComponent, VisualMapPiecewiseComponent,
  LabelLayout, SVGRenderer,
])

export { format, init } from 'echarts/core'
