/** MySQL calls a column that has no name by the text of its expression. */
export function resultColumn(text: string): string {
  return text.trim().replace(/^select\s+/i, '')
}
