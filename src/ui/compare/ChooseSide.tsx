/** What to compare with: a preset of this run, another story, or the link of another run. */
import { useState } from 'react'
import type { NoOtherSide, OtherSide } from '../../engine/contract/compare.ts'
import { compareWords, noSideWords, presetNames } from '../../words/compareWords.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import styles from './ComparePanel.module.css'
import { compareStore } from './compareStore.ts'
import { chooseSide } from './otherEngine.ts'

export function ChooseSide() {
  const { sides, wish } = compareStore()
  const stories = engineStore(state => state.description?.scenarios) ?? []
  const present = engineStore(state => state.opened?.scenario.name)
  const possible = sides.filter(isOffered)
  const isLink = wish !== null && !isListed(wish, sides) && !stories.some(its => its.name === wish)
  return (
    <div className={styles.choice}>
      {wish === null && <p className={styles.note}>{compareWords.what}</p>}
      <label>
        Beside this run
        <select value={wish ?? ''} onChange={({ target }) => chooseSide(target.value)}>
          {wish === null && <option value="">Choose…</option>}
          {isLink && <option value={wish}>The run of a link</option>}
          <optgroup label="This load, another cluster">
            {possible.map(({ preset }) => (
              <option key={preset} value={preset}>
                {presetNames[preset]}
              </option>
            ))}
            {wish !== null && isListed(wish, sides) && !isListed(wish, possible) && (
              <option value={wish}>{presetNames[wish as OtherSide['preset']]}</option>
            )}
          </optgroup>
          <optgroup label="Another story">
            {stories
              .filter(({ name }) => name !== present)
              .map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
          </optgroup>
        </select>
      </label>
      <Wished sides={sides} wish={wish} />
    </div>
  )
}

/** What a command may have made possible since is offered, and worked out when it is chosen. */
function isOffered({ recording, because }: OtherSide): boolean {
  return recording !== null || (because !== null && passing.has(because))
}

const passing: ReadonlySet<NoOtherSide> = new Set(['noCommand', 'noBranch', 'noZoneLost'])

function isListed(wish: string, sides: readonly OtherSide[]): boolean {
  return sides.some(({ preset }) => preset === wish)
}

/** Why there is no such side as was wished for. */
function Wished({ sides, wish }: { sides: OtherSide[]; wish: string | null }) {
  const wished = sides.find(({ preset }) => preset === wish)
  if (wished === undefined || wished.recording !== null) return null
  return (
    <p role="alert" className={styles.refused}>
      {presetNames[wished.preset]}: {reasonOf(wished)}
    </p>
  )
}

/** What this run cannot be, with the reason, and a link instead. */
export function OtherWays() {
  const sides = compareStore(state => state.sides)
  const [link, setLink] = useState('')
  const missing = sides.filter(side => !isOffered(side))
  return (
    <details className={styles.others}>
      <summary>Not for this run ({missing.length}), or a link</summary>
      <ul>
        {missing.map(side => (
          <li key={side.preset}>
            {presetNames[side.preset]}: {reasonOf(side)}
          </li>
        ))}
      </ul>
      <form
        className={styles.link}
        onSubmit={event => {
          event.preventDefault()
          chooseSide(link.slice(link.indexOf('#') + 1))
        }}
      >
        <label>
          Link of another run
          <input value={link} onChange={({ target }) => setLink(target.value)} />
        </label>
        <Button type="submit" disabled={link.trim() === ''}>
          Put it beside
        </Button>
      </form>
    </details>
  )
}

function reasonOf({ because, problem }: OtherSide): string {
  if (problem === null) return `${noSideWords[because!]}.`
  const allowed = problem.allowed === null ? '' : ` Allowed: ${problem.allowed}.`
  return `${problem.message}.${allowed}`
}
