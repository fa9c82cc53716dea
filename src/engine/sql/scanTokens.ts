/**
 * Text as tokens, without blanks and comments: enough to find the end of a statement, the token at
 * which a parser gave up, and how deep the text is nested.
 */
import type { Dialect } from '../contract/sql.ts'

export interface Token {
  kind: 'word' | 'number' | 'text' | 'name' | 'sign' | 'open'
  /** `open`: a text, name or comment that does not end. */
  from: number
  to: number
}

interface Lexicon {
  skipped: RegExp
  tokens: [Token['kind'], RegExp][]
}

const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?:[A-Za-z_][\w$]*)?/y

const mysql: Lexicon = {
  skipped: /(?:[\s\u00a0]+|--(?=\s|$)[^\n]*|#[^\n]*|\/\*.*?\*\/)+/sy,
  tokens: [
    ['text', /'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*"/sy],
    ['name', /`(?:[^`]|``)*`/y],
    ['open', /['"`].*|\/\*.*/sy],
    ['word', word],
    ['number', number],
    ['sign', /@@|<=>|<=|>=|<>|!=|\|\||&&|:=|<<|>>|./sy],
  ],
}

const postgresql: Lexicon = {
  skipped: /(?:[\s\u00a0]+|--[^\n]*)+/y,
  tokens: [
    ['text', /[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|\$([A-Za-z_]\w*)?\$.*?\$\1\$/sy],
    ['name', /"(?:[^"]|"")*"/y],
    ['open', /[eE]?'.*|".*|\$([A-Za-z_]\w*)?\$.*|\/\*.*/sy],
    ['word', word],
    ['number', number],
    ['sign', /::|:=|\.\.|(?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])+|\$\d+|./sy],
  ],
}

function matchAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}

/** PostgreSQL's comments can stand in each other. The end of one that begins here, or `from`. */
function endOfComment(text: string, from: number): number {
  if (!text.startsWith('/*', from)) return from
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text.startsWith('/*', at)) {
      depth++
      at++
    } else if (text.startsWith('*/', at)) {
      depth--
      at++
      if (depth === 0) return at + 1
    }
  }
  return from
}

function skip(text: string, from: number, dialect: Dialect): number {
  const isPostgresql = dialect === 'postgresql-16'
  let at = from
  for (let next = -1; next !== at; ) {
    if (next >= 0) at = next
    next = matchAt((isPostgresql ? postgresql : mysql).skipped, text, at)
    if (isPostgresql) next = endOfComment(text, next)
  }
  return at
}

/** `SELECT-1` has an operator `-`; a sign of several characters does not end in + or −. */
function shortened(text: string, from: number, to: number): number {
  let end = to
  const isLong = () => end > from + 1 && /[-+]/.test(text[end - 1]!)
  if (/[~!@#%^&|`?]/.test(text.slice(from, to))) return end
  while (isLong()) end--
  return end
}

function tokenAt(text: string, from: number, dialect: Dialect): Token {
  const isPostgresql = dialect === 'postgresql-16'
  const { tokens } = isPostgresql ? postgresql : mysql
  for (const [kind, pattern] of tokens) {
    const to = matchAt(pattern, text, from)
    if (to === from) continue
    const isSign = kind === 'sign' && isPostgresql
    return { kind, from, to: isSign ? shortened(text, from, to) : to }
  }
  return { kind: 'sign', from, to: from + 1 }
}

export function scanTokens(text: string, dialect: Dialect): Token[] {
  const tokens: Token[] = []
  for (let at = skip(text, 0, dialect); at < text.length; ) {
    const token = tokenAt(text, at, dialect)
    tokens.push(token)
    at = skip(text, token.to, dialect)
  }
  return tokens
}
