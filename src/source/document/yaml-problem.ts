import type { ErrorCode, YAMLError } from 'yaml'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { YamlProblem } from '../diagnostics/syntax-problems.ts'
import type { SourceRange, SourceText } from '../text/source-text.ts'
import { documentLimits } from './document-tree.ts'
import { openingBefore } from './yaml-opening.ts'

const problems: { readonly [Code in ErrorCode]?: YamlProblem } = {
  ALIAS_PROPS: 'anchor',
  BAD_ALIAS: 'anchor',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'escape',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'anchor',
  BAD_SCALAR_START: 'scalar-start',
  BLOCK_AS_IMPLICIT_KEY: 'key-in-value',
  BLOCK_IN_FLOW: 'block-in-flow',
  KEY_OVER_1024_CHARS: 'missing-colon',
  MISSING_CHAR: 'missing-colon',
  MULTILINE_IMPLICIT_KEY: 'multiline-key',
  MULTIPLE_ANCHORS: 'anchor',
  MULTIPLE_TAGS: 'tag',
  TAB_AS_INDENT: 'tab-indent',
  UNEXPECTED_TOKEN: 'unexpected',
}

// The parser uses one code for several errors, which only differ in their message.
const refinements: readonly (readonly [RegExp, YamlProblem])[] = [
  [/closing .quote/, 'open-quote'],
  [
    /must be sufficiently indented and end with|expected flow (map|sequence) to end with|end with a [\]}]/i,
    'open-bracket',
  ],
  [/Missing , /, 'missing-comma'],
  [/Missing space|separated from/, 'missing-space'],
]

function problemOf(error: YAMLError): YamlProblem {
  return refinements.find(([sentence]) => sentence.test(error.message))?.[1] ?? problems[error.code] ?? 'unreadable'
}

/** The parser adds an overindented line to the value before it; the line itself is the error. */
function strayLine(source: SourceText, start: number): SourceRange | undefined {
  const newline = source.text.indexOf('\n', start)
  const rest = source.text.slice(start, newline === -1 ? undefined : newline)
  if (/:(?:\s|$)/.test(rest)) return undefined
  const from = /^\s*-\s/.test(rest) ? start : start + rest.length
  const stray = /\S[^\r\n]*/g
  stray.lastIndex = from
  const found = stray.exec(source.text)
  return found === null ? undefined : { source, start: found.index, end: stray.lastIndex }
}

function followsKey(source: SourceText, start: number): boolean {
  const before = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start)
  return /[:-]\s+$/.test(before)
}

/** An error of the YAML parser, as our diagnostic. */
export function diagnosticOfYamlError(source: SourceText, error: YAMLError): Diagnostic {
  const start = Math.min(error.pos[0], source.text.length)
  const at = { source, start, end: Math.min(Math.max(error.pos[1], start), source.text.length) }
  if (error.code === 'MULTIPLE_DOCS') return { code: 'SRC-13', args: {}, at }
  if (error.code === 'RESOURCE_EXHAUSTION') return { code: 'SRC-15', args: { limit: documentLimits.depth }, at }
  if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'BAD_COLLECTION_TYPE') {
    return { code: 'SRC-14', args: { tag: source.text.slice(at.start, at.end) }, at }
  }
  const problem = problemOf(error)
  const inValue = problem === 'key-in-value' || (problem === 'multiline-key' && followsKey(source, start))
  const stray = inValue ? strayLine(source, start) : undefined
  if (stray !== undefined) return { code: 'SRC-9', args: { problem: 'indent' }, at: stray }
  const opening = problem === 'open-quote' || problem === 'open-bracket' ? openingBefore(source.text, start) : undefined
  return { code: 'SRC-9', args: { problem }, at: opening === undefined ? at : { source, ...opening } }
}
