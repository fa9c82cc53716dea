/**
 * The statements of the run as lines, as far as the instant shown. They are asked for anew when
 * another instant is shown or something was given, at most a few times a second.
 */
import { useEffect, useMemo, useState } from 'react'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import type { Opened } from '../../../workers/api.ts'
import { engineStore } from '../../store/engineStore.ts'
import { scriptName } from './scriptScenario.ts'
import { type TranscriptLine, transcriptOf } from './transcript.ts'

const everyMillis = 200

/** Lines of more statements would be slow to draw; the newest count. */
const mostLines = 400

function placeNow(): string {
  const { playback, revision } = engineStore.getState()
  return `${playback?.at} ${playback?.branch} ${revision}`
}

interface Asked {
  records: StatementRecord[]
  at: number
}

function useRecords(): Asked {
  const [asked, setAsked] = useState<Asked>({ records: [], at: 0 })
  useEffect(() => {
    let isCurrent = true
    let isAsking = false
    let seen = ''
    const look = async () => {
      const place = placeNow()
      if (isAsking || place === seen) return
      isAsking = true
      const { engine } = engineStore.getState()
      const records = await engine?.statements().catch(() => null)
      isAsking = false
      if (!records) return
      seen = place
      const at = engineStore.getState().playback?.at ?? 0
      if (isCurrent) setAsked({ records: records.slice(-mostLines), at })
    }
    void look()
    const timer = setInterval(look, everyMillis)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [])
  return asked
}

/** The setup of a script is no part of it. */
function readyAt({ scenario, opensAt }: Opened): Micros {
  return scenario.name === scriptName ? opensAt : 0
}

export function useTranscript(): TranscriptLine[] {
  const { records, at } = useRecords()
  const from = engineStore(({ opened }) => (opened === null ? 0 : readyAt(opened)))
  return useMemo(() => transcriptOf(records, { from, at }), [records, from, at])
}
