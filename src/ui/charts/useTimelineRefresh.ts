/** Asks for marks and charts twice a second, and only while something may have changed. */
import { useEffect } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { refreshTimeline, wantsSeries } from '../store/refreshTimeline.ts'
import { timelineView } from '../store/timelineView.ts'

const everyMillis = 500

function fingerprint(): string {
  const { playback, revision, opened } = engineStore.getState()
  const { horizon, branch } = playback ?? {}
  const { zoom } = timelineView.getState()
  const view = [zoom?.from, zoom?.to, wantsSeries()]
  return [opened?.scenario.name, horizon, branch, revision, ...view].join()
}

export function useTimelineRefresh(): void {
  useEffect(() => {
    let seen = ''
    const look = () => {
      const now = fingerprint()
      if (now === seen) return
      seen = now
      void refreshTimeline()
    }
    look()
    const timer = setInterval(look, everyMillis)
    return () => clearInterval(timer)
  }, [])
}
