/** Commands as people say them: what was asked for, of what. Names stand in `namePlace`. */
import type { Parameters, Sentences } from './template.ts'

/** A mark of the timeline knows only the name of the command; a fact knows all of it. */
function commandWords(given: Parameters): string {
  const { do: name, command, fault, workload, session, table, segment, model } = given
  if (name === undefined) return `{command}${/Fault$/.test(String(command)) ? ' something' : ''}`
  if (given.how !== undefined) return catchWords(given)
  if (fault !== undefined) return '{do} {target} ({fault})'
  if (segment !== undefined) return '{do} {segment}'
  if (model !== undefined) return '{do} to {model}'
  const whose = Object.entries({ workload, session, table }).find(([, id]) => id !== undefined)
  return whose === undefined ? '{do}' : `{do} of {${whose[0]}}`
}

function catchWords({ how, by }: Parameters): string {
  if (how !== 'delay') return `${how === 'drop' ? 'lose' : 'double'} message {message}`
  return `delay message {message}${by === undefined ? '' : ' by {by}'}`
}

export const commandSentences: Sentences = {
  'fact.CommandGiven': given => `Command: ${commandWords(given)}.`,
  'fact.CommandRefused': given => `Refused: ${commandWords(given)}.`,
}
