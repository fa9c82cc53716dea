/** How the editor looks: the page's own colours, which follow its theme; weight as well as hue. */
import type { Extension } from '@codemirror/state'
import type { EditorParts } from './loadEditor.ts'

export function look({ view, language, highlight: { tags } }: EditorParts): Extension {
  const theme = view.EditorView.theme({
    '&': { fontSize: '0.8125rem', color: 'var(--text)', backgroundColor: 'var(--panel)' },
    '&.cm-focused': { outline: '2px solid var(--glow)', outlineOffset: '1px' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '9.5rem' },
    '.cm-content': { minHeight: '2.7rem', padding: '4px 0', caretColor: 'var(--text)' },
    '.cm-cursor': { borderLeftColor: 'var(--text)', borderLeftWidth: '2px' },
    '.cm-placeholder': { color: 'var(--muted)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'color-mix(in srgb, var(--glow) 34%, transparent)',
    },
    '.cm-tooltip': {
      border: '1px solid var(--line)',
      backgroundColor: 'var(--raise)',
      color: 'var(--text)',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'var(--text)',
      color: 'var(--bg)',
    },
    '.cm-wrong': { textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '3px' },
  })
  const style = language.HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--writer1)', fontWeight: '600' },
    { tag: tags.typeName, color: 'var(--writer3)' },
    { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--writer2)' },
    { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  ])
  return [theme, language.syntaxHighlighting(style)]
}
