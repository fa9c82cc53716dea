/**
 * A message that one has caught on its way, and what a hand can do with it while time stands: lose
 * it, make it late, or double it.
 */
import { useState } from 'react'
import type { Commands } from '../../../engine/contract/commands.ts'
import { changeByHand } from '../../store/byHand.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { messagesUnderWay, type MessageUnderWay } from './messagesUnderWay.ts'
import styles from './WhyPanel.module.css'

const delays = ['1ms', '10ms', '100ms', '1s', '10s']

/** 10ms as 10 ms. */
function spaced(duration: string): string {
  return duration.replace(/(\d+)/, '$1 ')
}

type How = Commands['InterceptMessage']['how']

/** Null when it is no message, or not on its way any more. */
function useCaught(selection: string | null): MessageUnderWay | null {
  const frame = engineStore(state => state.frame)
  const moving = engineStore(state => state.moving)
  const id = selection?.startsWith('message:') ? Number(selection.slice(8)) : null
  if (frame === null || id === null) return null
  return messagesUnderWay(moving, frame.actors).find(its => its.id === id) ?? null
}

/** What an application sends or is sent is repeated by its connection. */
function isOfClient({ from, to }: MessageUnderWay): boolean {
  const { frame } = engineStore.getState()
  return frame?.applications.some(({ id }) => id === from || id === to) ?? false
}

export function CaughtMessage({ selection }: { selection: string | null }) {
  const caught = useCaught(selection)
  const isPlaying = engineStore(({ playback }) => playback?.isPlaying ?? true)
  const isLocked = viewStore(state => state.isLocked)
  const [by, setBy] = useState('10ms')
  if (caught === null || isPlaying) return null
  const { id, word } = caught
  const name = `${word} ${id.toLocaleString('en')}`
  const act = (how: How, words: string) =>
    changeByHand(
      [{ do: 'InterceptMessage', message: id, how, ...(how === 'delay' ? { by } : {}) }],
      `${name} ${words}.`.replace(/^./, first => first.toUpperCase()),
    )
  const isFixed = isLocked || isOfClient(caught)
  return (
    <fieldset className={styles.hand} aria-label="Catch this message">
      <Button disabled={isFixed} onClick={() => act('drop', 'is lost')}>
        Lose it
      </Button>
      <Button disabled={isFixed} onClick={() => act('duplicate', 'comes twice')}>
        Double it
      </Button>
      <span className={styles.late}>
        <Button disabled={isLocked} onClick={() => act('delay', `comes ${spaced(by)} later`)}>
          Make it late
        </Button>
        <select
          aria-label="By how much"
          value={by}
          disabled={isLocked}
          onChange={event => setBy(event.target.value)}
        >
          {delays.map(delay => (
            <option key={delay} value={delay}>
              {spaced(delay)}
            </option>
          ))}
        </select>
      </span>
      <p className={styles.note}>{noteFor(isLocked, isOfClient(caught))}</p>
    </fieldset>
  )
}

function noteFor(isLocked: boolean, isClients: boolean): string {
  if (isLocked) return 'The stage is locked: unlock it to catch a message.'
  if (isClients) return 'A client repeats what is lost, so its messages can only be late.'
  return 'An experiment: nothing else changes. It begins a branch, and can be taken back.'
}
