/** The words of the stage that have a definition, as buttons over the picture. */
import { memo } from 'react'
import { type Label, labelBox } from '../scene/label.ts'
import { Term } from '../widgets/Term.tsx'

const TermWord = memo(function TermWord({ label }: { label: Label }) {
  if (label.term === null) return null
  const { x, y, height } = labelBox(label)
  const style = { left: x, top: y - 3, height: height + 6, fontSize: label.size }
  return (
    <span
      className={`stage-term tone-${label.tone}${label.isBold ? ' is-bold' : ''}`}
      style={style}
    >
      <Term name={label.term}>{label.text}</Term>
    </span>
  )
})

export function TermWords({ labels }: { labels: Label[] }) {
  return labels.map(label => label.term !== null && <TermWord key={label.id} label={label} />)
}
