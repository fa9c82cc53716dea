/** The names that a file exports or declares at its top, and the functions it declares anywhere. */
import ts from 'typescript'
import { type Source, visit } from './source.ts'

function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function declaredIn(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    const names = statement.declarationList.declarations.map(({ name }) => name)
    return names.filter(ts.isIdentifier).map(({ text }) => text)
  }
  const name = (statement as Partial<ts.FunctionDeclaration>).name
  return name === undefined ? [] : [name.text]
}

function reExportedIn(statement: ts.Statement): string[] {
  if (!ts.isExportDeclaration(statement)) return []
  const clause = statement.exportClause
  if (clause === undefined || !ts.isNamedExports(clause)) return []
  return clause.elements.map(({ name }) => name.text)
}

export function exportedNames({ tree }: Source): string[] {
  return tree.statements.flatMap(statement =>
    isExported(statement) ? declaredIn(statement) : reExportedIn(statement),
  )
}

/** Functions, types and whatever else has a name at the top of the file. */
export function namedThings(source: Source): string[] {
  const names = new Set(source.tree.statements.flatMap(declaredIn))
  visit(source.tree, node => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined) names.add(node.name.text)
    if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name)) names.add(node.name.text)
  })
  return [...names]
}
