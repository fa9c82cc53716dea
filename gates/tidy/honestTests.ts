/** Rule: a test runs, always, once, and waits for what happens and never for a time. */
import { isTest, type Source } from './source.ts'

const refused: [RegExp, string][] = [
  [
    /\b(?:test|it|describe)\.(?:skip|todo|fixme|fails)\b/,
    'a test that does not run: mend or delete it',
  ],
  [/\b(?:test|it|describe)\.only\b/, 'a test that keeps the others from running: take .only away'],
  [/\bretr(?:y|ies):\s*[1-9]/, 'a retry: find out why it fails at times'],
  [/\.waitForTimeout\(/, 'a wait for a time: wait for what happens, such as playground.idle()'],
]

function mistakesOf(line: string, number: number): string[] {
  return refused
    .filter(([pattern]) => pattern.test(line))
    .map(([, instead]) => `line ${number} is ${instead}`)
}

export function honestTests({ path, text }: Source): string[] {
  const isGate = path.startsWith('gates/')
  if (isGate || !(isTest(path) || path.startsWith('e2e/'))) return []
  return text.split('\n').flatMap((line, index) => mistakesOf(line, index + 1))
}
