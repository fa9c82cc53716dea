/**
 * Rule: the one export of a file has the name of the file, so that either can be guessed from the
 * other, and a component stands in the file of its name. A family of functions about one subject,
 * such as `ln` and `exp` in `exactMath.ts`, is named after the subject.
 */
import { exportedNames } from './names.ts'
import { isConfiguration, isTest, nameOf, type Source } from './source.ts'

/** Here files list the nouns of a subject, the members of a family, or are doors and entries. */
const gathered =
  /^src\/engine\/(contract\/|index\.ts$)|\/catalogue\.ts$|\.worker\.ts$|\.d\.ts$|^e2e\/|\.css$/

function isSame(name: string, other: string): boolean {
  return name.slice(1) === other.slice(1) && name[0]?.toLowerCase() === other[0]?.toLowerCase()
}

export function mainExport(source: Source): string[] {
  const { path } = source
  if (isTest(path) || isConfiguration(path) || gathered.test(path)) return []
  const names = exportedNames(source)
  const isFamily = names.length > 1 && !path.endsWith('.tsx')
  const isNamed = names.some(name => isSame(name, nameOf(path)))
  if (names.length === 0 || isFamily || isNamed) return []
  return [`exports ${names.join(', ')}: give the file and its main export the same name`]
}
