/**
 * The branches beside each other, one a row, all at one instant, which the table names: what each
 * has come to, how that differs from the branch shown, and the way there. While the run plays on
 * it keeps to its instant, since going over every branch takes the engine's time.
 */
import { useLayoutEffect, useRef } from 'react'
import type { BranchSummary } from '../../workers/api.ts'
import { switchBranch } from '../store/commands.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { useAsked } from '../store/useAsked.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import { placePopup } from '../widgets/placePopup.ts'
import { figureColumns } from './branchFigures.ts'
import styles from './BranchTable.module.css'

interface BranchTableProps {
  /** The branch shown. */
  branch: string
  onChosen: () => void
}

/** Its popup was placed before its size was known. */
function usePlaced(shown: unknown) {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: its size changes with the numbers
  useLayoutEffect(() => {
    const panel = place.current?.closest<HTMLElement>('[popover]') ?? null
    placePopup(panel, panel?.previousElementSibling as HTMLElement | null)
  }, [shown])
  return place
}

export function BranchTable({ branch, onChosen }: BranchTableProps) {
  const known = timelineStore(state => state.branches)
  const question = `branches ${branch} ${known.length}`
  const compared = useAsked(question, its => its.compareBranches(), { isCostly: true })
  const isReady = compared !== null && compared.length === known.length
  const branches = isReady ? compared : known.map(({ figures: _, ...its }) => its)
  const place = usePlaced(compared)
  const at = Math.max(0, ...branches.map(its => its.at ?? 0))
  const columns = isReady ? figureColumns(branches) : []
  return (
    <div ref={place} className={styles.branches}>
      <table>
        <caption>
          {isReady
            ? `All at ${formatInstant(at)}, differences to the branch shown`
            : 'Going over every branch…'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Branch</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {branches.map((its, row) => (
            <tr key={its.id} aria-current={its.id === branch || undefined}>
              <th scope="row">
                <Way {...{ its, branch, at, onChosen }} />
              </th>
              {columns.map(({ name, cells }) => (
                <td key={name}>
                  {cells[row]?.value}
                  <small>{cells[row]?.difference}</small>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface WayProps extends BranchTableProps {
  its: BranchSummary
  at: number
}

/** The name of a branch leads there; one that ended before the others says where. */
function Way({ its, branch, at, onChosen }: WayProps) {
  const { id, from } = its
  const isShown = id === branch
  const origin = from === null ? 'the first' : `left ${from.branch} at ${formatInstant(from.at)}`
  const ends = its.at !== undefined && its.at < at ? `ends at ${formatInstant(its.at)}` : null
  return (
    <>
      <Button
        look="quiet"
        isPressed={isShown}
        onClick={() => {
          onChosen()
          void switchBranch(id)
        }}
      >
        <span>
          {id}, {origin}
        </span>
      </Button>
      {isShown && <small>● shown</small>}
      {ends !== null && <small>{ends}</small>}
    </>
  )
}
