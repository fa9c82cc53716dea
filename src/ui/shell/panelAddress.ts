/**
 * The open panel in the address: `?panel=console` before the `#`. It follows the panel, so that a
 * reload or a copied address opens it again.
 */
import type { PanelName } from '../store/viewStore.ts'

const panels: Record<PanelName, true> = {
  hands: true,
  faults: true,
  why: true,
  facts: true,
  capacity: true,
  volume: true,
  console: true,
  rows: true,
  placement: true,
  verdict: true,
  bill: true,
  migrate: true,
  spacetime: true,
  curve: true,
  compare: true,
  knowledge: true,
  narration: true,
}

/** Null where the address names none, or one that there is not. */
export function readPanel(search: string): PanelName | null {
  const name = new URLSearchParams(search).get('panel') ?? ''
  return Object.hasOwn(panels, name) ? (name as PanelName) : null
}

/** The query with the panel in it, or without one. */
export function writePanel(search: string, panel: PanelName | null): string {
  const parts = new URLSearchParams(search)
  parts.delete('panel')
  if (panel !== null) parts.set('panel', panel)
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}
