/** Terms that the volume panel brings along. */

export const volumePanelTerms = {
  'geometry epoch': 'A number that rises when the volume adds a protection group.',
} as const satisfies Record<string, string>
