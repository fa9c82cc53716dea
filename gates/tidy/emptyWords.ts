/** Rule: a name says what a thing is or does; words that fit anything are refused. */
import { namedThings } from './names.ts'
import { nameOf, type Source } from './source.ts'

const refused: [RegExp, string][] = [
  [/Managers?$|^managers?$/i, 'say what it does: session, pacer, catalogue'],
  [/Services?$/, 'say what it is: endpoint, session, network'],
  [/Helpers?$|^helpers?$/i, 'name the one thing it does'],
  [/Utils?$|^utils?$|^utilities$/i, 'one idea a file, named after it'],
  [/Data$|^data$/, 'say which: frame, record, segment, points'],
  [/Infos?$|^infos?$/i, 'say what is known: description, status, reason'],
  [/^handle[A-Z]/, 'say what happens: receiveVote, openPanel'],
  [/^process[A-Z]/, 'say what happens to it: apply, receive, fold'],
  [/^do[A-Z]/, 'use the verb itself'],
]

function refusal(name: string): string[] {
  return refused
    .filter(([pattern]) => pattern.test(name))
    .map(([, instead]) => `the name "${name}" says nothing: ${instead}`)
}

export function emptyWords(source: Source): string[] {
  const names = new Set([nameOf(source.path), ...namedThings(source)])
  return [...names].flatMap(refusal)
}
