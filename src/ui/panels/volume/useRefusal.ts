/** Gives a command of the panel; a refusal is said where it was asked for, not across the page. */
import { useState } from 'react'
import type { Command } from '../../../engine/contract/commands.ts'
import { announce } from '../../store/announce.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'

export interface Refusal {
  /** What was asked for: the segment or the model. */
  asked: string
  text: string
}

export function useRefusal() {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = async (asked: string, command: Command): Promise<void> => {
    const before = viewStore.getState().notice
    setRefusal(null)
    await giveCommand(command)
    const { notice } = viewStore.getState()
    if (notice === null || notice === before) return
    const text = notice.text ?? notice.title
    viewStore.setState({ notice: before })
    announce(text)
    setRefusal({ asked, text })
  }
  return { refusal, ask }
}
