/**
 * Stop when…: runs on until a fact is told, up to an instant, and stays there. Closing it while it
 * looks calls the search off.
 */
import { useEffect } from 'react'
import { learnSentences } from '../../../words/say.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { SearchProgress } from './SearchProgress.tsx'
import { SearchResult } from './SearchResult.tsx'
import { askAgain, callOff } from './search.ts'
import { stopWhenStore } from './stopWhenStore.ts'
import { WishForm } from './WishForm.tsx'

learnSentences(whySentences)

export function StopWhen() {
  const isAlive = engineStore(({ frame, description }) => frame !== null && description !== null)
  const isWithheld = viewStore(state => state.withheld !== null)
  const state = stopWhenStore(({ search }) => search.state)
  useEffect(() => {
    if (stopWhenStore.getState().search.state !== 'running') askAgain()
    return callOff
  }, [])
  if (isWithheld) return <p>First give your prediction in the lesson; then one may look ahead.</p>
  if (!isAlive) return <p>Setting the stage…</p>
  if (state === 'asking') return <WishForm />
  return state === 'running' ? <SearchProgress /> : <SearchResult />
}
