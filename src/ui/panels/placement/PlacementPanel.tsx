/**
 * The map of placement: each application, or shard of one, and where its requests go. One drags it
 * to another place; no data moves. Beside it what each feels, how it looks after itself, and what
 * this shape and each name are for.
 */
import { learnTerms } from '../../../words/defineTerm.ts'
import { learnSentences, say } from '../../../words/say.ts'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { PlacedView, PlacementView } from '../../../engine/contract/placementView.ts'
import { assumptionTerms } from '../../../words/mmAssumptions.ts'
import { placementSentences } from '../../../words/placementSentences.ts'
import { announce } from '../../store/announce.ts'
import { giveCommand } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Checks } from './Checks.tsx'
import { Feelings } from './Feelings.tsx'
import { Names } from './Names.tsx'
import styles from './PlacementPanel.module.css'
import { Places } from './Places.tsx'
import { placeOf, placesOf, placeWords } from './placesOf.ts'
import { TakeTurns } from './TakeTurns.tsx'

learnSentences(placementSentences)
learnTerms(assumptionTerms())

export function PlacementPanel() {
  const frame = engineStore(state => state.frame)
  const isLocked = viewStore(state => state.isLocked)
  const placement = frame?.placement
  if (frame === null || placement === undefined) {
    return <p className={styles.quiet}>This cluster has one instance: there is one place to go.</p>
  }
  const isMulti = frame.multiMaster !== null
  return (
    <div className={styles.panel}>
      {isLocked && (
        <p className={styles.quiet}>The stage is locked: unlock it to move something.</p>
      )}
      <p className={styles.shape} data-shape={placement.shape}>
        {say({ key: `placement.shape.${placement.shape}`, parameters: { writers: usedBy(frame) } })}
      </p>
      {isMulti && placement.applications.length > 0 && (
        <TakeTurns frame={frame} placement={placement} isLocked={isLocked} />
      )}
      {placement.applications.map(view => (
        <Application key={view.id} view={view} frame={frame} placement={placement} />
      ))}
      <Names placement={placement} isMulti={isMulti} />
    </div>
  )
}

/** Instances that some session is connected to. */
function usedBy({ instances, placement }: Frame): string[] {
  return instances
    .filter((_, index) => placement?.applications.some(its => (its.sessionsOn[index] ?? 0) > 0))
    .map(({ id }) => id)
}

interface ApplicationProps {
  view: PlacedView
  frame: Frame
  placement: PlacementView
}

function Application({ view, frame, placement }: ApplicationProps) {
  const isLocked = viewStore(state => state.isLocked)
  const { id, table, rows } = view
  const part = rows && { first: rows[0], last: rows[1] }
  const move = async (on: string) => {
    const outcome = await giveCommand({ do: 'SetPlacement', workload: id, on })
    if (!outcome?.accepted) return
    const place = placeWords(on, placement)
    announce(say({ key: 'placement.moved', parameters: { application: id, place } }))
  }
  return (
    <section className={styles.application} aria-label={`Application ${id}`}>
      <header>
        <h3>{id}</h3>
        <small>
          {say({
            key: part ? 'placement.rows' : 'placement.table',
            parameters: { table, ...part },
          })}
        </small>
      </header>
      <Places
        view={view}
        places={placesOf(frame, placement)}
        at={placeOf(frame, view)}
        isLocked={isLocked}
        onMove={on => void move(on)}
      />
      <Feelings
        view={view}
        windowMicros={placement.windowMicros}
        isMulti={frame.multiMaster !== null}
      />
      <Checks view={view} frame={frame} periodMicros={placement.checkMicros} isLocked={isLocked} />
    </section>
  )
}
