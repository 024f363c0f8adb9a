// Agreed projects over time: what was planned, how far the opening slipped from it, when it may come, and milestones.

import type { ScatterSeriesOption } from 'echarts'
import type { ProjectRow } from '../lib/answers'
import { dayMs, type Picture, room, type Row, rowAxes, type Segment, segments, type Span, timeAxis } from './frame'

export interface Project {
  row: Row
  hue: string
  project: ProjectRow
  /** What each milestone is called when one asks. */
  milestones: string[]
}

export const TOP_PX = 18
/** Pixels of the outlook below the bar of its project. */
const OUTLOOK_PX = 9

export function gantt(projects: Project[], year: number | null, domain: Span): Picture {
  return (view) => {
    const { colour } = view
    const [ink, paper] = [colour('ink'), colour('paper')]
    const last = Math.max(0, projects.length - 1)
    const lines = projects.flatMap(({ hue, project: { planned, opens, outlook, status } }, row): Segment[] => [
      ...(planned !== null && opens !== null ? [{ from: [dayMs(planned), row], to: [dayMs(opens), row], colour: colour(hue), width: 7, opacity: 0.35 } as Segment] : []),
      ...(planned !== null ? [{ from: [dayMs(planned), row], to: [dayMs(planned), row], below: [-8, 8], colour: ink, width: 2 } as Segment] : []),
      ...(outlook !== null && status !== 'open'
        ? [{ from: [dayMs(outlook.p10), row], to: [dayMs(outlook.p90), row], below: [OUTLOOK_PX, OUTLOOK_PX], colour: ink, width: 2 } as Segment]
        : []),
    ])
    const end = dayMs(`${year ?? 0}-12-31`)
    const yearEnd: Segment = { from: [end, 0], to: [end, last], below: [-60, 60], colour: colour('quiet'), width: 1, dash: [3, 3] }
    const between = projects.slice(1).map((_, row): Segment => ({ from: [domain[0], row], to: [domain[1], row], below: [24, 24], colour: colour('line'), width: 1 }))

    type Dot = NonNullable<ScatterSeriesOption['data']>[number]
    const dots = (symbolSize: number, data: Dot[], more: ScatterSeriesOption = {}): ScatterSeriesOption => ({ type: 'scatter', symbolSize, data, z: 4, ...more })
    return {
      useUTC: true,
      grid: room(TOP_PX, 28, 8),
      xAxis: timeAxis(view, domain),
      yAxis: rowAxes(view, projects.map(({ row }) => row), true),
      tooltip: { show: true, trigger: 'item' },
      series: [
        segments([...between, ...lines, ...(year === null ? [] : [yearEnd])]),
        dots(8.5, projects.flatMap(({ project: { outlook, status } }, row) => (outlook === null || status === 'open' ? [] : [[dayMs(outlook.p50), row]])), {
          silent: true,
          symbolOffset: [0, OUTLOOK_PX],
          itemStyle: { color: paper, borderColor: ink, borderWidth: 1.5 },
        }),
        dots(
          14,
          projects.flatMap(({ hue, project: { opens, status } }, row) =>
            opens === null ? [] : [{ value: [dayMs(opens), row], itemStyle: { color: status === 'open' ? colour(hue) : paper, borderColor: colour(hue), borderWidth: 2 } }],
          ),
          { silent: true },
        ),
        dots(
          11,
          projects.flatMap(({ project, milestones }, row) =>
            project.milestones.map(({ date, done }, index) => ({ name: milestones[index] ?? '', value: [dayMs(date), row], itemStyle: { color: done ? ink : paper, borderColor: ink, borderWidth: 1.25 } })),
          ),
          { symbol: 'diamond', tooltip: { formatter: '{b}' } },
        ),
      ],
    }
  }
}
