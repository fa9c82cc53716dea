/** How long a browser may take for all scenarios before it counts as stuck, in milliseconds. */
export const longestRunMillis = 300_000
