// The time that the map shows: hours from the beginning of the window, and how fast they go by when played.

import { HOUR_MS, dayStart, windowHours } from '../lib/clock'
import { route, set } from '../lib/route.svelte'
import type { ScenarioRow } from '../lib/types'

/** Minutes of the corridor in a second of the clock on the wall. */
export const SPEEDS = [2, 10, 60, 240]

/** Listeners hear the time some times a second; the canvas asks for it at every frame. */
const TELL_MS = 100

export class Time {
  hour = $state(0)
  playing = $state(false)
  speed = $state(60)
  hours = $state(24)
  /** Between which moments it goes round when played: where vehicles are known. */
  repeat: readonly [number, number] | null = null
  #from_ms = $state(0)
  #exact = 0
  #told = 0
  #last = 0

  begin(scenario: ScenarioRow, zone: string) {
    this.hours = windowHours(scenario.from, scenario.to)
    this.#from_ms = dayStart(scenario.from, zone)
    this.go(Number(route.query['t'] ?? 12))
  }

  /** The moment that is shown. */
  get ms(): number {
    return this.#from_ms + this.hour * HOUR_MS
  }

  /** The same to the frame. */
  get exactMs(): number {
    return this.#from_ms + this.#exact * HOUR_MS
  }

  go(hour: number) {
    this.#exact = Math.max(0, Math.min(Number.isFinite(hour) ? hour : 0, this.hours - 1 / 60))
    this.hour = this.#exact
  }

  goTo(ms: number) {
    this.go((ms - this.#from_ms) / HOUR_MS)
  }

  /** Keeps the time in the address, so that a view can be sent to somebody. */
  keep() {
    set({ t: Math.round(this.hour * 100) / 100 })
  }

  toggle() {
    if (!this.playing && this.hour >= this.hours - 0.1) this.go(0)
    this.playing = !this.playing
    this.#last = 0
    if (!this.playing) this.keep()
  }

  /** A frame at `now` milliseconds of the browser's clock. */
  frame(now: number) {
    if (!this.playing) return
    // After a pause of the page the time does not jump.
    const passed = this.#last === 0 ? 0 : Math.min(100, now - this.#last)
    this.#last = now
    const before = this.exactMs
    this.#exact += (passed / 1000) * (this.speed / 60)
    const [from, to] = this.repeat ?? [0, 0]
    if (before >= from && before < to && this.exactMs >= to) this.#exact = (from - this.#from_ms) / HOUR_MS
    if (this.#exact >= this.hours - 1 / 60) {
      this.#exact = this.hours - 1 / 60
      this.playing = false
    }
    if (now - this.#told > TELL_MS || !this.playing) {
      this.#told = now
      this.hour = this.#exact
    }
  }
}
