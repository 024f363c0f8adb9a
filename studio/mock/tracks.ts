// Made-up tracks in the format of the contract: vehicles along the routes of a scenario, waiting at stages by chance.

import type { Network, Route, StudyRequest } from '../src/lib/types'
import { dayStart } from '../src/lib/clock'
import { chance } from './answer'

const SECONDS = 86_400

export function tracks(network: Network, request: StudyRequest, perDay = 400): ArrayBuffer {
  const from = request.from ?? network.scenario.from
  const days = Math.round((Date.parse(request.to ?? from) - Date.parse(from)) / (1000 * SECONDS)) + 1
  const from_ms = dayStart(from, 'Asia/Yakutsk')
  const places: { scope: string; kind: string; element: string; reversed: boolean }[] = []
  const index = new Map<string, number>()
  const place = (kind: string, element: string, reversed: boolean) => {
    const key = `${kind} ${element} ${reversed}`
    if (!index.has(key)) index.set(key, places.push({ scope: element, kind, element, reversed }) - 1)
    return index.get(key) as number
  }
  const flows = network.flows.map(({ name, class: kind, direction }) => ({ name, class: kind, direction }))
  const columns: number[][] = [[], [], [], [], [], [], []]
  const [flowOf, first, at, arrived, started, ended, left] = columns as [number[], number[], number[], number[], number[], number[], number[]]

  function travel(route: Route, begin: number, key: string) {
    let clock = begin
    const visit = (id: number, wait: number, service: number, blocked: number) => {
      at.push(id)
      arrived.push(clock)
      started.push((clock += wait))
      ended.push((clock += service))
      left.push((clock += blocked))
    }
    for (const leg of route.legs) {
      const dice = chance(key + leg.name)
      if (leg.kind === 'facility') {
        const stages = network.facilities.find(({ name }) => name === leg.name)?.stages ?? []
        for (const stage of stages.slice(0, 3)) visit(place('stage', stage.name, false), Math.round(5400 * dice * dice), 120 + Math.round(900 * dice), 0)
      } else if (leg.kind === 'link') {
        const link = network.links.find(({ name }) => name === leg.name)
        const seconds = link === undefined ? 60 : link.length_m > 0 ? link.length_m / 13 : 60 * link.travel_min
        visit(place('link', leg.name, leg.reversed), 0, Math.max(30, Math.round(seconds)), 0)
      } else visit(place('service', leg.name, leg.reversed), 600, 900, 0)
    }
  }

  network.flows.forEach((flow, flowIndex) => {
    const routes = network.routes.filter(({ name }) => flow.routes.includes(name))
    const count = Math.round((perDay * days * (0.3 + chance(flow.name))) / network.flows.length)
    for (let vehicle = 0; vehicle < count; vehicle++) {
      const route = routes[Math.floor(chance(`${flow.name}${vehicle}r`) * routes.length)]
      if (route === undefined) continue
      flowOf.push(flowIndex)
      first.push(at.length)
      travel(route, Math.round(chance(`${flow.name}${vehicle}`) * SECONDS * days), `${flow.name}${vehicle}`)
    }
  })
  first.push(at.length)

  const names = ['vehicle_flow', 'vehicle_first_move', 'move_place', 'move_arrived_s', 'move_started_s', 'move_ended_s', 'move_left_s']
  const header = { from_ms, to_ms: from_ms + days * SECONDS * 1000, vehicles: flowOf.length, moves: at.length, places, flows, columns: names }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const begin = Math.ceil((4 + text.length) / 4) * 4
  const buffer = new ArrayBuffer(begin + 4 * columns.reduce((sum, column) => sum + column.length, 0))
  new DataView(buffer).setUint32(0, text.length, true)
  new Uint8Array(buffer).set(text, 4)
  new Int32Array(buffer, begin).set(columns.flat())
  return buffer
}
