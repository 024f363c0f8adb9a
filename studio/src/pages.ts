// The pages, each loaded when it is first opened.

import type { Component } from 'svelte'
import type { IconName } from './lib/ui/Icon.svelte'

export interface Page {
  name: string
  icon: IconName
  /** Whether it stands in the bar of a phone, where there is room for four. */
  first: boolean
  /** Pages that are reached from this one and belong to it. */
  also: string[]
  load: () => Promise<{ default: Component }>
}

export const pages: Page[] = [
  { name: 'map', icon: 'map', first: true, also: [], load: () => import('./pages/Map.svelte') },
  { name: 'facilities', icon: 'facilities', first: true, also: ['facility'], load: () => import('./pages/Facilities.svelte') },
  { name: 'results', icon: 'results', first: true, also: ['studies'], load: () => import('./pages/Results.svelte') },
  { name: 'scenarios', icon: 'scenarios', first: true, also: [], load: () => import('./pages/Scenarios.svelte') },
  { name: 'evidence', icon: 'evidence', first: false, also: [], load: () => import('./pages/Evidence.svelte') },
  { name: 'programme', icon: 'programme', first: false, also: [], load: () => import('./pages/Programme.svelte') },
  { name: 'text', icon: 'text', first: false, also: [], load: () => import('./pages/Text.svelte') },
]

export const others: Pick<Page, 'name' | 'load'>[] = [
  { name: 'facility', load: () => import('./pages/Facility.svelte') },
  { name: 'studies', load: () => import('./pages/Studies.svelte') },
]

/** Shown where an address names no page. */
export const missing: Pick<Page, 'name' | 'load'> = { name: 'missing', load: () => import('./pages/Missing.svelte') }
