/**
 * The bill of the run up to the instant shown: what it has cost, what it would have cost as another
 * cluster, where ways to pay cost the same, and at which prices.
 */
import { billSentences } from '../../../words/billSentences.ts'
import { learnTerms } from '../../../words/defineTerm.ts'
import { learnSentences } from '../../../words/say.ts'
import { serverlessTerms } from '../../../words/serverlessTerms.ts'
import styles from './BillPanel.module.css'
import { billStore } from './billStore.ts'
import { BreakEvens } from './BreakEvens.tsx'
import { Comparison } from './Comparison.tsx'
import { Prices } from './Prices.tsx'
import { Sizing } from './Sizing.tsx'
import { SoFar } from './SoFar.tsx'
import { useBill } from './useBill.ts'

learnSentences(billSentences)
learnTerms(serverlessTerms)

export function BillPanel() {
  useBill()
  const answer = billStore(state => state.answer)
  const problem = billStore(state => state.problem)
  if (answer === null) return <p>{problem === '' ? 'Reckoning…' : problem}</p>
  return (
    <div className={styles.panel}>
      <SoFar answer={answer} />
      <Comparison answer={answer} />
      <BreakEvens answer={answer} />
      <Sizing answer={answer} />
      <Prices answer={answer} />
    </div>
  )
}
