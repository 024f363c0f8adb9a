import { expect, test } from 'vitest'
import { Travellers } from '../src/lib/travellers'
import type { Network } from '../src/lib/types'

const visit = (stage: string, ...classes: string[]) => ({ kind: 'visit', stage, share: Object.fromEntries(classes.map((name) => [name, 1])) })
const network = {
  groups: [{ who: 'people', class: 'tourist+trader' }, { who: 'vehicles', class: 'truck' }],
  flows: [{ name: 'a', class: 'tourist', routes: ['ride'] }, { name: 'b', class: 'truck', routes: ['drive'] }],
  routes: [
    { name: 'ride', direction: 'out', legs: [{ kind: 'facility', name: 'port' }, { kind: 'service', name: 'ferry' }] },
    { name: 'drive', direction: 'out', legs: [{ kind: 'facility', name: 'port' }, { kind: 'link', name: 'bridge' }] },
  ],
  services: [{ name: 'ferry', from: 'quay', to: 'pier' }],
  facilities: [{ name: 'port', processes: [{ direction: 'out', steps: [visit('port.hall', 'tourist', 'trader'), visit('port.lanes', 'truck'), { kind: 'group', share: { tourist: 1, truck: 0.5 }, steps: [visit('port.gate', 'tourist', 'truck', 'trader')] }] }] }],
} as unknown as Network

test('who comes to a place is told by the routes of flows and the steps that concern them', () => {
  const travellers = new Travellers(network)
  expect(['port.hall', 'port.lanes', 'port.gate', 'bridge', 'ferry', 'ferry.quay', 'ferry.pier.berth', 'nowhere'].map((place) => travellers.who(place))).toEqual(['people', 'vehicles', 'mixed', 'vehicles', 'people', 'people', 'vehicles', 'vehicles'])
  expect([travellers.who('port.hall', 'port.lanes'), travellers.of('trader'), travellers.of('truck')]).toEqual(['mixed', 'people', 'vehicles'])
})

test('where nobody rides, everybody is a vehicle', () => {
  expect(new Travellers({ ...network, groups: [] }).who('port.hall')).toBe('vehicles')
})
