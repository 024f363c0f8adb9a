// Texts that are written and not yet saved. They survive a reload of the page; each knows the state of the file that it began from.

const KEY = 'portway-texts'

export interface TextDraft {
  text: string
  /** What the file said when the draft began, and the mark of that state. */
  base: string
  etag: string
}

function kept(): Record<string, TextDraft> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, TextDraft>
  } catch {
    return {}
  }
}

class Drafts {
  #all = $state.raw<Record<string, TextDraft>>(kept())

  get names(): string[] {
    return Object.keys(this.#all)
  }
  of(file: string): TextDraft | null {
    return this.#all[file] ?? null
  }
  /** The unsaved texts as the server checks them. */
  texts(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.#all).map(([name, { text }]) => [name, text]))
  }
  set(file: string, draft: TextDraft | null) {
    const { [file]: _, ...others } = this.#all
    this.#all = draft === null || draft.text === draft.base ? others : { ...others, [file]: draft }
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.#all))
    } catch {
      // A text too large for the browser's store is still kept until the page closes.
    }
  }
}

export const drafts = new Drafts()

addEventListener('beforeunload', (event) => {
  if (drafts.names.length > 0) event.preventDefault()
})
