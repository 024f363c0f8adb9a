// Which markers stand alone, which are put together because they would cover each other, and which of them have room for a name.

export interface Mark {
  id: string
  x: number
  y: number
  /** Greater ones are placed first and give a group its name. */
  weight: number
  /** Pixels of the name. */
  width: number
}

export type Side = 'right' | 'left' | 'above' | 'below'

export interface Group {
  ids: string[]
  x: number
  y: number
  /** Where the name stands, null without room for it. */
  side: Side | null
  /** What its name covers. */
  name: Box | null
}

/** Words in the middle of a way. */
export interface Tag {
  id: string
  x: number
  y: number
  width: number
}

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const MARK = 15
const NEAR = 26
const LINE = 18
const SIGN = 24
const SIDES: Side[] = ['right', 'left', 'above', 'below']

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const around = (x: number, y: number): Box => ({ left: x - MARK, top: y - MARK, right: x + MARK, bottom: y + MARK })

export function beside(x: number, y: number, width: number, side: Side): Box {
  const [half, gap] = [LINE / 2, MARK + 2]
  if (side === 'right') return { left: x + gap, top: y - half, right: x + gap + width, bottom: y + half }
  if (side === 'left') return { left: x - gap - width, top: y - half, right: x - gap, bottom: y + half }
  const top = side === 'above' ? y - gap - LINE : y + gap
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + LINE }
}

export function arrange(marks: readonly Mark[], screen: { width: number; height: number }): Group[] {
  const sorted = [...marks].sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id))
  const groups: { ids: string[]; x: number; y: number; width: number }[] = []
  for (const mark of sorted) {
    const near = groups.find((group) => Math.hypot(group.x - mark.x, group.y - mark.y) < NEAR)
    if (near !== undefined) near.ids.push(mark.id)
    else groups.push({ ids: [mark.id], x: mark.x, y: mark.y, width: mark.width })
  }
  const taken = groups.map(({ x, y }) => around(x, y))
  return groups.map(({ ids, x, y, width }, index) => {
    // A group says how many stand behind the name.
    const words = width + (ids.length > 1 ? 26 : 0)
    const free = (box: Box) =>
      box.left > 2 && box.top > 2 && box.right < screen.width - 2 && box.bottom < screen.height - 2 &&
      taken.every((other, place) => place === index || !overlap(box, other))
    const side = SIDES.find((candidate) => free(beside(x, y, words, candidate))) ?? null
    const name = side === null ? null : beside(x, y, words, side)
    if (name !== null) taken.push(name)
    return { ids, x, y, side, name }
  })
}

/** Tags that have room beside the groups and each other, written out or as a sign; those without any are left out. */
export function roomy<T extends Tag>(tags: readonly T[], groups: readonly Group[]): (T & { written: boolean })[] {
  const taken = groups.flatMap(({ x, y, name }) => [around(x, y), ...(name === null ? [] : [name])])
  return tags.flatMap((tag) => {
    for (const width of [tag.width, SIGN]) {
      const box = { left: tag.x - width / 2, top: tag.y - SIGN / 2, right: tag.x + width / 2, bottom: tag.y + SIGN / 2 }
      if (taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      return [{ ...tag, written: width === tag.width }]
    }
    return []
  })
}
