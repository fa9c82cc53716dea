/**
 * Gives a canvas as many points as its screen has, up to one and a half for each CSS pixel of what
 * is seen, magnified or not.
 */
import type { StageSize } from '../scene/stageView.ts'

/** More points cost frames and show nothing: what moves is seldom looked at sharply. */
const mostPoints = 1.5

export function sizeCanvas(canvas: HTMLCanvasElement, size: StageSize): void {
  const ratio = Math.min(mostPoints, window.devicePixelRatio || 1) * (canvas.currentCSSZoom ?? 1)
  const width = Math.round(size.width * ratio)
  const height = Math.round(size.height * ratio)
  if (canvas.width === width && canvas.height === height) return
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0)
}
