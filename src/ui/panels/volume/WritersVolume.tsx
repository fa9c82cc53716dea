/**
 * The volume of several writers: the quorums that they share, the log points of every writer side
 * by side, and the ruler of one of them, since each has LSNs of its own.
 */
import { useState } from 'react'
import type { Frame, GroupView } from '../../../engine/contract/frame.ts'
import type { MultiMasterView, WriterLaneView } from '../../../engine/contract/multiMasterView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { learnSentences } from '../../../words/say.ts'
import { writerLogSentences } from '../../../words/writerLogSentences.ts'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import { Term } from '../../widgets/Term.tsx'
import { printFormula } from './formula.ts'
import { RulerBoard } from './RulerBoard.tsx'
import styles from './VolumePanel.module.css'
import { letterOf, writerMarks } from './writerMarks.ts'
import table from './WritersVolume.module.css'

learnSentences(writerLogSentences)

interface WritersVolumeProps {
  frame: Frame
  view: MultiMasterView
  selection: string | null
}

export function WritersVolume({ frame, view, selection }: WritersVolumeProps) {
  const [askedWriter, setWriter] = useState<string | null>(null)
  const [askedGroup, setGroup] = useState<string | null>(null)
  const { writers } = view
  const writer =
    writers.find(({ id }) => id === askedWriter) ??
    writers.find(({ id }) => id === selection) ??
    writers[0]
  const group = frame.groups.find(({ id }) => id === askedGroup) ?? frame.groups[0]
  const lane = writer?.groups.find(({ id }) => id === group?.id)
  if (writer === undefined || group === undefined || lane === undefined) return null
  return (
    <div className={styles.panel}>
      {frame.groups.length > 1 && (
        <ChoiceRow
          label="Protection group"
          names={frame.groups.map(({ id }) => id)}
          chosen={group.id}
          onChoose={setGroup}
        />
      )}
      <SharedQuorums group={group} />
      <PointsTable writers={writers} chosen={writer.id} onChoose={setWriter} />
      <RulerBoard marks={writerMarks({ frame, writer, group, lane })} />
    </div>
  )
}

/** The same copies answer all writers. */
function SharedQuorums({ group: { segments, writeQuorum, readQuorum } }: { group: GroupView }) {
  const letters = segments.map((_, bit) => letterOf(bit))
  const quorums = [
    ['Write quorum', writeQuorum],
    ['Read quorum', readQuorum],
  ] as const
  return (
    <ul className={table.quorums} aria-label="Quorums">
      {quorums.map(([name, { expression, isMet }]) => (
        <li key={name}>
          <Term name={name.toLowerCase()}>{name}</Term> {printFormula(expression, letters)}{' '}
          {isMet ? '✓ met' : '✕ not met'}
        </li>
      ))}
    </ul>
  )
}

interface PointsTableProps {
  writers: WriterLaneView[]
  chosen: string
  onChoose: (writer: string) => void
}

function PointsTable({ writers, chosen, onChoose }: PointsTableProps) {
  return (
    <table className={table.points}>
      <caption>Every writer numbers its own log; the marks of two cannot be compared.</caption>
      <thead>
        <tr>
          <th scope="col">Writer</th>
          <th scope="col">Epoch</th>
          <th scope="col">
            <Term name="VCL">VCL</Term>
          </th>
          <th scope="col">
            <Term name="VDL">VDL</Term>
          </th>
          <th scope="col">Highest</th>
        </tr>
      </thead>
      <tbody>
        {writers.map(({ id, status, epoch, vcl, vdl, highestLsn }) => (
          <tr key={id}>
            <th scope="row">
              <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                {id}
              </button>
              {status !== 'online' && <small>{status}</small>}
            </th>
            {[epoch, vcl, vdl, highestLsn].map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change
              <td key={column}>{formatCount(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
