// The view that is shown, from the browser's address, and ways to another.

import { address, parse, type Query } from './address'

let place = $state(parse(location.hash))
addEventListener('hashchange', () => (place = parse(location.hash)))

export const route = {
  get page() {
    return place.page
  },
  get name() {
    return place.name
  },
  get query() {
    return place.query
  },
}

/** The address of a view that keeps the scenario that is looked at. */
export function link(page: string, name = '', query: Query = {}): string {
  return address(page, name, { scenario: place.query['scenario'], ...query })
}

export function go(to: string) {
  location.hash = to
}

/** Changes a part of the address in place, without a step in the browser's history: where a slider stands, what is selected. */
export function set(query: Query) {
  const to = address(place.page, place.name, { ...place.query, ...query })
  if (to === location.hash) return
  history.replaceState(history.state, '', to)
  place = parse(to)
}
