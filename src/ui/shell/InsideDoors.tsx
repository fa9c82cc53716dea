/**
 * Ways into a thing of the stage that are open all the time: a double click on it, and the address,
 * which follows. Another story begins at the whole volume.
 */
import { useEffect } from 'react'
import { goInside, goInsideTarget } from '../stage/zoom/goInside.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { readInside, writeInside } from './insideAddress.ts'

/** What was pressed first: the stage may move between the two clicks. */
let pressed: string | null = null

function notePress({ target, detail }: MouseEvent): void {
  if (detail > 1 || !(target instanceof Element)) return
  pressed = target.closest('.stage-place [data-control]')?.getAttribute('data-control') ?? null
}

function useDoubleClick(): void {
  useEffect(() => {
    document.documentElement.dataset.insides = 'open'
    const look = () => void goInsideTarget(pressed)
    addEventListener('mousedown', notePress, true)
    addEventListener('dblclick', look)
    return () => {
      delete document.documentElement.dataset.insides
      removeEventListener('mousedown', notePress, true)
      removeEventListener('dblclick', look)
    }
  }, [])
}

function follow(): void {
  const { pathname, search, hash } = location
  const next = writeInside(search, viewStore.getState().inside.at(-1) ?? null)
  if (next !== search) history.replaceState(history.state, '', `${pathname}${next}${hash}`)
}

function useFollowedInside(): void {
  useEffect(() => {
    const subject = readInside(location.search)
    if (subject !== null) goInside(subject, null)
    const stops = [
      viewStore.subscribe((state, before) => state.inside !== before.inside && follow()),
      engineStore.subscribe((state, before) => {
        const isOther = state.opened?.scenario.name !== before.opened?.scenario.name
        if (isOther && before.opened !== null) viewStore.setState({ inside: [] })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}

export function InsideDoors() {
  useDoubleClick()
  useFollowedInside()
  return null
}
