/** One token of a PowerShell text that holds data. */
export interface PowerShellToken {
  readonly kind: 'word' | 'text' | 'computed-text' | 'variable' | 'sign' | 'end'
  /** A text without quotes and escapes; a variable without its dollar. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const skipped = /(?:\s|`\r?\n|<#[\s\S]*?#>|#[^\r\n]*)+/y
const single = /'((?:[^']|'')*)'/y
const double = /"((?:[^"`]|`[\s\S]|"")*)"/y
const variable = /\$(?:\{[^}]*\}|[A-Za-z_][\w:]*(?:\.[A-Za-z_]\w*(?:\(\))?)*)/y
const word = /[A-Za-z0-9_][\w.\-:/\\]*/y
const sign = /@\(|@\{|[{}()[\]=;,]/y

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' }

function unescaped(raw: string): string {
  return raw.replace(/""|`([\s\S])/g, (_found, escaped?: string) =>
    escaped === undefined ? '"' : (escapes[escaped] ?? escaped),
  )
}

/** Whether a text in double quotes holds a variable or an expression, which only the shell can evaluate. */
const isComputed = (raw: string): boolean => /(?:^|[^`])\$[({A-Za-z_]/.test(raw)

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function tokenAt(text: string, start: number): PowerShellToken {
  const token = (kind: PowerShellToken['kind'], value: string, length: number): PowerShellToken => ({
    kind,
    text: value,
    start,
    end: start + length,
  })
  const literal = matchAt(single, text, start)
  if (literal !== null) return token('text', (literal[1] ?? '').replaceAll("''", "'"), literal[0].length)
  const quoted = matchAt(double, text, start)
  if (quoted !== null) {
    const raw = quoted[1] ?? ''
    return token(isComputed(raw) ? 'computed-text' : 'text', unescaped(raw), quoted[0].length)
  }
  const named = matchAt(variable, text, start)
  if (named !== null) return token('variable', named[0].slice(1), named[0].length)
  const mark = matchAt(sign, text, start)
  if (mark !== null) return token('sign', mark[0], mark[0].length)
  const plain = matchAt(word, text, start)
  return plain === null ? token('sign', text.charAt(start), 1) : token('word', plain[0], plain[0].length)
}

/** A text as tokens; comments and blanks are left out. */
export function powerShellTokens(text: string): readonly PowerShellToken[] {
  const tokens: PowerShellToken[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const blank = matchAt(skipped, text, at)
    if (blank !== null) {
      at += blank[0].length
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { kind: 'end', text: '', start: text.length, end: text.length }]
}
