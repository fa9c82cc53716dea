/** At the times that are set: each scheme in words, and the truth about a zone that is down. */
import type { DurabilityAnswer, DurabilityScheme } from '../../../engine/contract/durability.ts'
import { formatChance, formatSpan } from '../../../words/formatOdds.ts'
import { say } from '../../../words/say.ts'
import styles from './Durability.module.css'
import { durabilityStore } from './durabilityStore.ts'
import { formatMeasure } from './formatMeasure.ts'

export function Here() {
  const { answer, times } = durabilityStore()
  if (answer === null) return null
  return (
    <>
      <div className={styles.scroll}>
        <table>
          <caption>At the times that are set, one protection group</caption>
          <thead>
            <tr>
              <th scope="col">Copies</th>
              <th scope="col">Loses its read set</th>
              <th scope="col">by the chain</th>
              <th scope="col">Without a write set</th>
              <th scope="col">by the chain</th>
            </tr>
          </thead>
          <tbody>
            {answer.here.map(({ scheme, points: [point] }) => (
              <tr key={scheme}>
                <th scope="row">{scheme}</th>
                {(['lost', 'stalled'] as const).flatMap(measure => [
                  <td key={`${measure} closed`}>
                    {formatMeasure(point![measure].closed, measure)}
                  </td>,
                  <td key={`${measure} markov`}>
                    {formatMeasure(point![measure].markov, measure)}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ZoneDown answer={answer} repair={formatSpan(times.repair)} />
    </>
  )
}

/** T15 of the reference, told from the numbers. */
function ZoneDown({ answer, repair }: { answer: DurabilityAnswer; repair: string }) {
  const risk = (scheme: DurabilityScheme) => answer.zoneDown.find(one => one.scheme === scheme)!
  const [six, three, four] = [risk('4/6'), risk('2/3'), risk('3/4')]
  const sentences = [
    say({
      key: 'durability.zoneDown.write',
      parameters: { six: formatChance(six.stalled), three: formatChance(three.stalled) },
    }),
    say({
      key: 'durability.zoneDown.read',
      parameters: {
        ...{ six: formatChance(six.lost), three: formatChance(three.lost) },
        volumeSix: formatChance(six.volumeLost),
        volumeThree: formatChance(three.volumeLost),
      },
    }),
    say({
      key: 'durability.zoneDown.four',
      parameters: { repair, four: formatChance(four.stalled) },
    }),
  ]
  return (
    <section className={styles.truth}>
      <h3>A zone is down: what six copies do and do not buy</h3>
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
