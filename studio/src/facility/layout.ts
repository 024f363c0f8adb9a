// Where the stages of a process stand. A process is drawn as vehicles pass it, from left to right: stages after each other on one line, ways
// of which one is taken above each other, a step that not everybody makes with a line around it, and a way back as an arc.

import { textWidth } from '../charts/fit'
import type { Shares, StepView } from '../lib/types'

export const CARD = { width: 196, height: 112 }
const GAP = 30
const AROUND = 14
const LABEL = 18
const FORK = 30
const FRAME = 12
const ARC = 26
const EDGE = 26

export interface Drawing {
  width: number
  height: number
  stages: { key: string; stage: string; x: number; y: number }[]
  /** Lines that vehicles follow; those around a step are thinner, those back are dashed. */
  lines: { path: string; kind: 'way' | 'around' | 'back' }[]
  frames: { x: number; y: number; width: number; height: number }[]
  labels: { x: number; y: number; text: string; anchor: 'start' | 'middle'; width: number }[]
}

interface Block {
  width: number
  /** Above and below the line that vehicles follow. */
  above: number
  below: number
  draw: (x: number, y: number) => void
}

export interface Words {
  /** Who makes a step, of the classes that come by. */
  share: (share: Shares, among: readonly string[]) => string
  classes: (names: readonly string[]) => string
}

/** Classes that a step concerns. */
export function concerned(step: StepView): string[] {
  const positive = (share: Shares) => Object.keys(share).filter((name) => (share[name] ?? 0) > 0)
  if (step.kind === 'one-of') return [...new Set(step.ways.flatMap(({ share }) => positive(share)))]
  return positive(step.share)
}

/** Steps that share no class stand above each other: buses pass one hall, trucks another. Each part has its classes. */
export function apart(steps: readonly StepView[]): { classes: string[]; steps: StepView[] }[] {
  const parts: { classes: string[]; steps: StepView[]; first: number }[] = []
  steps.forEach((step, index) => {
    const classes = concerned(step)
    const joined = parts.filter((part) => part.classes.some((name) => classes.includes(name)))
    for (const part of joined) parts.splice(parts.indexOf(part), 1)
    parts.push({
      classes: [...new Set([...joined.flatMap((part) => part.classes), ...classes])],
      steps: [...joined.flatMap((part) => part.steps), step],
      first: Math.min(index, ...joined.map(({ first }) => first)),
    })
  })
  return parts.sort((a, b) => a.first - b.first).map(({ classes, steps: of }) => ({ classes, steps: steps.filter((step) => of.includes(step)) }))
}

const whole = (share: Shares, among: readonly string[]) => among.every((name) => (share[name] ?? 0) >= 1)

