/** Gives a command of the panel; a refusal is said where it was asked for, not across the page. */
import { useState } from 'react'
import type { Command } from '../../../engine/contract/commands.ts'
import { say } from '../../../words/say.ts'
import { announce } from '../../store/announce.ts'
import { tryCommand } from '../../store/commands.ts'

export interface Refusal {
  /** What was asked for: the segment or the model. */
  asked: string
  text: string
}

export function useRefusal() {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = async (asked: string, command: Command): Promise<void> => {
    setRefusal(null)
    const outcome = await tryCommand(command)
    if (outcome === null || outcome.accepted) return
    const text = say(outcome.reason)
    announce(text)
    setRefusal({ asked, text })
  }
  return { refusal, ask }
}
