/**
 * Rule: nothing is left over from the making: no reminders, no banners, nothing that stands outside
 * the project. It holds for prose as well.
 */
import type { Source } from './source.ts'

const refused: [RegExp, string][] = [
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'a reminder: finish it, or write it in bench/NOTES.md or an issue'],
  [/^\s*(\/\/|\/?\*)\s*[-=*#~_]{4,}/, 'a banner: what needs a banner needs a file of its own'],
  [
    /(^|[^\w.])\/(work|tmp|home|root)\/\w/,
    'a path of one machine: make it relative, or use tmpdir()',
  ],
  [/\.\.\/shared\//, 'a path out of the project: bring in what it needs'],
]

function mistakesOf(line: string, number: number): string[] {
  return refused
    .filter(([pattern]) => pattern.test(line))
    .map(([, instead]) => `line ${number} is ${instead}`)
}

export function leftovers({ path, text }: Source): string[] {
  if (path.startsWith('gates/')) return []
  return text.split('\n').flatMap((line, index) => mistakesOf(line, index + 1))
}
