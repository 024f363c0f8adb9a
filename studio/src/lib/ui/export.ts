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

function paper(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, width, height)
  return [canvas, context]
}

async function fromSvg(svg: SVGSVGElement): Promise<HTMLCanvasElement> {
  const { width, height } = svg.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`
  await image.decode()
  const [canvas, context] = paper(2 * width, 2 * height)
  context.drawImage(image, 0, 0, 2 * width, 2 * height)
  return canvas
}

/** Everything that is drawn inside an element, one picture over the other. */
export async function png(element: HTMLElement): Promise<Blob | null> {
  const svg = element.querySelector('svg')
  const canvases = [...element.querySelectorAll('canvas')]
  const first = canvases[0]
  if (first === undefined) return svg === null ? null : blob(await fromSvg(svg))
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
