/** The address opens a panel when the page starts, and follows the one that is open. */
import { useEffect } from 'react'
import { viewStore } from '../store/viewStore.ts'
import { readPanel, writePanel } from './panelAddress.ts'

function follow(): void {
  const { pathname, search, hash } = location
  const next = writePanel(search, viewStore.getState().panel)
  if (next !== search) history.replaceState(history.state, '', `${pathname}${next}${hash}`)
}

export function useFollowedPanel(): void {
  useEffect(() => {
    const panel = readPanel(location.search)
    if (panel !== null) viewStore.setState({ panel })
    return viewStore.subscribe((state, before) => {
      if (state.panel !== before.panel) follow()
    })
  }, [])
}
