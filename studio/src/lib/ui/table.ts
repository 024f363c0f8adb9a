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

/** With a byte order mark, so that a spreadsheet reads Chinese and Russian. */
export function csv<Row>(rows: readonly Row[], columns: Column<Row>[]): string {
  const lines = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.text(row)))]
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
