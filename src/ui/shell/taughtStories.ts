/** The stories about which there is a lesson, with its name: known before any lesson is loaded. */
export const taughtStories: Readonly<Record<string, string>> = {
  'who-wins-a-page': 'who-wins-a-page',
}
