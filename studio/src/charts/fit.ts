// About how wide a text is, without asking the browser: rows of charts are laid out before they are drawn.

const LATIN_PX = 6.6
const CYRILLIC_PX = 7.2
const CHINESE_PX = 12.5

export const textWidth = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? CHINESE_PX : letter > '\u0400' ? CYRILLIC_PX : LATIN_PX), 0)

/** The beginning of a text that has room. */
export function fit(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  let kept = ''
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`) > width) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}
