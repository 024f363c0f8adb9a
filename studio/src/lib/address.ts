// Every view is a link: `#/map?scenario=2026-01&t=17`, `#/facility/kani-kurgan`, `#/text/scenarios.toml`.

export type Query = Record<string, string | number | null | undefined>

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
export function address(page: string, name = '', query: Query = {}): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString()
  const path = [page, ...(name === '' ? [] : name.split('/').map(encodeURIComponent))].join('/')
  return `#/${path}${search === '' ? '' : `?${search}`}`
}
