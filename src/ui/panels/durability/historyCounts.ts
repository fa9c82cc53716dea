/** How many histories can be drawn for each dot. */
export const historyCounts: readonly number[] = [300, 3_000, 30_000]
