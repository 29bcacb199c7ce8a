import { type HclScope, type HclValue, openValue, plainHcl } from './hcl-value.ts'

/** No expression of a tenant nests this deep. */
const deepest = 32
/** The largest size of a list or a text. */
const most = { items: 10_000, characters: 10_000 } as const

const token =
  /\s*("(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?|[A-Za-z_][\w-]*|==|!=|&&|\|\||>=|<=|\.\.\.|=>|\[\*\]|\.\*|[\s\S])/gy

interface Read {
  readonly value: HclValue
  /** The number of the token after it. */
  readonly next: number
}

interface Reading {
  readonly tokens: readonly string[]
  readonly scope: HclScope
}

/** Evaluates `concat`, `toset` and `tolist`; other functions are not supported. */
function called(name: string, given: readonly HclValue[]): HclValue {
  const open = given.find(({ kind }) => kind === 'open')
  if (open !== undefined) return open
  const lists = given.flatMap((one) => (one.kind === 'list' ? [one.items] : []))
  const readable = name === 'concat' || ((name === 'toset' || name === 'tolist') && given.length === 1)
  const items = lists.flat()
  return readable && lists.length === given.length && items.length <= most.items
    ? { kind: 'list', items }
    : openValue('computed')
}

function compared(one: HclValue, other: HclValue, same: boolean): HclValue {
  if (one.kind === 'open') return one
  if (other.kind === 'open') return other
  return one.kind === 'plain' && other.kind === 'plain' && typeof one.value === typeof other.value
    ? plainHcl((one.value === other.value) === same)
    : openValue('computed')
}

/** Expressions between brackets, with commas between them. */
function listed(
  reading: Reading,
  at: number,
  end: string,
  depth: number,
): (Omit<Read, 'value'> & { readonly items: readonly HclValue[] }) | undefined {
  const items: HclValue[] = []
  let next = at
  while (reading.tokens[next] !== end) {
    const item = conditional(reading, next, depth + 1)
    if (item === undefined) return undefined
    items.push(item.value)
    next = item.next
    if (reading.tokens[next] === ',') next += 1
    else if (reading.tokens[next] !== end) return undefined
  }
  return { items, next: next + 1 }
}

/** A name with its attributes and indexes. */
function traversal({ tokens, scope }: Reading, at: number): Read | undefined {
  const steps: [string, ...string[]] = [tokens[at] ?? '']
  let next = at + 1
  for (;;) {
    const [mark, step = '', end] = tokens.slice(next, next + 3)
    if (mark === '.' && /^\w/.test(step)) next += 2
    else if (mark === '[' && /^(?:"[^"\\$]*"|\d+)$/.test(step) && end === ']') next += 3
    else if (mark === '.' || mark === '[' || mark === '.*' || mark === '[*]') return undefined
    else return { value: scope(steps), next }
    steps.push(step.replace(/^"|"$/g, ''))
  }
}

/** A text in quotes with no expression in it, and with those escapes that JSON has too. */
function textAt(token: string): HclValue {
  if (/[$%]\{/.test(token) || !/^"(?:[^"\\\p{Cc}]|\\["\\nrt])*"$/u.test(token)) return openValue('computed')
  return plainHcl(String(JSON.parse(token)))
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function single(reading: Reading, at: number, depth: number): Read | undefined {
  const first = reading.tokens[at] ?? ''
  if (first.startsWith('"')) return { value: textAt(first), next: at + 1 }
  if (/^-?\d/.test(first)) return { value: plainHcl(Number(first)), next: at + 1 }
  if (first === '[') {
    const list = listed(reading, at + 1, ']', depth)
    return list === undefined ? undefined : { value: { kind: 'list', items: list.items }, next: list.next }
  }
  if (first === '(') {
    const inner = conditional(reading, at + 1, depth + 1)
    return inner === undefined || reading.tokens[inner.next] !== ')' ? undefined : { ...inner, next: inner.next + 1 }
  }
  if (!/^[A-Za-z_]/.test(first)) return undefined
  const word = words.get(first)
  if (word !== undefined) return { value: plainHcl(word), next: at + 1 }
  if (reading.tokens[at + 1] !== '(') return traversal(reading, at)
  const given = listed(reading, at + 2, ')', depth)
  return given === undefined ? undefined : { value: called(first, given.items), next: given.next }
}

function comparison(reading: Reading, at: number, depth: number): Read | undefined {
  const one = single(reading, at, depth)
  const sign = one === undefined ? undefined : reading.tokens[one.next]
  if (one === undefined || (sign !== '==' && sign !== '!=')) return one
  const other = single(reading, one.next + 1, depth)
  return other && { value: compared(one.value, other.value, sign === '=='), next: other.next }
}

function conditional(reading: Reading, at: number, depth: number): Read | undefined {
  if (depth > deepest) return undefined
  const condition = comparison(reading, at, depth)
  if (condition === undefined || reading.tokens[condition.next] !== '?') return condition
  const one = conditional(reading, condition.next + 1, depth + 1)
  if (one === undefined || reading.tokens[one.next] !== ':') return undefined
  const other = conditional(reading, one.next + 1, depth + 1)
  if (other === undefined) return undefined
  const { value } = condition
  const chosen =
    value.kind === 'open'
      ? value
      : value.kind === 'plain' && typeof value.value === 'boolean'
        ? (value.value ? one : other).value
        : openValue('computed')
  return { value: chosen, next: other.next }
}

/** The value of an expression; open unless it needs nothing but names, literals, comparisons and lists. */
export function hclExpression(text: string, scope: HclScope): HclValue {
  const tokens = [...text.trim().matchAll(token)].map(({ 1: found = '' }) => found)
  const read = conditional({ tokens, scope }, 0, 0)
  return read !== undefined && read.next === tokens.length ? read.value : openValue('computed')
}

/** Where the expression that begins at a place of a template ends: at its `}`. */
function endOf(text: string, start: number): number | undefined {
  let open = 0
  const part = /"(?:\\.|[^"\\])*"|[{}]/g
  part.lastIndex = start
  for (let found = part.exec(text); found !== null; found = part.exec(text)) {
    if (found[0] === '{') open += 1
    else if (found[0] === '}') {
      if (open === 0) return found.index
      open -= 1
    }
  }
  return undefined
}

/** The parts of a template: texts as they are, and expressions. */
function partsOf(text: string): readonly { readonly text: string; readonly isExpression: boolean }[] | undefined {
  const parts: { readonly text: string; readonly isExpression: boolean }[] = []
  let at = 0
  let literal = ''
  while (at < text.length) {
    const rest = text.slice(at, at + 3)
    if (rest === '$${' || rest === '%%{') {
      literal += rest.slice(1)
      at += 3
    } else if (rest.startsWith('%{')) return undefined
    else if (rest.startsWith('${')) {
      const end = endOf(text, at + 2)
      if (end === undefined) return undefined
      if (literal !== '') parts.push({ text: literal, isExpression: false })
      parts.push({ text: text.slice(at + 2, end), isExpression: true })
      literal = ''
      at = end + 1
    } else {
      literal += text[at]
      at += 1
    }
  }
  return literal === '' && parts.length > 0 ? parts : [...parts, { text: literal, isExpression: false }]
}

/** The value of a text of a configuration, which may have expressions in it. */
export function hclText(text: string, scope: HclScope): HclValue {
  if (!/[$%]\{/.test(text)) return plainHcl(text)
  const parts = partsOf(text)
  if (parts === undefined) return openValue('computed')
  const values = parts.map((part) => (part.isExpression ? hclExpression(part.text, scope) : plainHcl(part.text)))
  const [only] = values
  if (only !== undefined && values.length === 1) return only
  const open = values.find(({ kind }) => kind === 'open')
  if (open !== undefined) return open
  const texts = values.flatMap((one) => (one.kind === 'plain' && one.value !== null ? [String(one.value)] : []))
  const joined = texts.join('')
  return texts.length === values.length && joined.length <= most.characters ? plainHcl(joined) : openValue('computed')
}
