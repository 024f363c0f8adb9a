// The water of the source was simplified square by square, so that rivers lie there in pieces with steps at the edges of the
// squares. Here they are put together again: painted on a fine grid, gaps closed, specks dropped, and the outline drawn anew.

const STEP = [0.003, 0.002]
/** Cells: gaps of twice this are closed (some 1.7 km, more than the side of a square), and the outline is smoothed over that. */
const CLOSE = 4
const SMOOTH = 2
/** Share of water at which the shore runs: under a half, so that a narrow river is not cut by the smoothing. */
const SHORE = 0.3
/** Cells: smaller waters are left out (some 3 km²). */
const LEAST = 60

export function mend(polygons, box, contours) {
  const [west, south, east, north] = box
  const size = [Math.round((east - west) / STEP[0]), Math.round((north - south) / STEP[1])]
  const [width, height] = size
  let grid = paint(polygons, box, size)
  grid = spread(spread(grid, size, CLOSE, 1), size, CLOSE, 0)
  drop(grid, size)
  const field = blur(blur(grid, size), size)
  const [{ coordinates }] = contours().size(size).thresholds([SHORE])(field)
  return coordinates.map((rings) => rings.map((ring) => ring.map(([x, y]) => [west + (x / width) * (east - west), south + (y / height) * (north - south)])))
}

/** Even-odd, row by row through the middle of the cells. */
function paint(polygons, [west, south], [width, height]) {
  const grid = new Uint8Array(width * height)
  const rows = Array.from({ length: height }, () => [])
  for (const rings of polygons) {
    const crossings = new Map()
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [[x0, y0], [x1, y1]] = [ring[i - 1], ring[i]].map(([x, y]) => [(x - west) / STEP[0], (y - south) / STEP[1] - 0.5])
        const [low, high] = [Math.ceil(Math.min(y0, y1)), Math.ceil(Math.max(y0, y1)) - 1]
        for (let y = Math.max(0, low); y <= Math.min(height - 1, high); y++) {
          if (!crossings.has(y)) crossings.set(y, [])
          crossings.get(y).push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0))
        }
      }
    }
    for (const [y, xs] of crossings) rows[y].push(xs.sort((a, b) => a - b))
  }
  const cell = (x, y) => y * width + Math.max(0, Math.min(width, Math.round(x)))
  rows.forEach((spans, y) => {
    for (const xs of spans) for (let i = 0; i + 1 < xs.length; i += 2) grid.fill(1, cell(xs[i], y), cell(xs[i + 1], y))
  })
  return grid
}

/** Lets a value (1: water, 0: land) grow by some cells in all directions, along the rows and then along the columns. */
function spread(grid, [width, height], radius, value) {
  const along = (source, count, length, at) => {
    const made = source.slice()
    for (let line = 0; line < count; line++) {
      let last = -Infinity
      for (let i = 0; i < length + radius; i++) {
        if (i < length && source[at(line, i)] === value) last = i
        const to = i - radius
        if (to >= 0 && to < length && last >= to - radius) made[at(line, to)] = value
      }
    }
    return made
  }
  const rows = along(grid, height, width, (y, x) => y * width + x)
  return along(rows, width, height, (x, y) => y * width + x)
}

function drop(grid, [width, height]) {
  const seen = new Uint8Array(grid.length)
  for (let start = 0; start < grid.length; start++) {
    if (grid[start] === 0 || seen[start] === 1) continue
    const cells = [start]
    seen[start] = 1
    for (let i = 0; i < cells.length; i++) {
      const at = cells[i]
      const x = at % width
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next >= 0 && next < width * height && grid[next] === 1 && seen[next] === 0) {
          seen[next] = 1
          cells.push(next)
        }
      }
    }
    if (cells.length < LEAST) for (const cell of cells) grid[cell] = 0
  }
}

/** A mean over a square, rows and then columns. */
function blur(grid, [width, height]) {
  const along = (source, count, length, at) => {
    const made = new Float32Array(source.length)
    for (let line = 0; line < count; line++) {
      let sum = 0
      for (let i = -SMOOTH; i < length; i++) {
        sum += (i + SMOOTH < length ? source[at(line, i + SMOOTH)] : 0) - (i - SMOOTH - 1 >= 0 ? source[at(line, i - SMOOTH - 1)] : 0)
        if (i >= 0) made[at(line, i)] = sum / (2 * SMOOTH + 1)
      }
    }
    return made
  }
  return along(along(grid, height, width, (y, x) => y * width + x), width, height, (x, y) => y * width + x)
}