export function layout(steps: readonly StepView[], words: Words): Drawing {
  const out: Drawing = { width: 0, height: 0, stages: [], lines: [], frames: [], labels: [] }
  const backs: { x: number; y: number; stage: string }[] = []
  const line = (path: string, kind: Drawing['lines'][number]['kind'] = 'way') => out.lines.push({ path, kind })

  /** A step that not everybody makes: a label over it, and a line around it for the others. */
  function optional(block: Block, share: Shares, among: readonly string[]): Block {
    if (whole(share, among)) return block
    const text = words.share(share, among)
    const below = block.below + AROUND
    return {
      width: block.width + 2 * AROUND,
      above: block.above + LABEL,
      below,
      draw(x, y) {
        const [right, ground] = [x + block.width + 2 * AROUND, y + below - 4]
        line(`M${x},${y}H${x + AROUND}`)
        line(`M${right - AROUND},${y}H${right}`)
        line(`M${x},${y}C${x + AROUND},${y} ${x},${ground} ${x + AROUND + 4},${ground}H${right - AROUND - 4}C${right},${ground} ${right - AROUND},${y} ${right},${y}`, 'around')
        out.labels.push({ x: x + AROUND, y: y - block.above - 5, text, anchor: 'start', width: block.width + GAP })
        block.draw(x + AROUND, y)
      },
    }
  }

  function visit(stage: string): Block {
    const half = CARD.height / 2
    return {
      width: CARD.width,
      above: half,
      below: half,
      draw: (x, y) => out.stages.push({ key: `${stage} ${out.stages.length}`, stage, x, y: y - half }),
    }
  }

  function back(stage: string, share: Shares, among: readonly string[]): Block {
    return {
      width: 2 * AROUND,
      above: LABEL,
      below: 8,
      draw(x, y) {
        line(`M${x},${y}H${x + 2 * AROUND}`)
        backs.push({ x: x + AROUND, y, stage })
        out.labels.push({ x: x + AROUND, y: y + 20, text: words.share(share, among), anchor: 'middle', width: CARD.width })
      },
    }
  }

  function framed(block: Block): Block {
    return {
      width: block.width + 2 * FRAME,
      above: block.above + FRAME,
      below: block.below + FRAME,
      draw(x, y) {
        out.frames.push({ x, y: y - block.above - FRAME, width: block.width + 2 * FRAME, height: block.above + block.below + 2 * FRAME })
        line(`M${x},${y}H${x + FRAME}`)
        line(`M${x + FRAME + block.width},${y}H${x + 2 * FRAME + block.width}`)
        block.draw(x + FRAME, y)
      },
    }
  }

  function series(blocks: Block[]): Block {
    const width = blocks.reduce((sum, block) => sum + block.width, 0) + GAP * Math.max(0, blocks.length - 1)
    return {
      width,
      above: Math.max(0, ...blocks.map(({ above }) => above)),
      below: Math.max(0, ...blocks.map(({ below }) => below)),
      draw(x, y) {
        let at = x
        blocks.forEach((block, index) => {
          if (index > 0) {
            line(`M${at},${y}H${at + GAP}`)
            at += GAP
          }
          block.draw(at, y)
          at += block.width
        })
      },
    }
  }

  function beside(branches: { block: Block; text: string }[]): Block {
    const widest = Math.max(0, ...branches.map(({ block }) => block.width))
    const heights = branches.map(({ block, text }) => block.above + block.below + (text === '' ? 0 : LABEL) + 14)
    const height = heights.reduce((sum, each) => sum + each, 0)
    return {
      width: widest + 2 * FORK,
      above: height / 2,
      below: height / 2,
      draw(x, y) {
        let top = y - height / 2
        branches.forEach(({ block, text }, index) => {
          const at = top + (text === '' ? 0 : LABEL) + 7 + block.above
          const [left, right, end] = [x + FORK, x + FORK + widest, x + widest + 2 * FORK]
          line(`M${x},${y}C${x + FORK / 2},${y} ${x + FORK / 2},${at} ${left},${at}`)
          line(`M${left + block.width},${at}H${right}C${right + FORK / 2},${at} ${right + FORK / 2},${y} ${end},${y}`)
          if (text !== '') out.labels.push({ x: left, y: at - block.above - 6, text, anchor: 'start', width: Math.max(block.width, 360) })
          block.draw(left, at)
          top += heights[index] ?? 0
        })
      },
    }
  }

  function step(one: StepView, among: readonly string[]): Block {
    if (one.kind === 'visit') return optional(visit(one.stage), one.share, among)
    if (one.kind === 'group') return optional(framed(series(one.steps.map((inner) => step(inner, concerned(one))))), one.share, among)
    if (one.kind === 'back-to') return back(one.stage, one.share, among)
    return beside(one.ways.map((way) => ({ block: series(way.steps.map((inner) => step(inner, Object.keys(way.share)))), text: words.share(way.share, among) })))
  }

  const parts = apart(steps)
  const blocks = parts.map((part) => ({ block: series(part.steps.map((one) => step(one, part.classes))), text: words.classes(part.classes) }))
  const whole_ = blocks.length === 1 && blocks[0] !== undefined ? labelled(blocks[0]) : beside(blocks)
  function labelled({ block, text }: { block: Block; text: string }): Block {
    return { ...block, above: block.above + LABEL, draw: (x, y) => (out.labels.push({ x, y: y - block.above - 8, text, anchor: 'start', width: Math.max(block.width, 360) }), block.draw(x, y)) }
  }
  const room = JSON.stringify(steps).includes('"back-to"') ? ARC : 0
  const y = whole_.above + room + 4
  out.width = whole_.width + 2 * EDGE
  out.height = y + whole_.below + 6
  line(`M2,${y}H${EDGE}`)
  whole_.draw(EDGE, y)
  line(`M${out.width - EDGE},${y}H${out.width - 4}`)
  // A text may be longer than the stages below it.
  for (const { x, text, anchor, width } of out.labels) if (anchor === 'start') out.width = Math.max(out.width, x + Math.min(width, textWidth(text)) + 4)
  for (const from of backs) {
    const to = out.stages.find(({ stage }) => stage === from.stage)
    if (to === undefined) continue
    const [x, top] = [to.x + CARD.width / 2, Math.min(to.y, from.y) - ARC + 6]
    line(`M${from.x},${from.y}V${top + 10}Q${from.x},${top} ${from.x - 10},${top}H${x + 10}Q${x},${top} ${x},${top + 10}V${to.y - 1}`, 'back')
  }
  return out
}
