/** Every sign of the stage of the cluster at hand, each with its word. */
import { useMemo } from 'react'
import { engineStore } from '../../store/engineStore.ts'
import styles from './KeysHelp.module.css'
import { legendOf } from './legendOf.ts'
import type { Sign, SignSet } from './sign.ts'

function SignLine({ sign: { words, className, paths } }: { sign: Sign }) {
  return (
    <li>
      <svg viewBox="-11 -10 22 20" width={22} height={20} aria-hidden="true">
        <g className={className}>
          {paths.map(path => (
            <path key={`${path.className} ${path.d}`} {...path} />
          ))}
        </g>
      </svg>
      {words}
    </li>
  )
}

function SignList({ set: { title, signs } }: { set: SignSet }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.legend} aria-label={title}>
        {signs.map(sign => (
          <SignLine key={sign.words} sign={sign} />
        ))}
      </ul>
    </>
  )
}

/** Which mechanisms there are does not change while the dialog is open. */
export function Legend() {
  const writers = engineStore(({ frame }) => frame?.multiMaster?.writers.length ?? 0)
  const breathes = engineStore(({ frame }) => (frame?.serverless ?? null) !== null)
  const hasReader = engineStore(({ frame }) => (frame?.failover ?? null) !== null)
  const hasSql = engineStore(({ frame }) => (frame?.sql ?? null) !== null)
  const hasProxy = engineStore(({ frame }) => (frame?.proxy ?? null) !== null)
  const sets = useMemo(
    () => legendOf({ writers, breathes, hasReader, hasSql, hasProxy }),
    [writers, breathes, hasReader, hasSql, hasProxy],
  )
  return sets.map(set => <SignList key={set.title} set={set} />)
}
