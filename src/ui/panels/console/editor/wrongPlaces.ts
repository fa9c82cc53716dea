/** Marks where a statement went wrong, until the text is changed. */
import type { DecorationSet } from '@codemirror/view'
import type { EditorParts } from './loadEditor.ts'

/** The word at a place, or its letter; at the end of the text the last letter. */
export function wrongRange(text: string, place: number): { from: number; to: number } | null {
  if (text.length === 0) return null
  const from = Math.min(Math.max(0, place), text.length - 1)
  const word = /^\w+/.exec(text.slice(from))?.[0] ?? ''
  return { from, to: from + Math.max(1, word.length) }
}

export function wrongPlaces({ state, view }: EditorParts) {
  const mark = state.StateEffect.define<number | null>()
  const sign = view.Decoration.mark({ class: 'cm-wrong' })
  const field = state.StateField.define<DecorationSet>({
    create: () => view.Decoration.none,
    update: (marked, transaction) => {
      const effect = transaction.effects.find(its => its.is(mark))
      if (effect === undefined) return transaction.docChanged ? view.Decoration.none : marked
      const place = effect.value as number | null
      const range = place === null ? null : wrongRange(transaction.newDoc.toString(), place)
      return range === null
        ? view.Decoration.none
        : view.Decoration.set([sign.range(range.from, range.to)])
    },
    provide: its => view.EditorView.decorations.from(its),
  })
  return { mark, extension: field }
}
