/**
 * The editor component, loaded when a console is first opened: its packages are asked for one by
 * one, so that none of what is loaded is large.
 */

async function load() {
  const [view, state, language, sql, completion, commands, highlight] = await Promise.all([
    import('@codemirror/view'),
    import('@codemirror/state'),
    import('@codemirror/language'),
    import('@codemirror/lang-sql'),
    import('@codemirror/autocomplete'),
    import('@codemirror/commands'),
    import('@lezer/highlight'),
  ])
  return { view, state, language, sql, completion, commands, highlight }
}

export type EditorParts = Awaited<ReturnType<typeof load>>

let loading: Promise<EditorParts> | null = null

/** When it cannot be loaded the next call tries again. */
export function loadEditor(): Promise<EditorParts> {
  loading ??= load().catch(error => {
    loading = null
    throw error
  })
  return loading
}
