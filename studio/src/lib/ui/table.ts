// What a table is made of, for the component that shows it and for the file that is saved.

export interface Column<Row> {
  key: string
  title: string
  /** Numbers stand at the right. */
  number?: boolean
  /** What the cell says. */
  text: (row: Row) => string
  /** What it is sorted by; without it the column is not sortable. */
  by?: (row: Row) => number | string | null
  /** The plain number behind the cell and the half-width of its interval, for a file; where there is no `value`, what a number is sorted by. */
  value?: (row: Row) => number | null | undefined
  half_width?: (row: Row) => number | null | undefined
  /** The unit of both, where the title does not say it. */
  unit?: string
  /** Drawn hollow or hatched, broken, or quiet. */
  mark?: (row: Row) => string
}

export interface Order {
  key: string
  down: boolean
}

/** Rows in an order; those without a value come last whichever way it goes. */
export function sorted<Row>(rows: readonly Row[], columns: Column<Row>[], order: Order | null): Row[] {
  const by = columns.find((column) => column.key === order?.key)?.by
  if (by === undefined || order === null) return [...rows]
  const sign = order.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y)))
  })
}

const cell = (text: string) => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** More digits than a simulation knows would only be noise. */
const DIGITS = 8
const figure = (value: number | string | null | undefined) => (typeof value === 'number' && Number.isFinite(value) ? String(Number(value.toPrecision(DIGITS))) : typeof value === 'string' ? value : '')

/** A column as a file has it: numbers without marks of a language, and a half-width in a column of its own. */
function filed<Row>({ title, number, text, by, value, half_width, unit }: Column<Row>): { title: string; text: (row: Row) => string }[] {
  const plain = value ?? (number === true ? by : undefined)
  if (plain === undefined) return [{ title, text }]
  const heading = unit === undefined || unit === '' ? title : `${title}, ${unit}`
  return [{ title: heading, text: (row) => figure(plain(row)) }, ...(half_width === undefined ? [] : [{ title: `± ${heading}`, text: (row: Row) => figure(half_width(row)) }])]
}

/** With a byte order mark, so that a spreadsheet reads Chinese and Russian. */
export function csv<Row>(rows: readonly Row[], columns: Column<Row>[]): string {
  const shown = columns.flatMap(filed)
  const lines = [shown.map(({ title }) => title), ...rows.map((row) => shown.map(({ text }) => text(row)))]
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
