/** The scrub of the node, and damaged pages: those that only the viewer knows, and those found. */
import type { Frame, Phrase } from '../../../engine/contract/frame.ts'
import type { NodeWorkView, SegmentWorkView } from '../../../engine/contract/volumeFrameView.ts'
import { say } from '../../../words/say.ts'
import styles from './Steps.module.css'

type Corrupt = SegmentWorkView['corruptPages'][number]

function scrubPhrase(node: NodeWorkView | undefined, at: number): Phrase {
  const scrub = node?.scrub ?? null
  if (scrub !== null) {
    const { checked, pages, endsAt } = scrub
    const inMicros = Math.max(0, endsAt - at)
    return { key: 'volume.scrub.now', parameters: { checked, pages, inMicros } }
  }
  const next = node?.nextScrubAt ?? null
  if (next === null) return { key: 'volume.scrub.none', parameters: {} }
  return { key: 'volume.scrub.next', parameters: { inMicros: Math.max(0, next - at) } }
}

function damagePhrase({ page, foundAt, asked }: Corrupt, node: string, at: number): Phrase {
  if (foundAt === null) return { key: 'volume.damage.unknown', parameters: { page, node } }
  const parameters = { page, node, forMicros: at - foundAt, asked: asked ?? '' }
  return { key: `volume.damage.${asked === null ? 'found' : 'asked'}`, parameters }
}

export function Damage({ frame, work }: { frame: Frame; work: SegmentWorkView }) {
  const node = frame.pipeline?.nodes.find(each => each.node === work.node)
  const scrub = node?.scrub ?? null
  const { corruptPages, repairedPages } = work
  return (
    <section aria-label="Scrub and damaged pages" className={styles.block}>
      <p>{say(scrubPhrase(node, frame.at))}</p>
      {scrub !== null && (
        <meter min={0} max={scrub.pages} value={scrub.checked} aria-label="Scrubbed pages" />
      )}
      {corruptPages.map(corrupt => (
        <p key={corrupt.page} className={styles.warning}>
          {corrupt.foundAt === null ? '◆' : '◈'} {say(damagePhrase(corrupt, work.node, frame.at))}
        </p>
      ))}
      {corruptPages.length === 0 && (
        <p className={styles.quiet}>{say({ key: 'volume.damage.none', parameters: {} })}</p>
      )}
      {repairedPages > 0 && (
        <p className={styles.repaired}>
          ✓ {say({ key: 'volume.damage.repaired', parameters: { repaired: repairedPages } })}
        </p>
      )}
    </section>
  )
}
