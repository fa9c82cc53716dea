/** Loads the sentences that the opening does without, once; who needs them waits for them. */
import { learnTerms } from '../../words/defineTerm.ts'
import { learnSentences } from '../../words/say.ts'

let learning: Promise<void> | null = null

/** Without them keys would be shown; when they cannot be loaded the next call tries again. */
export function learnMore(): Promise<void> {
  learning ??= load().catch(() => {
    learning = null
  })
  return learning
}

async function load(): Promise<void> {
  const [{ moreSentences }, { restTerms }] = await Promise.all([
    import('../../words/moreSentences.ts'),
    import('../../words/restTerms.ts'),
  ])
  learnSentences(moreSentences)
  learnTerms(restTerms)
}
