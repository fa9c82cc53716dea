/** Who waits for whom, drawn and in words; and the cycle that was found last. */
import { useMemo } from 'react'
import type { SqlView } from '../../../engine/contract/sqlView.ts'
import { seek } from '../../store/commands.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'
import { nodeRadius, type Wait, waitsGraph } from './waitsGraph.ts'

const width = 320

export function Waits({ sql: { waits, lastCycle } }: SqlSubject) {
  return (
    <>
      {waits.length === 0 ? (
        <p className={styles.quiet}>Nobody waits for a lock.</p>
      ) : (
        <Graph waits={waits} victim={null} />
      )}
      <ul className={styles.waits} aria-label="Waits">
        {waits.map(({ session, holder, resource, mode, since }) => (
          <li key={`${session} ${holder} ${resource}`}>
            <b>{session}</b> waits for <b>{holder}</b>: {mode} on {resource}, since{' '}
            {formatInstant(since)}
          </li>
        ))}
      </ul>
      {lastCycle !== null && <LastCycle cycle={lastCycle} />}
    </>
  )
}

type Cycle = NonNullable<SqlView['lastCycle']>

function LastCycle({ cycle: { at, sessions, victim, edges } }: { cycle: Cycle }) {
  const waits = sessions.map((session, index) => ({
    session,
    holder: sessions[(index + 1) % sessions.length] ?? session,
  }))
  return (
    <section aria-label="The last cycle">
      <h3>
        The last cycle,{' '}
        <button type="button" className={styles.instant} onClick={() => void seek(at)}>
          {formatInstant(at)}
        </button>
      </h3>
      {sessions.length > 1 && <Graph waits={waits} victim={victim} />}
      <p>
        <b>{victim}</b> had to give way. The locks they waited for:
      </p>
      <ul className={styles.waits}>
        {edges.map(edge => (
          <li key={edge}>{edge}</li>
        ))}
      </ul>
    </section>
  )
}

function Graph({ waits, victim }: { waits: readonly Wait[]; victim: string | null }) {
  const graph = useMemo(() => waitsGraph(waits, width), [waits])
  const hasCycle = graph.edges.some(({ isOfCycle }) => isOfCycle)
  return (
    <figure className={styles.graph}>
      <svg
        viewBox={`0 0 ${graph.width} ${graph.height}`}
        role="img"
        aria-label={waits.map(its => `${its.session} waits for ${its.holder}`).join(', ')}
      >
        {graph.edges.map(({ from, to, path, head, isOfCycle }) => (
          <g key={`${from} ${to}`} data-cycle={isOfCycle || undefined}>
            <path d={path} />
            <path d={head} className={styles.arrow} />
          </g>
        ))}
        {graph.nodes.map(({ name, x, y }) => (
          <g key={name} data-victim={name === victim || undefined}>
            <circle cx={x} cy={y} r={nodeRadius} />
            <text x={x} y={y + 4}>
              {name.length > 7 ? `${name.slice(0, 6)}…` : name}
            </text>
            {name === victim && <path d={`M${x + 13} ${y - 25}l12 12m0 -12l-12 12`} />}
          </g>
        ))}
      </svg>
      {hasCycle && <figcaption>A cycle: none of them could go on. That is a deadlock.</figcaption>}
    </figure>
  )
}
