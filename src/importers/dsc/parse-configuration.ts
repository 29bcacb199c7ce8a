import type { SourceRange, SourceText } from '../../source/text/source-text.ts'
import { listAt, type Placed } from '../placed.ts'
import { type PowerShellToken, powerShellTokens } from './powershell-tokens.ts'

/** One resource of a configuration: its keys in lower case. */
export interface DscResource {
  readonly type: string
  readonly at: SourceRange
  readonly fields: ReadonlyMap<string, Placed>
  /** Keys whose values the shell computes. */
  readonly computed: readonly string[]
}

/** What a configuration holds, and the places of resources that a loop or a condition makes. */
export interface DscConfiguration {
  readonly resources: readonly DscResource[]
  readonly dataDriven: readonly SourceRange[]
}

/** Data next to a configuration, by which `$ConfigurationData` is resolved. */
export type ConfigurationData = readonly Placed[]

interface Scan {
  readonly source: SourceText
  readonly tokens: readonly PowerShellToken[]
  readonly data: ConfigurationData
  at: number
  computed: boolean
  depth: number
}

/** No resource nests its objects this deep. */
const deepest = 64

const current = (scan: Scan): PowerShellToken =>
  scan.tokens[scan.at] ?? { kind: 'end', text: '', start: scan.source.text.length, end: scan.source.text.length }
const isSign = (token: PowerShellToken | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text

function takeIf(scan: Scan, text: string): boolean {
  const found = isSign(current(scan), text)
  if (found) scan.at += 1
  return found
}

const placeOf = ({ source }: Scan, { start, end }: { readonly start: number; readonly end: number }) => ({
  at: (): SourceRange => ({ source, start, end }),
})

/** A part by a name in any case; of a list of one, of its item. */
function memberOf(part: Placed | undefined, name: string): Placed | undefined {
  const whole = part?.items?.length === 1 ? part.items[0] : part
  return [...(whole?.fields ?? [])].find(([key]) => key === name)?.[1]
}

/** The value that data next to the configuration gives a variable. */
function resolved({ data }: Scan, name: string): Placed | undefined {
  const [root, ...steps] = name.toLowerCase().split('.')
  if (root !== 'configurationdata' || steps.length === 0) return undefined
  for (const file of data) {
    const found = steps.reduce<Placed | undefined>(memberOf, file)
    if (found !== undefined) return found
  }
  return undefined
}

const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

function takeVariable(scan: Scan, token: PowerShellToken): Placed {
  const place = placeOf(scan, token)
  const name = token.text.toLowerCase()
  if (Object.hasOwn(constants, name)) return { ...place, value: constants[name] }
  const found = resolved(scan, name)
  if (found === undefined) scan.computed = true
  return found === undefined ? { ...place, value: null } : { ...found, ...place }
}

function takeList(scan: Scan, start: number): Placed {
  const items: Placed[] = []
  while (current(scan).kind !== 'end' && !takeIf(scan, ')'))
    if (!takeIf(scan, ',') && !takeIf(scan, ';')) items.push(takeValue(scan))
  return listAt(items, placeOf(scan, { start, end: scan.tokens[scan.at - 1]?.end ?? start }))
}

/** `{ Key = value ... }` after its opening brace. */
function takeFields(scan: Scan): ReadonlyMap<string, Placed> {
  const fields = new Map<string, Placed>()
  while (current(scan).kind !== 'end' && !takeIf(scan, '}')) {
    if (takeIf(scan, ';')) continue
    const key = current(scan)
    scan.at += 1
    if (!takeIf(scan, '=')) {
      scan.computed = true
      continue
    }
    fields.set(key.text.toLowerCase(), takeValue(scan))
  }
  return fields
}

function takeValue(scan: Scan): Placed {
  const token = current(scan)
  scan.at += 1
  scan.depth += 1
  const value = scan.depth > deepest ? computedAt(scan, token) : valueAt(scan, token)
  scan.depth -= 1
  return value
}

function computedAt(scan: Scan, token: PowerShellToken): Placed {
  scan.computed = true
  return { ...placeOf(scan, token), value: null }
}

function valueAt(scan: Scan, token: PowerShellToken): Placed {
  if (token.kind === 'text') return { ...placeOf(scan, token), value: token.text }
  if (token.kind === 'variable') return takeVariable(scan, token)
  if (isSign(token, '@(')) return takeList(scan, token.start)
  if (isSign(token, '@{') || (token.kind === 'word' && takeIf(scan, '{'))) {
    const fields = takeFields(scan)
    return { ...placeOf(scan, { start: token.start, end: scan.tokens[scan.at - 1]?.end ?? token.end }), fields }
  }
  if (token.kind === 'word' && /^\d+$/.test(token.text)) return { ...placeOf(scan, token), value: Number(token.text) }
  if (token.kind === 'word') return { ...placeOf(scan, token), value: token.text }
  return computedAt(scan, token)
}

const isResourceType = (text: string): boolean =>
  /^(?:AAD|EXO|Teams|O365|SPO|SC|Intune|OD|PP|Planner|Azure|Defender|Fabric|Sentinel|Commerce|ADO)[A-Z]\w+$/.test(text)

/** Where the braces that open here close. */
function closing(tokens: readonly PowerShellToken[], open: number): number {
  let depth = 0
  for (let index = open; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (isSign(token, '{') || isSign(token, '@{')) depth += 1
    if (isSign(token, '}')) depth -= 1
    if (depth === 0) return index
  }
  return tokens.length
}

/** The brace of a resource that begins here: after its type and its title, in quotes or not. */
function braceOf(tokens: readonly PowerShellToken[], index: number): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'word' || !isResourceType(token.text)) return undefined
  for (let next = index + 1; next < index + 8; next += 1) {
    if (isSign(tokens[next], '{')) return next > index + 1 ? next : undefined
    if (tokens[next]?.kind === 'sign' || tokens[next]?.kind === 'end') return undefined
  }
  return undefined
}

