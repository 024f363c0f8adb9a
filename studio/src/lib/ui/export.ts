// A figure as a file: SVG with its colours written out, or PNG at twice the size.

const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin',
  'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'visibility', 'display',
]

/** A picture stands alone only when what the page's style sheet says is written into it. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const originals = [svg, ...svg.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')] as SVGElement[]
  originals.forEach((original, index) => {
    const computed = getComputedStyle(original)
    for (const name of STYLES) copies[index]?.style.setProperty(name, computed.getPropertyValue(name))
  })
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return new XMLSerializer().serializeToString(copy)
}

/** Every drawing inside an element with the headings between them, as one picture; icons are no drawings. */
export function composed(element: HTMLElement): string | null {
  const frame = element.getBoundingClientRect()
  const drawings = [...element.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 40)
  if (drawings.length === 0) return null
  const inner = drawings.map((svg) => {
    const { left, top } = svg.getBoundingClientRect()
    return standalone(svg).replace('<svg', `<svg x="${left - frame.left}" y="${top - frame.top}"`)
  })
  const words = [...element.querySelectorAll('h3')].map((heading) => {
    const { left, bottom } = heading.getBoundingClientRect()
    const { color, fontFamily } = getComputedStyle(heading)
    const text = (heading.textContent ?? '').trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<text x="${left - frame.left}" y="${bottom - frame.top - 5}" style="fill:${color};font:600 13px ${fontFamily.replaceAll('"', "'")}">${text}</text>`
  })
  const size = `width="${frame.width}" height="${frame.height}" viewBox="0 0 ${frame.width} ${frame.height}"`
  const ground = `<rect width="100%" height="100%" style="fill:${getComputedStyle(document.body).backgroundColor}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${ground}${inner.join('')}${words.join('')}</svg>`
}

function paper(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, width, height)
  return [canvas, context]
}

async function fromSvg(text: string, { width, height }: DOMRect): Promise<HTMLCanvasElement> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const [canvas, context] = paper(2 * width, 2 * height)
  context.drawImage(image, 0, 0, 2 * width, 2 * height)
  return canvas
}

/** Everything that is drawn inside an element, one picture over the other. */
export async function png(element: HTMLElement): Promise<Blob | null> {
  const canvases = [...element.querySelectorAll('canvas')]
  const first = canvases[0]
  if (first === undefined) {
    const text = composed(element)
    return text === null ? null : blob(await fromSvg(text, element.getBoundingClientRect()))
  }
  const [canvas, context] = paper(first.width, first.height)
  for (const layer of canvases) context.drawImage(layer, 0, 0, first.width, first.height)
  return blob(canvas)
}

const blob = (canvas: HTMLCanvasElement) => new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))

export function save(content: Blob | string, name: string, type = 'text/plain') {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
