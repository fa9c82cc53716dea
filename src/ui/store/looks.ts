/**
 * How strong the colours are and how large the words: as the system says, or as chosen, and then
 * kept for the next visit. The static shell puts both on the root element before the first paint;
 * `?mode=projector` in the address counts more than what was kept.
 */
import { announce } from './announce.ts'
import { viewStore } from './viewStore.ts'

export type Contrast = 'system' | 'usual' | 'more'
export type Mode = 'desk' | 'projector'

const asked = '(prefers-contrast: more)'

/** A page opened from a file or in a private window may have no storage: nothing is kept. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {}
}

export function currentMode(): Mode {
  return document.documentElement.dataset.mode === 'projector' ? 'projector' : 'desk'
}

export function currentContrast(): Contrast {
  const contrast = kept('contrast')
  return contrast === 'more' || contrast === 'usual' ? contrast : 'system'
}

/** A projector washes colours out: it always gets the strong ones. */
function isStrong(): boolean {
  const contrast = currentContrast()
  if (currentMode() === 'projector' || contrast === 'more') return true
  return contrast === 'system' && matchMedia(asked).matches
}

function show(): void {
  const { dataset } = document.documentElement
  if (isStrong()) dataset.contrast = 'more'
  else delete dataset.contrast
  viewStore.setState({ looks: `${currentMode()} ${dataset.contrast ?? ''}` })
}

export function chooseContrast(contrast: Contrast): void {
  keep('contrast', contrast)
  show()
}

/** In the address too, so that a copied link opens as large. */
function writeAddress(mode: Mode): void {
  const { pathname, search, hash } = location
  const parts = new URLSearchParams(search)
  parts.delete('mode')
  if (mode === 'projector') parts.set('mode', mode)
  const text = parts.toString()
  history.replaceState(history.state, '', `${pathname}${text === '' ? '' : `?${text}`}${hash}`)
}

export function chooseMode(mode: Mode): void {
  const { dataset } = document.documentElement
  if (mode === 'projector') dataset.mode = mode
  else delete dataset.mode
  keep('mode', mode)
  writeAddress(mode)
  show()
}

export function toggleProjector(): void {
  const mode = currentMode() === 'projector' ? 'desk' : 'projector'
  chooseMode(mode)
  announce(mode === 'projector' ? 'Projector: large words, strong colours.' : 'As on a desk.')
}

/** Follows the system while nothing else is chosen; returns how to stop. */
export function followContrast(): () => void {
  const list = matchMedia(asked)
  show()
  list.addEventListener('change', show)
  return () => list.removeEventListener('change', show)
}
