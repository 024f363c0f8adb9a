// Web Mercator as the map draws it: the earth is a square from 0 to 1, and a camera says which part of it is on the screen.

export interface Camera {
  /** What stands in the middle of the screen. */
  x: number
  y: number
  /** Pixels that the whole earth takes. */
  scale: number
  width: number
  height: number
}

const TILE = 512

export const mercatorX = (longitude: number) => (longitude + 180) / 360

export function mercatorY(latitude: number): number {
  const angle = (latitude * Math.PI) / 180
  return (1 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / Math.PI) / 2
}

export const longitude = (x: number) => x * 360 - 180
export const latitude = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

export function camera(center: { lng: number; lat: number }, zoom: number, width: number, height: number): Camera {
  return { x: mercatorX(center.lng), y: mercatorY(center.lat), scale: TILE * 2 ** zoom, width, height }
}

export const screenX = (camera: Camera, x: number) => (x - camera.x) * camera.scale + camera.width / 2
export const screenY = (camera: Camera, y: number) => (y - camera.y) * camera.scale + camera.height / 2

const EARTH_KM = 6371

export function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = Math.PI / 180
  const half = (x: number) => Math.sin((x * rad) / 2) ** 2
  const h = half(b[1] - a[1]) + Math.cos(a[1] * rad) * Math.cos(b[1] * rad) * half(b[0] - a[0])
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h))
}

/** In the middle of the screen: the projection stretches everything with the latitude. */
export const metresPerPixel = ({ y, scale }: Camera) => (2 * Math.PI * EARTH_KM * 1000 * Math.cos((latitude(y) * Math.PI) / 180)) / scale

/** The largest number of 1, 2 or 5 and zeros that is not above. */
export function round(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((digit) => digit * power).find((found) => found <= most * (1 + 1e-9)) ?? power
}
