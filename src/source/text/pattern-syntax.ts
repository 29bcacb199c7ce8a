/** An unsupported part of a pattern. */
export interface OddPart {
  /** `unread`: supported by .NET but not by a linear-time engine. `foreign`: not supported by .NET. */
  readonly kind: 'unread' | 'foreign'
  readonly what: string
}

const unread = (what: string): OddPart => ({ kind: 'unread', what })
const foreign = (what: string): OddPart => ({ kind: 'foreign', what })

/** Unicode's general categories, which .NET and this engine name alike, unlike blocks and scripts. */
const categories = /^(?:L[ulmot]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/

type Rule = readonly [form: RegExp, part: (found: string) => OddPart | undefined]

const namedGroup = /\(\?(?:<[A-Za-z_]\w*>|:)/y
/** Classifies the part of a pattern at an offset; the first match wins. */
const outside: readonly Rule[] = [
  [/\(\?(?:[=!]|<[=!])/y, () => unread('look-around')],
  [/\(\?>/y, () => unread('an atomic group')],
  [/\(\?\(/y, () => unread('a conditional group')],
  [/\(\?#/y, () => unread('a comment')],
  [/\(\?'|\(\?<\w*-/y, () => unread('a group named in quotation marks or a balancing group')],
  [/\(\?P/y, () => foreign('`(?P`')],
  [/\(\?[a-zA-Z-]*[xn]/y, () => unread('the option `x` or `n`')],
  [/\(\?[a-zA-Z-]*U/y, () => foreign('the option `U`')],
  [/\{(?:\d+,)?(?:[1-9]\d{3,})/y, () => unread('a repeat count above 999')],
  [/[*+?}]\+/y, () => unread('a possessive quantifier')],
  [/\\(?:[1-9]|k[<'{])/y, () => unread('a back reference')],
  [/\\[GZ]/y, (found) => unread(`\`${found}\``)],
]
const escapes: readonly Rule[] = [
  [/\\p\{\^?([^}]*)\}/iy, (found) => category(found)],
  [/\\[pP]/y, (found) => foreign(`\`${found}\` without braces`)],
  [/\\(?:u[0-9a-fA-F]{4}|c[A-Za-z@[\\\]^_]|e|0[0-7]*)/y, (found) => unread(`\`${found}\``)],
  [/\\(?:x\{|[QEC])/y, (found) => foreign(`\`${found}\``)],
]
const inside: readonly Rule[] = [
  [/-\[/y, () => unread('a character class subtracted from another')],
  [/\[:/y, () => unread('`[:` within brackets')],
  [/\\b/y, () => unread('`\\b` within brackets')],
]

function category(found: string): OddPart | undefined {
  const name = /\{\^?([^}]*)\}/.exec(found)?.[1] ?? ''
  if (found.includes('{^')) return foreign(`\`${found}\``)
  if (categories.test(name)) return undefined
  return /^Is[A-Z]/.test(name) ? unread(`the Unicode block \`${name}\``) : foreign(`\`${found}\``)
}

function matchAt(form: RegExp, text: string, at: number): string | undefined {
  form.lastIndex = at
  return form.exec(text)?.[0]
}

interface Step {
  readonly next: number
  readonly odd?: OddPart | undefined
}

/** Advances by one escape sequence or one character. */
function stepFrom(text: string, at: number, rules: readonly Rule[]): Step {
  for (const [form, part] of rules) {
    const found = matchAt(form, text, at)
    if (found !== undefined) return { next: at + found.length, odd: part(found) }
  }
  return { next: at + (text[at] === '\\' ? 2 : 1) }
}

const inClass = [...inside, ...escapes]
const outOfClass = [...outside, ...escapes]

/** The end of the brackets that open at an offset, and the first unsupported part in them. */
function classFrom(text: string, open: number): Step {
  let at = open + (text[open + 1] === '^' ? 2 : 1)
  const first = at
  while (at < text.length && (text[at] !== ']' || at === first)) {
    const { next, odd } = stepFrom(text, at, inClass)
    if (odd !== undefined) return { next, odd }
    at = next
  }
  return { next: at + 1 }
}

/** The first part of a pattern that only one of .NET and this engine supports, or that they interpret differently. */
export function unsupportedPart(text: string): OddPart | undefined {
  for (let at = 0; at < text.length; ) {
    const plainGroup = matchAt(namedGroup, text, at)
    const step: Step =
      text[at] === '['
        ? classFrom(text, at)
        : plainGroup === undefined
          ? stepFrom(text, at, outOfClass)
          : { next: at + plainGroup.length }
    if (step.odd !== undefined) return step.odd
    at = step.next
  }
  return undefined
}

/** Whether a pattern uses word characters, digits or blanks, which match beyond ASCII in .NET. */
export const asksForKinds = (text: string): boolean => /\\[wWdDsSbB]/.test(text)
