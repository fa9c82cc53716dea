/** What may be completed: words that the engine knows, tables and columns that are there. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { SqlWords } from '../../../../workers/api.ts'

interface Choice {
  label: string
  type: 'keyword' | 'class' | 'property'
  detail?: string
  boost?: number
}

/** Tables and columns before keywords; a keyword is written in capitals. */
export function choicesOf({ keywords, tables }: SqlWords): Choice[] {
  const columns = tables.flatMap(({ name, columns }) =>
    columns.map(column => ({ label: column, type: 'property' as const, detail: name, boost: 1 })),
  )
  return [
    ...tables.map(({ name }) => ({ label: name, type: 'class' as const, boost: 2 })),
    ...columns.filter(({ label }, at) => columns.findIndex(its => its.label === label) === at),
    ...keywords.map(word => ({ label: word.toUpperCase(), type: 'keyword' as const })),
  ]
}

export function completeFrom(words: () => SqlWords) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/\w+/)
    if (word === null && !context.explicit) return null
    const options = choicesOf(words())
    return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ }
  }
}
