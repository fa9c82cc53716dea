/**
 * One editor: highlighting of its dialect, completion, history, and the keys of the console. It
 * takes and gives text; what running means is up to who owns it.
 */
import type { Extension } from '@codemirror/state'
import type { EditorView, KeyBinding } from '@codemirror/view'
import type { Edition } from '../../../../engine/contract/sql.ts'
import type { SqlWords } from '../../../../workers/api.ts'
import { completeFrom } from './completions.ts'
import type { EditorParts } from './loadEditor.ts'
import { look } from './look.ts'
import { partToRun, type Part } from './partToRun.ts'
import { notRecalling, recallStep, searchBack } from './recall.ts'
import { wrongPlaces } from './wrongPlaces.ts'

/** What the engine reads as one text, in characters. */
export const longestText = 10_000

export interface EditorDoor {
  run: (part: Part) => void
  addStep: (part: Part) => void
  leave: () => void
  changed: (text: string) => void
  history: () => readonly string[]
  words: () => SqlWords
  focused: () => void
}

export interface SqlEditor {
  part: () => Part
  text: () => string
  write: (text: string) => void
  /** Puts the cursor at the start of the statement behind this place. */
  goBehind: (place: number) => void
  /** Marks the letter or word at this place as wrong; null = nothing. */
  mark: (place: number | null) => void
  focus: () => void
  destroy: () => void
}

interface Wanted {
  name: string
  edition: Edition
  text: string
  door: EditorDoor
}

function partOf(view: EditorView): Part {
  const { from, to } = view.state.selection.main
  return partToRun(view.state.doc.toString(), from, to)
}

function write(view: EditorView, text: string): void {
  const whole = { from: 0, to: view.state.doc.length, insert: text }
  view.dispatch({ changes: whole, selection: { anchor: text.length }, scrollIntoView: true })
}

/** Up on the first line and down on the last go through what was typed; Ctrl+R looks in it. */
function recallKeys(door: EditorDoor): KeyBinding[] {
  let recall = notRecalling
  let letters: string | null = null
  const step = (view: EditorView, by: 1 | -1): boolean => {
    const { main } = view.state.selection
    const { doc } = view.state
    const line = doc.lineAt(main.head).number
    if (!main.empty || line !== (by === 1 ? 1 : doc.lines)) return false
    const found = recallStep(door.history(), recall, doc.toString(), by)
    if (found === null) return false
    recall = found.recall
    letters = null
    write(view, found.text)
    return true
  }
  const search = (view: EditorView): boolean => {
    if (letters === null || recall.back === 0) letters = view.state.doc.toString().trim()
    const found = searchBack(door.history(), letters, recall.back)
    if (found !== null) {
      recall = { back: found.back, draft: letters }
      write(view, found.text)
    }
    return true
  }
  const forget = () => {
    recall = notRecalling
    letters = null
    return false
  }
  return [
    { key: 'ArrowUp', run: view => step(view, 1) },
    { key: 'ArrowDown', run: view => step(view, -1) },
    { key: 'Ctrl-r', run: search, preventDefault: true },
    { any: (_, { key }) => (key.startsWith('Arrow') || key === 'r' ? false : forget()) },
  ]
}

function ownKeys(door: EditorDoor): KeyBinding[] {
  const given = (give: (part: Part) => void) => (view: EditorView) => {
    give(partOf(view))
    return true
  }
  return [
    { key: 'Mod-Enter', run: given(door.run) },
    { key: 'Alt-Enter', run: given(door.addStep) },
    {
      key: 'Escape',
      run: () => {
        door.leave()
        return true
      },
    },
  ]
}

/** Escape belongs to the editor, not to the panel around it. */
function ownEvents({ view }: EditorParts, door: EditorDoor): Extension {
  return view.EditorView.domEventObservers({
    focus: () => door.focused(),
    keydown: event => {
      if (event.key === 'Escape') event.stopPropagation()
    },
  })
}

export function createEditor(parts: EditorParts, place: HTMLElement, wanted: Wanted): SqlEditor {
  const { view, state, language, sql, completion, commands } = parts
  const { door, edition, name } = wanted
  const dialect = edition === 'mysql' ? sql.MySQL : sql.PostgreSQL
  const source = dialect.language.data.of({ autocomplete: completeFrom(door.words) })
  const wrong = wrongPlaces(parts)
  const extensions = [
    state.Prec.high(view.keymap.of(ownKeys(door))),
    commands.history(),
    completion.autocompletion({ icons: false, aboveCursor: true }),
    view.keymap.of([...completion.completionKeymap, ...recallKeys(door)]),
    view.keymap.of([...commands.defaultKeymap, ...commands.historyKeymap]),
    new language.LanguageSupport(dialect.language, [source]),
    look(parts),
    wrong.extension,
    view.EditorView.lineWrapping,
    view.placeholder('Type SQL'),
    view.EditorView.contentAttributes.of({ 'aria-label': name, spellcheck: 'false' }),
    state.EditorState.changeFilter.of(change => change.newDoc.length <= longestText),
    ownEvents(parts, door),
    view.EditorView.updateListener.of(update => {
      if (update.docChanged) door.changed(update.state.doc.toString())
    }),
  ]
  const doc = wanted.text
  const editor = new view.EditorView({ parent: place, doc, extensions })
  return {
    part: () => partOf(editor),
    text: () => editor.state.doc.toString(),
    write: text => write(editor, text),
    goBehind: behind => {
      const rest = editor.state.doc.toString().slice(behind)
      const anchor = behind + rest.length - rest.trimStart().length
      editor.dispatch({ selection: { anchor }, scrollIntoView: true })
    },
    mark: at => editor.dispatch({ effects: wrong.mark.of(at) }),
    focus: () => editor.focus(),
    destroy: () => editor.destroy(),
  }
}
