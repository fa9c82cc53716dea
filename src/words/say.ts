/**
 * Says a phrase: looks its key up in the catalogues and puts its numbers in. Where a cluster has
 * several groups the sentence names the one it speaks of. An unknown key is said as it is, never
 * thrown.
 */
import { sentences } from './sentences.ts'
import { fillTemplate, type Parameters, type Sentences } from './template.ts'

export interface Sayable {
  key: string
  parameters: Parameters
}

/** The first catalogue, and those that came with later parts of the page. */
const catalogues: Sentences[] = [sentences]

export function learnSentences(more: Sentences): void {
  if (!catalogues.includes(more)) catalogues.push(more)
}

function find(key: string): Sentences[string] | undefined {
  return catalogues.find(catalogue => Object.hasOwn(catalogue, key))?.[key]
}

export function isKnown(key: string): boolean {
  return find(key) !== undefined
}

function speaksOfOneGroup(key: string, { groups, group }: Parameters): boolean {
  return typeof groups === 'number' && groups > 1 && group !== undefined && !isKnown(`${key}.many`)
}

export function say({ key, parameters }: Sayable): string {
  const { groups } = parameters
  const many = typeof groups === 'number' && groups > 1 ? find(`${key}.many`) : undefined
  const sentence = many ?? find(key)
  if (sentence === undefined) return key
  const template = typeof sentence === 'string' ? sentence : sentence(parameters)
  const isGroupNamed = speaksOfOneGroup(key, parameters) && !template.includes('{group}')
  const text = fillTemplate(template, parameters)
  return isGroupNamed ? `${String(parameters.group)}: ${text}` : text
}
