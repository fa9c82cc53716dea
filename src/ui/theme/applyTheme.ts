/**
 * Light, dark, or as the system says. The choice stands on the root element, where the static
 * shell already put it before the first paint, and is kept for the next visit.
 */
export type Theme = 'system' | 'light' | 'dark'

export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  keep(theme)
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** A page opened from a file or in a private window may have no storage: the choice is lost. */
function keep(theme: Theme): void {
  try {
    localStorage.setItem('theme', theme)
  } catch {}
}