const control = /^(?:foreach|for|while|if|elseif|else|switch|foreach-object|where-object)$/i

/** Skips the body of a loop or a condition, and notes its place if it contains resources. */
function passControl(scan: Scan, dataDriven: SourceRange[]): void {
  const { tokens } = scan
  const start = current(scan)
  let open = scan.at
  while (open < tokens.length && !isSign(tokens[open], '{')) open += 1
  const end = closing(tokens, open)
  const holds = tokens.some((_, index) => index > open && index < end && braceOf(tokens, index) !== undefined)
  if (holds) dataDriven.push({ source: scan.source, start: start.start, end: start.end })
  scan.at = end + 1
}

function takeResource(scan: Scan, brace: number): DscResource {
  const head = current(scan)
  scan.at = brace + 1
  const fields = new Map<string, Placed>()
  const computed: string[] = []
  while (current(scan).kind !== 'end' && !takeIf(scan, '}')) {
    if (takeIf(scan, ';')) continue
    const key = current(scan).text.toLowerCase()
    scan.at += 1
    scan.computed = false
    if (!takeIf(scan, '=')) {
      computed.push(key)
      continue
    }
    fields.set(key, takeValue(scan))
    if (scan.computed) computed.push(key)
  }
  const end = scan.tokens[scan.at - 1]?.end ?? head.end
  return { type: head.text, at: { source: scan.source, start: head.start, end }, fields, computed }
}

/** Reads the resources of a configuration whose values are written in it or in the data next to it. */
export function parseConfiguration(source: SourceText, data: ConfigurationData): DscConfiguration {
  const scan: Scan = { source, tokens: powerShellTokens(source.text), data, at: 0, computed: false, depth: 0 }
  const resources: DscResource[] = []
  const dataDriven: SourceRange[] = []
  while (current(scan).kind !== 'end') {
    const brace = braceOf(scan.tokens, scan.at)
    if (brace !== undefined) resources.push(takeResource(scan, brace))
    else if (current(scan).kind === 'word' && control.test(current(scan).text)) passControl(scan, dataDriven)
    else scan.at += 1
  }
  return { resources, dataDriven }
}

/** The data of a `.psd1` file. */
export function parseData(source: SourceText): Placed {
  return takeValue({ source, tokens: powerShellTokens(source.text), data: [], at: 0, computed: false, depth: 0 })
}
