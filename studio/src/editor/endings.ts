// Ends of lines. A text field knows only \n, and a file that has \r\n keeps it, so that a change of one word is a change of one line.

/** The text as a text field has it. */
export function plainEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** The text of a field with the ends of lines that most lines of a file have. */
export function endsAs(text: string, file: string): string {
  const all = file.split('\n').length - 1
  const windows = file.split('\r\n').length - 1
  return 2 * windows > all ? plainEnds(text).replaceAll('\n', '\r\n') : plainEnds(text)
}
