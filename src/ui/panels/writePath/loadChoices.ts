/** What can be chosen of the load, and how much of it. */
interface LoadChoice {
  name: 'sessions' | 'writes' | 'pages'
  legend: string
  counts: number[]
}

export const loadChoices: LoadChoice[] = [
  { name: 'sessions', legend: 'Sessions', counts: [1, 4, 20, 100] },
  { name: 'writes', legend: 'Rows that a transaction changes', counts: [1, 4, 10] },
  { name: 'pages', legend: 'Pages of the table', counts: [100, 1_000, 20_000] },
]
