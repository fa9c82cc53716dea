/** Where the pictures lie, and in which sizes and colours they are made. */
import { join } from 'node:path'

export const folder = join(import.meta.dirname, '../../pictures')

export const schemes = ['light', 'dark'] as const

export const sizes = [
  { name: 'desk', viewport: { width: 1440, height: 900 } },
  { name: 'tablet', viewport: { width: 768, height: 1024 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
]

export function fileOf(moment: string, size: string, scheme: string): string {
  return `${moment} ${size} ${scheme}.png`
}

export function pathOf(...picture: Parameters<typeof fileOf>): string {
  return join(folder, fileOf(...picture))
}
