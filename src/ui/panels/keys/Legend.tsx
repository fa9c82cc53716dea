/** Every sign of the stage with its word: what travels, and what the cells of a column say. */
import type { ReactNode } from 'react'
import { messageLooks } from '../../canvas/messageLook.ts'
import { openShapes } from '../../canvas/messagePath.ts'
import styles from './KeysHelp.module.css'
import { cellSigns, messageSigns } from './legendSigns.ts'
import { shapeText } from './shapeText.ts'

function MessageSign({ kind }: { kind: number }) {
  const look = messageLooks[kind]
  if (look === undefined) return null
  const colour = `var(--${look.colour})`
  const isOpen = openShapes.has(look.shape)
  return (
    <path
      d={shapeText(look.shape)}
      fill={isOpen ? 'none' : colour}
      stroke={isOpen ? colour : 'none'}
      strokeWidth={2}
    />
  )
}

function Sign({ children, words }: { children: ReactNode; words: string }) {
  return (
    <li>
      <svg viewBox="-10 -10 20 20" width={20} height={20} aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

export function Legend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {messageSigns.map(({ kind, words }) => (
        <Sign key={words} words={words}>
          <MessageSign kind={kind} />
        </Sign>
      ))}
      {cellSigns.map(({ words, ...look }) => (
        <Sign key={words} words={words}>
          <path d="M-9 -5h18v10h-18z" fill="none" strokeWidth={1.5} {...look} />
        </Sign>
      ))}
      <Sign words="lost, or nobody there to take it">
        <path d="M-5 -5L5 5M5 -5L-5 5" stroke="var(--bad)" strokeWidth={2.4} />
      </Sign>
      <Sign words="safe up to here: it touches the copies that carry it">
        <path d="M-9 5v-5h18v5" fill="none" stroke="var(--durable)" strokeWidth={3} />
      </Sign>
    </ul>
  )
}
