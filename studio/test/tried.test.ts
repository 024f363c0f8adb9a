import { expect, test } from 'vitest'
import { triedLanes } from '../src/facility/tried'

test('lanes that are tried are known by the input of their stage, when they are a number and another one', () => {
  const path = 'facility.port.stage.freight.lanes'
  const stage = { lanes: 4, values: [{ path, value: '4', label: 'lanes', scenario_value: false, later: [], evidence: null }] }
  expect(['5', '4', 'five', '0'].map((value) => triedLanes(stage, [{ path, value }]))).toEqual([5, null, null, 0])
  expect(triedLanes(stage, [{ path: 'facility.port.stage.buses.lanes', value: '5' }])).toBe(null)
})
