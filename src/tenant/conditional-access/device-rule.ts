import { deviceOwnership, devicePropertyNamed } from '../../vocabulary/device-properties.ts'

/** How a device property is compared. */
export type DeviceOperator = 'eq' | 'startswith' | 'endswith' | 'contains' | 'in'

/** A rule over device properties. Property names and values are lower-cased; negated operators are a `not` around. */
export type DeviceRule =
  | { readonly kind: 'and' | 'or'; readonly left: DeviceRule; readonly right: DeviceRule }
  | { readonly kind: 'not'; readonly rule: DeviceRule }
  | {
      readonly kind: 'compare'
      readonly property: string
      readonly operator: DeviceOperator
      readonly negated: boolean
      readonly values: readonly string[]
    }

interface Token {
  readonly kind: 'word' | 'text' | 'operator' | 'mark'
  readonly value: string
}

const tokenPattern =
  /\s*(?:(?<open>[()[\],])|"(?<double>(?:[^"\\`]|\\.|`.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|-(?<operator>[A-Za-z]+)|(?<word>[^\s()[\],"']+))/y

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < end) {
    const groups = tokenPattern.exec(text)?.groups
    if (groups === undefined) return undefined
    const quoted = groups['double'] ?? groups['single']
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/[\\`](.)/g, '$1') })
    else if (groups['open'] !== undefined) tokens.push({ kind: 'mark', value: groups['open'] })
    else if (groups['operator'] !== undefined)
      tokens.push({ kind: 'operator', value: groups['operator'].toLowerCase() })
    else tokens.push({ kind: 'word', value: groups['word'] ?? '' })
  }
  return tokens
}

const operators: ReadonlyMap<string, readonly [DeviceOperator, boolean]> = new Map([
  ['eq', ['eq', false]],
  ['equals', ['eq', false]],
  ['ne', ['eq', true]],
  ['notequals', ['eq', true]],
  ['startswith', ['startswith', false]],
  ['notstartswith', ['startswith', true]],
  ['endswith', ['endswith', false]],
  ['notendswith', ['endswith', true]],
  ['contains', ['contains', false]],
  ['notcontains', ['contains', true]],
  ['in', ['in', false]],
  ['notin', ['in', true]],
])

interface Parser {
  readonly tokens: readonly Token[]
  at: number
}

function takes(parser: Parser, kind: Token['kind'], value: string): boolean {
  const token = parser.tokens[parser.at]
  if (token?.kind !== kind || token.value !== value) return false
  parser.at += 1
  return true
}

function parseChain(
  parser: Parser,
  kind: 'and' | 'or',
  operand: (parser: Parser) => DeviceRule | undefined,
): DeviceRule | undefined {
  let left = operand(parser)
  while (left !== undefined && takes(parser, 'operator', kind)) {
    const right = operand(parser)
    left = right && { kind, left, right }
  }
  return left
}

const parseOr = (parser: Parser): DeviceRule | undefined => parseChain(parser, 'or', parseAnd)
const parseAnd = (parser: Parser): DeviceRule | undefined => parseChain(parser, 'and', parseUnary)

function parseUnary(parser: Parser): DeviceRule | undefined {
  if (takes(parser, 'operator', 'not') || takes(parser, 'word', 'not')) {
    const rule = parseUnary(parser)
    return rule && { kind: 'not', rule }
  }
  if (!takes(parser, 'mark', '(')) return parseComparison(parser)
  const rule = parseOr(parser)
  return takes(parser, 'mark', ')') ? rule : undefined
}

function parseProperty(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (!lower.startsWith('device.')) return undefined
  const name = devicePropertyNamed(lower.slice('device.'.length))?.name
  return name === deviceOwnership.inSignals ? deviceOwnership.inFilters.toLowerCase() : name?.toLowerCase()
}

function parseComparison(parser: Parser): DeviceRule | undefined {
  const [subject, operation] = [parser.tokens[parser.at], parser.tokens[parser.at + 1]]
  const property = subject?.kind === 'word' ? parseProperty(subject.value) : undefined
  const known = operation?.kind === 'operator' ? operators.get(operation.value) : undefined
  if (property === undefined || known === undefined) return undefined
  parser.at += 2
  const [operator, negated] = known
  const values = operator === 'in' ? parseList(parser) : parseScalar(parser)
  return values && { kind: 'compare', property, operator, negated, values }
}

function parseScalar(parser: Parser): readonly string[] | undefined {
  const token = parser.tokens[parser.at]
  if (token?.kind !== 'text' && token?.kind !== 'word') return undefined
  parser.at += 1
  return [token.value.toLowerCase()]
}

function parseList(parser: Parser): readonly string[] | undefined {
  if (!takes(parser, 'mark', '[')) return undefined
  const values: string[] = []
  do {
    const value = parseScalar(parser)
    if (value === undefined) return undefined
    values.push(...value)
  } while (takes(parser, 'mark', ','))
  return takes(parser, 'mark', ']') ? values : undefined
}

/** The rule of a device filter; undefined if any part of it cannot be read. `-and` binds tighter than `-or`. */
export function parseDeviceRule(text: string): DeviceRule | undefined {
  const tokens = tokenize(text)
  if (tokens === undefined || tokens.length === 0) return undefined
  const parser: Parser = { tokens, at: 0 }
  const rule = parseOr(parser)
  return parser.at === tokens.length ? rule : undefined
}
