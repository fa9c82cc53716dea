/**
 * Compiles a grammar when its file is imported: all `.peggy` files beside it are one grammar, whose
 * first rules stand in the imported one. The parser that comes out needs nothing at run time.
 *
 * Keywords, the rules of `keywords.peggy`, are hundreds and alike. Peggy would write each out at
 * length; here they share one function, which halves the parser and makes it faster.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import peggy from 'peggy'

function sourcesBeside(path) {
  const folder = dirname(path)
  const others = readdirSync(folder)
    .filter(name => name.endsWith('.peggy'))
    .sort()
  const names = [basename(path), ...others.filter(name => name !== basename(path))]
  return names.map(name => ({
    source: join(folder, name),
    text: readFileSync(join(folder, name), 'utf8'),
  }))
}

/** The rules that may be asked for by `startRule`. */
const allowedStartRules = ['Start', 'ColumnStart']

/** A word in any case that does not go on, and the blanks after it. */
const keywordFunction = `
  const peg$keywordExpected = peg$otherExpectation("keyword");
  function peg$keyword(word) {
    const end = peg$currPos + word.length;
    const found = input.slice(peg$currPos, end);
    const isFound = found === word || found.toLowerCase() === word;
    if (isFound && !/[\\w$\\u0080-\\uffff]/.test(input.charAt(end))) {
      peg$currPos = end;
      peg$silentFails++;
      peg$parse_();
      peg$silentFails--;
      return word;
    }
    if (peg$silentFails === 0) { peg$fail(peg$keywordExpected); }
    return peg$FAILED;
  }
`

const keywordRule = /^([A-Z0-9_]+) = "([a-z0-9_]+)"$/gm

/** Puts the shared function in place of the body of each keyword's. */
function shareKeywords(code, text) {
  const words = [...text.matchAll(keywordRule)].map(([, name, word]) => [name, word])
  const shared = words.reduce((sofar, [name, word]) => {
    const body = new RegExp(`\\n  function peg\\$parse${name}\\(\\) \\{\\n[^]*?\\n  \\}\\n`)
    if (!body.test(sofar)) throw new Error(`keyword ${name} is not in the parser`)
    return sofar.replace(
      body,
      () => `\n  function peg$parse${name}() { return peg$keyword("${word}"); }\n`,
    )
  }, code)
  return shared.replace('\n  function peg$parseStart() {', start => keywordFunction + start)
}

function compile(sources) {
  const code = peggy.generate(sources, { output: 'source', format: 'es', allowedStartRules })
  const keywords = sources.find(({ source }) => basename(source) === 'keywords.peggy')
  return keywords === undefined ? code : shareKeywords(code, keywords.text)
}

/** A plug-in for Vite and Vitest. */
export function peggyPlugin() {
  return {
    name: 'peggy',
    enforce: 'pre',
    transform(_, id) {
      const path = id.replace(/\?.*$/, '')
      if (!path.endsWith('.peggy')) return null
      const sources = sourcesBeside(path)
      for (const { source } of sources) this.addWatchFile(source)
      return { code: compile(sources), map: null }
    },
  }
}
