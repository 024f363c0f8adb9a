// Every view is a link: `#/map?scenario=2026-01&t=17`, `#/facility/kani-kurgan`, `#/text/scenarios.toml`.

export interface Place {
  page: string
  /** What stands after the page: a facility, a study, a file. */
  name: string
  query: Record<string, string>
}

export function parse(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [page = '', ...rest] = path.split('/')
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return { page: page === '' ? 'map' : page, name: rest.map(decoded).join('/'), query: Object.fromEntries(new URLSearchParams(query)) }
}

/** The address of a view. Empty values are left out, so that an address says only what differs from the usual. */
export function address(page: string, name = '', query: Record<string, string | number | null | undefined> = {}): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString()
  const path = [page, ...(name === '' ? [] : name.split('/').map(encodeURIComponent))].join('/')
  return `#/${path}${search === '' ? '' : `?${search}`}`
}

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
export function link(page: string, name = '', query: Record<string, string | number | null | undefined> = {}): string {
  return address(page, name, { scenario: place.query['scenario'], ...query })
}

export function go(to: string) {
  location.hash = to
}

/** Changes a part of the address in place, without a step in the browser's history: where a slider stands, what is selected. */
export function set(query: Record<string, string | number | null | undefined>) {
  const to = address(place.page, place.name, { ...place.query, ...query })
  if (to === location.hash) return
  history.replaceState(history.state, '', to)
  place = parse(to)
}
