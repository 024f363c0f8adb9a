// Two texts beside each other, line by line.

export interface Pair {
  /** Line of the first text with its number, if it has one here. */
  a: { line: number; text: string } | null
  b: { line: number; text: string } | null
  same: boolean
}

/** Largest table of common lines that is filled; beyond it the middle counts as changed altogether. */
const MOST_CELLS = 4_000_000

function lines(text: string): string[] {
  const found = text.split('\n')
  if (found.at(-1) === '') found.pop()
  return found
}

export function pairs(before: string, after: string): Pair[] {
  const [a, b] = [lines(before), lines(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const same = (i: number, j: number): Pair => ({ a: { line: i + 1, text: a[i] ?? '' }, b: { line: j + 1, text: b[j] ?? '' }, same: true })
  const out: Pair[] = []
  for (let i = 0; i < start; i++) out.push(same(i, i))
  out.push(...middle(a, b, start, a.length - end, start, b.length - end, same))
  for (let i = end; i > 0; i--) out.push(same(a.length - i, b.length - i))
  return out
}

function middle(a: string[], b: string[], fromA: number, toA: number, fromB: number, toB: number, same: (i: number, j: number) => Pair): Pair[] {
  const [n, m] = [toA - fromA, toB - fromB]
  const out: Pair[] = []
  let gone: Pair['a'][] = []
  let added: Pair['b'][] = []
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, added.length); index++) out.push({ a: gone[index] ?? null, b: added[index] ?? null, same: false })
    gone = []
    added = []
  }
  const put = (i: number | null, j: number | null) => {
    if (i !== null) gone.push({ line: i + 1, text: a[i] ?? '' })
    if (j !== null) added.push({ line: j + 1, text: b[j] ?? '' })
  }
  if (n * m > MOST_CELLS) {
    for (let i = fromA; i < toA; i++) put(i, null)
    for (let j = fromB; j < toB; j++) put(null, j)
    flush()
    return out
  }
  // The longest common subsequence, from the end, so that it is walked from the beginning.
  const width = m + 1
  const table = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) table[i * width + j] = a[fromA + i] === b[fromB + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    if (i < n && j < m && a[fromA + i] === b[fromB + j]) {
      flush()
      out.push(same(fromA + i++, fromB + j++))
    } else if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1))) put(fromA + i++, null)
    else put(null, fromB + j++)
  }
  flush()
  return out
}

/** The same as one text, each change with a few lines around it. */
export function unified(before: string, after: string, around = 2): string {
  const all = pairs(before, after)
  const near = all.map((_, index) => all.slice(Math.max(0, index - around), index + around + 1).some((pair) => !pair.same))
  const out: string[] = []
  let gone: string[] = []
  let added: string[] = []
  const flush = () => {
    out.push(...gone, ...added)
    gone = []
    added = []
  }
  all.forEach((pair, index) => {
    if (near[index] !== true) return flush()
    if (near[index - 1] !== true) out.push(`@@ ${pair.b?.line ?? pair.a?.line ?? 0} @@`)
    if (pair.same) {
      flush()
      out.push(` ${pair.a?.text ?? ''}`)
      return
    }
    if (pair.a !== null) gone.push(`-${pair.a.text}`)
    if (pair.b !== null) added.push(`+${pair.b.text}`)
  })
  flush()
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}

/** The text of a scenario in its file: from its heading to that of another. */
export function scenarioText(file: string, name: string): { from: number; to: number } | null {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const heading = new RegExp(`^\\[scenario\\.(?:"${escaped}"|${escaped})(?:\\.[^\\]]*)?\\]`, 'm')
  const first = heading.exec(file)
  if (first === null) return null
  let to = file.length
  for (const match of file.slice(first.index).matchAll(/^\[.*$/gm)) {
    if (heading.test(match[0])) continue
    // A comment right above the next heading belongs to that heading.
    const before = file.slice(0, first.index + match.index)
    to = before.length - (/(?:^#.*\n)+$/m.exec(before)?.[0].length ?? 0)
    break
  }
  return { from: first.index, to: first.index + file.slice(first.index, to).trimEnd().length }
}
