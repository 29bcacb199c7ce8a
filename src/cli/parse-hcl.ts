import { createRequire } from 'node:module'
import { type HclFiles, type HclMistake, isHcl, type ParsedHcl } from '../importers/terraform/hcl-files.ts'
import { locatePackage } from '../source/files/locate-package.ts'
import type { SourceText } from '../source/text/source-text.ts'

/** The package that parses Terraform configurations; nothing else of the product needs it. */
const parserPackage = '@cdktf/hcl2json'

/** How deep brackets may stand in each other; the parser would exhaust its stack. */
const deepest = 64

function tooDeep(text: string): HclMistake | undefined {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[{(\]})]/g)) {
    depth += '[{('.includes(bracket) ? 1 : -1
    if (depth <= deepest) continue
    const before = text.slice(0, index).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason: `more than ${deepest} levels` }
  }
  return undefined
}

/** The first mistake that the parser names: `[main.tf:2,6-3,1: Invalid expression; ...]`. */
function mistakeOf(problem: unknown): HclMistake {
  const said = problem instanceof Error ? problem.message : ''
  const [, line, column, reason] = /:(\d+),(\d+)-[\d,]+: ([^;\]]+)/.exec(said) ?? []
  return { line: Number(line ?? 1), column: Number(column ?? 1), reason: reason ?? 'the parser failed' }
}

type Parse = typeof import('@cdktf/hcl2json')['parse']

async function parsed(parse: Parse, { text }: SourceText): Promise<ParsedHcl> {
  const deep = tooDeep(text)
  if (deep !== undefined) return { ok: false, mistake: deep }
  try {
    return { ok: true, value: await parse('x.tf', text) }
  } catch (problem) {
    return { ok: false, mistake: mistakeOf(problem) }
  }
}

/** Parses the files of Terraform configurations; none where the parser is not installed. */
export async function parseHcl(sources: readonly SourceText[]): Promise<HclFiles> {
  const own = sources.filter(isHcl)
  const entry = own.length === 0 ? undefined : locatePackage(parserPackage)
  if (entry === undefined) return new Map()
  // loaded by path only for such files; the path is what the type import names
  const { parse } = createRequire(import.meta.url)(entry) as typeof import('@cdktf/hcl2json')
  const files = new Map<string, ParsedHcl>()
  for (const source of own) files.set(source.name, await parsed(parse, source))
  return files
}
