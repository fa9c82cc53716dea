/**
 * The address opens a laboratory when the page starts, `?dialog=durability`, and names the one that
 * is open. What is set in it stands there too, and is its own affair.
 */
import { useEffect } from 'react'
import { writeSetting } from '../store/settingAddress.ts'
import { type DialogName, viewStore } from '../store/viewStore.ts'

const named: readonly DialogName[] = [
  'durability',
  'writePath',
  'scaleOut',
  'whichRange',
  'neighbours',
]

function namedOf(name: string | null): DialogName | null {
  return named.find(its => its === name) ?? null
}

function follow(): void {
  const { pathname, search, hash } = location
  const dialog = namedOf(viewStore.getState().dialog)
  const next = writeSetting(search, ['dialog'], dialog === null ? {} : { dialog })
  if (next !== search) history.replaceState(history.state, '', `${pathname}${next}${hash}`)
}

export function useFollowedDialog(): void {
  useEffect(() => {
    const dialog = namedOf(new URLSearchParams(location.search).get('dialog'))
    if (dialog !== null) viewStore.setState({ dialog })
    return viewStore.subscribe((state, before) => {
      if (state.dialog !== before.dialog) follow()
    })
  }, [])
}
