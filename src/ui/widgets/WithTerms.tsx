/** A sentence whose terms open their definitions. */
import { Fragment, memo } from 'react'
import { splitTerms } from './splitTerms.ts'
import { Term } from './Term.tsx'

export const WithTerms = memo(({ text }: { text: string }) =>
  splitTerms(text).map(({ text: words, term }, index) =>
    term === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
      <Fragment key={index}>{words}</Fragment>
    ) : (
      <Term key={term} name={term}>
        {words}
      </Term>
    ),
  ),
)
