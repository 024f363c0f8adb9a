// Light and dark. Every colour is a token of `tokens.css`; canvases and the map ask for the same tokens.

export type Theme = 'light' | 'dark'

const system = matchMedia('(prefers-color-scheme: dark)')
const kept = () => localStorage.getItem('portway-theme') as Theme | null

let current = $state<Theme>(kept() ?? (system.matches ? 'dark' : 'light'))
apply()
system.addEventListener('change', () => {
  if (kept() === null) wear(system.matches ? 'dark' : 'light', false)
})

function apply() {
  document.documentElement.style.colorScheme = current
}

export function theme(): Theme {
  return current
}

export function wear(name: Theme, keep = true) {
  current = name
  if (keep) localStorage.setItem('portway-theme', name)
  apply()
}

/** Asking the style sheet makes the browser lay out the page, so each token is asked for once. */
const colours = new Map<string, string>()

/** The colour that a token has now, as `rgb(…)`. Reading it inside an effect makes the effect run again when the theme changes. */
export function colour(token: string): string {
  const key = `${current} ${token}`
  const known = colours.get(key)
  if (known !== undefined) return known
  const probe = document.createElement('i')
  probe.style.color = `var(--${token})`
  document.body.append(probe)
  const value = getComputedStyle(probe).color
  probe.remove()
  colours.set(key, value)
  return value
}

export const calm = matchMedia('(prefers-reduced-motion: reduce)')
