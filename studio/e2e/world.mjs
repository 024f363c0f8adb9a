// A studio of its own for a test: a copy of the reference corridor, the real command, Debian's browser.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { browser as launch } from '../scripts/browser.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const PORTWAY = process.env.PORTWAY_BINARY ?? join(ROOT, 'target/debug/portway')

/** Long enough for a slow machine that draws the map without a graphics card. */
export const PATIENCE_MS = 30_000

export class World {
  folder = mkdtempSync(join(tmpdir(), 'portway-studio-'))
  model = join(this.folder, 'amur')
  address = ''
  #server = null
  #port = 0
  #browser = null
  #context = null
  /** What a page complained of. */
  complaints = []

  static async open() {
    const world = new World()
    cpSync(join(ROOT, 'corridors/amur'), world.model, { recursive: true })
    await world.start()
    world.#browser = await launch()
    world.#context = await world.#browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, locale: 'en-GB' })
    world.#context.setDefaultTimeout(PATIENCE_MS)
    await world.#context.addInitScript(() => localStorage.getItem('portway-language') ?? localStorage.setItem('portway-language', 'en'))
    return world
  }

  /** Starts the server, on the same port as before when there was one. */
  async start() {
    const args = ['serve', this.model, '--port', String(this.#port), '--runs', join(this.folder, 'runs')]
    this.#server = spawn(PORTWAY, args, { stdio: ['ignore', 'inherit', 'pipe'] })
    for await (const line of createInterface({ input: this.#server.stderr })) {
      const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(line)
      if (found === null) throw new Error(line)
      ;[this.address, this.#port] = [found[0], Number(found[1])]
      break
    }
    this.#server.stderr.resume()
  }

  async kill(signal) {
    const ended = once(this.#server, 'exit')
    this.#server.kill(signal)
    await ended
  }

  /** A new tab that shows a view. */
  async tab(view) {
    const page = await this.#context.newPage()
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      // A server that was killed, and a conflict that was meant, are told by the browser as errors too.
      const expected = /Failed to load resource|net::ERR|GPU stall|WebGL/.test(message.text())
      if (message.type() === 'error' && !expected) this.complaints.push(message.text())
    })
    await page.goto(`${this.address}#/${view}`)
    return page
  }

  async closeTabs() {
    await Promise.all(this.#context.pages().map((page) => page.close()))
  }

  text(file) {
    return readFileSync(join(this.model, file), 'utf8')
  }

  /** Asks the server as a program would. */
  async ask(path, body) {
    const init = body === undefined ? {} : { method: 'POST', headers: { 'x-portway': '1', 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${this.address}api/v1/${path}`, init)
    return response.json()
  }

  /** Runs a study and waits for its end. */
  async study(asked) {
    const { id } = await this.ask('studies', asked)
    for (;;) {
      const study = await this.ask(`studies/${id}`)
      if (!['queued', 'running'].includes(study.state)) return study
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  async close() {
    await this.#browser?.close()
    await this.kill('SIGTERM')
    rmSync(this.folder, { recursive: true, force: true })
  }
}
