import { describe, expect, it } from 'vitest'
import { textWidth } from '../src/charts/fit'
import { apart, layout, type Words } from '../src/facility/layout'
import type { StepView } from '../src/lib/types'

const words: Words = {
  share: (share) => Object.entries(share).map(([name, part]) => `${name} ${100 * part} %`).join(', '),
  classes: (names) => names.join(' '),
}
const visit = (stage: string, share: Record<string, number>): StepView => ({ kind: 'visit', stage, share })

describe('apart', () => {
  it('puts steps of different classes beside each other and keeps the order of each', () => {
    const parts = apart([visit('buses', { bus: 1 }), visit('freight', { loaded: 1, empty: 1 }), visit('x-ray', { loaded: 0.4 })])
    expect(parts.map(({ classes }) => classes)).toEqual([['bus'], ['loaded', 'empty']])
    expect(parts[1]?.steps.map((step) => (step.kind === 'visit' ? step.stage : ''))).toEqual(['freight', 'x-ray'])
  })

  it('joins what a later step has in common', () => {
    expect(apart([visit('buses', { bus: 1 }), visit('freight', { loaded: 1 }), visit('toll', { bus: 1, loaded: 1 })])).toHaveLength(1)
  })
})

describe('layout', () => {
  it('draws stages in the order of travel, and a line around those that not everybody passes', () => {
    const drawn = layout([visit('freight', { loaded: 1, empty: 1 }), visit('x-ray', { loaded: 0.4 })], words)
    expect(drawn.stages.map(({ stage }) => stage)).toEqual(['freight', 'x-ray'])
    expect((drawn.stages[0]?.x ?? 0) < (drawn.stages[1]?.x ?? 0)).toBe(true)
    expect(drawn.lines.filter(({ kind }) => kind === 'around')).toHaveLength(1)
    expect(drawn.labels.map(({ text }) => text)).toContain('loaded 40 %')
  })

  it('leaves room for a text that is longer than what stands below it', () => {
    const said = 'loaded trucks, empty trucks, tankers'
    const drawn = layout([visit('freight', { loaded: 1 })], { ...words, classes: () => said })
    expect(drawn.width).toBeGreaterThan(textWidth(said))
  })

  it('draws a way back as an arc to the stage it leads to', () => {
    const drawn = layout([visit('freight', { loaded: 1 }), { kind: 'back-to', stage: 'freight', share: { loaded: 0.02 } }], words)
    expect(drawn.lines.filter(({ kind }) => kind === 'back')).toHaveLength(1)
  })

  it('puts ways of which one is taken, and groups, where nothing overlaps', () => {
    const drawn = layout(
      [
        visit('gate', { loaded: 1 }),
        { kind: 'one-of', ways: [{ share: { loaded: 0.3 }, steps: [visit('swap', { loaded: 1 })] }, { share: { loaded: 0.7 }, steps: [visit('dock', { loaded: 1 }), visit('store', { loaded: 0.5 })] }] },
        { kind: 'group', share: { loaded: 0.1 }, steps: [visit('scan', { loaded: 1 }), visit('open', { loaded: 0.2 })] },
      ],
      words,
    )
    expect(drawn.frames).toHaveLength(1)
    const overlaps = drawn.stages.flatMap((a, index) => drawn.stages.slice(index + 1).filter((b) => Math.abs(a.x - b.x) < 196 && Math.abs(a.y - b.y) < 104))
    expect(overlaps).toEqual([])
    for (const { x, y } of drawn.stages) expect(x >= 0 && y >= 0 && x + 196 <= drawn.width && y + 104 <= drawn.height).toBe(true)
  })
})
