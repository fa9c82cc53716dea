/** Rules about the shape of a module: named exports, one door, no classes where state is plain. */
import ts from 'typescript'
import { isConfiguration, lineOf, type Source, visit } from './source.ts'

function isDefault(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false
}

export function defaultExport(source: Source): string[] {
  if (isConfiguration(source.path) || !source.tree.statements.some(isDefault)) return []
  return ['has a default export: export it by its name']
}

export function barrel({ path }: Source): string[] {
  if (!/(^|\/)index\.tsx?$/.test(path) || path === 'src/engine/index.ts') return []
  return ['is a second door: import the file that has it; only src/engine has an index.ts']
}

export function classes(source: Source): string[] {
  const mistakes: string[] = []
  if (!/^src\/(engine|ui\/scene)\//.test(source.path)) return mistakes
  visit(source.tree, node => {
    if (!ts.isClassLike(node)) return
    mistakes.push(`has a class at line ${lineOf(source, node)}: use plain records and functions`)
  })
  return mistakes
}
