/** Rules about size: lines, functions, parameters and files are small enough to be read at once. */
import ts from 'typescript'
import { isTest, lineOf, type Source, visit } from './source.ts'

const limits = { line: 100, function: 60, file: 300, parameters: 4 }

export function lineLength({ text }: Source): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      [...line].length <= limits.line
        ? []
        : [`line ${index + 1} has ${[...line].length} characters of ${limits.line}: break it`],
    )
}

export function fileLength({ text }: Source): string[] {
  const lines = text.split('\n').length - 1
  if (lines <= limits.file) return []
  return [`has ${lines} lines of ${limits.file}: give its second idea a file of its own`]
}

type WithBody = ts.FunctionLikeDeclaration

function hasBody(node: ts.Node): node is WithBody {
  return ts.isFunctionLike(node) && (node as Partial<WithBody>).body !== undefined
}

function linesOf(source: Source, node: ts.Node): number {
  const end = source.tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1
  return end - lineOf(source, node) + 1
}

function eachFunction(source: Source, look: (node: WithBody, place: string) => string[]) {
  const mistakes: string[] = []
  if (isTest(source.path)) return mistakes
  visit(source.tree, node => {
    if (!hasBody(node)) return
    mistakes.push(...look(node, `the function at line ${lineOf(source, node)}`))
  })
  return mistakes
}

export function functionLength(source: Source): string[] {
  return eachFunction(source, (node, place) => {
    const lines = linesOf(source, node)
    if (lines <= limits.function) return []
    return [`${place} has ${lines} lines of ${limits.function}: give its parts names of their own`]
  })
}

export function parameters(source: Source): string[] {
  return eachFunction(source, (node, place) => {
    const count = node.parameters.length
    if (count <= limits.parameters) return []
    return [`${place} takes ${count} parameters of ${limits.parameters}: pass a record`]
  })
}
