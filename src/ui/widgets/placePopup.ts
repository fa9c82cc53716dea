/** Puts an open popup beside its button, above it where the foot of the page is near. */
const margin = 8

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Extent {
  width: number
  height: number
}

export function popupPlace(
  button: Box,
  popup: Extent,
  page: Extent,
): { left: number; top: number } {
  const below = button.bottom + margin
  const above = button.top - margin - popup.height
  const top = below + popup.height + margin <= page.height ? below : Math.max(margin, above)
  const rightmost = page.width - popup.width - margin
  return { left: Math.max(margin, Math.min(button.left, rightmost)), top }
}

export function placePopup(panel: HTMLElement | null, button: HTMLElement | null): void {
  if (panel === null || button === null) return
  const page = { width: innerWidth, height: innerHeight }
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  const { left, top } = popupPlace(button.getBoundingClientRect(), size, page)
  panel.style.left = `${left}px`
  panel.style.top = `${top}px`
  panel.style.visibility = 'visible'
}
