import type { CompletionItem, Position, Range } from 'vscode-languageserver'
import { linkOf } from '../editor/choices.ts'
import { spokenName } from '../gherkin/authoring/spoken-name.ts'
import { clientNamed, networkNamed, policyNamed, userNamed } from '../gherkin/scenario/find-names.ts'
import {
  credentialNames,
  purposeNames,
  secondFactorNames,
  verdictNames,
  verifierNames,
} from '../gherkin/scenario/names.ts'
import type { StepDefinition } from '../gherkin/steps/definition.ts'
import { parameterType } from '../gherkin/steps/parameter-types.ts'
import { vocabulary } from '../gherkin/steps/vocabulary.ts'
import { allRules } from '../rules/index.ts'
import { quotedName } from '../source/text/quoted-name.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { tenantAbove } from './feature-tenant.ts'
import { lineAt } from './places.ts'
import type { Workspace } from './workspace.ts'

// LSP numbers for completion item kinds.
const [sentence, value, reference, rule] = [15, 12, 18, 14] as const
const snippet = 2

const mostNames = 50

/** The values of a parameter that only the tenant defines. */
function declaredWords(type: string, tenant: Tenant): readonly string[] {
  switch (type) {
    case 'user':
      return [...tenant.users.values()]
        .slice(0, mostNames)
        .map(({ userPrincipalName, displayName }) => spokenName(tenant, userNamed, userPrincipalName, displayName))
    case 'client':
      return [...tenant.clients.values()]
        .slice(0, mostNames)
        .map(({ name, displayName }) => spokenName(tenant, clientNamed, name, displayName))
    case 'network':
      return [...tenant.networks.values()].map(({ name }) => spokenName(tenant, networkNamed, name))
    case 'policy':
      return tenant.conditionalAccess.policies.map(({ name, displayName }) =>
        quotedName(reads(() => policyNamed(tenant, quotedName(displayName))) === name ? displayName : name),
      )
    default:
      return []
  }
}

/** The values of a parameter: those that the tenant declares, or those of the vocabulary. */
export function wordsFor(type: string, tenant: Tenant | undefined): readonly string[] {
  switch (type) {
    case 'purpose':
      return [...purposeNames.keys()]
    case 'credential':
      return [...credentialNames.keys()].map((name) => `the ${name}`)
    case 'verifier':
      return [...verifierNames.keys()]
    case 'second factor':
      return [...secondFactorNames.keys()]
    case 'verdict':
      return [...verdictNames.keys()]
    case 'rule':
      return allRules.map(({ id }) => id)
    default:
      return tenant === undefined ? [] : declaredWords(type, tenant)
  }
}

function reads<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const escaped = (text: string): string => text.replace(/[\\$},|]/g, '\\$&')

/** A step with its parameters filled from the tenant: the first value, with the others as choices. */
function filled({ pattern, example, block }: StepDefinition, tenant: Tenant | undefined, snippets: boolean): string {
  let index = 0
  const line = pattern.replace(/\{([^}]*)\}/g, (_, type: string) => {
    index += 1
    const words = wordsFor(type, tenant)
    const sample = parameterType(type)?.example ?? (type === 'string' ? '""' : '1')
    const [first = sample] = words
    if (!snippets) return first
    const choices = words.length > 1 ? `|${words.slice(0, 12).map(escaped).join(',')}|` : `:${escaped(first)}`
    return `\${${index}${choices}}`
  })
  if (block === undefined) return line
  const below = example
    .split('\n')
    .slice(1)
    .map((one) => `\n    ${one.trim()}`)
  return line + (snippets ? below.map(escaped) : below).join('')
}

const step = /^(\s*(?:Given|When|Then|And|But|\*) )(.*)$/

/** Completions at a position in a feature. */
export function completeFeature(
  workspace: Workspace,
  name: string,
  text: string,
  { line, character }: Position,
  options: { readonly snippets: boolean },
): readonly CompletionItem[] {
  const written = lineAt(text, line)
  const before = written.slice(0, character)
  const rangeFrom = (start: number, end = character) => ({
    start: { line, character: start },
    end: { line, character: end },
  })
  const architecture = /\btenant architecture "([^"]*)$/.exec(before)
  if (architecture !== null) return tenantItems(workspace, rangeFrom(character - (architecture[1] ?? '').length))
  const tenant = tenantAbove(workspace, name, text, line)
  const cell = cellAt(text, line, character)
  if (cell !== undefined) return cellItems(cell.heading, tenant, rangeFrom(cell.start))
  const ruleWord = /\brule (\S*)$/i.exec(before)
  if (ruleWord !== null) return ruleItems(rangeFrom(character - (ruleWord[1] ?? '').length))
  const [, head, typed] = step.exec(before) ?? []
  if (head === undefined || typed === undefined)
    return keywordItems(before, rangeFrom(before.length - before.trimStart().length))
  const range = rangeFrom(head.length, written.trimEnd().length < character ? character : written.trimEnd().length)
  return stepItems(head.trim(), range, tenant, options.snippets)
}

function stepItems(
  keyword: string,
  range: Range,
  tenant: Tenant | undefined,
  snippets: boolean,
): readonly CompletionItem[] {
  const fits = (one: StepDefinition): boolean => !['Given', 'When', 'Then'].includes(keyword) || one.keyword === keyword
  return vocabulary.flatMap(({ heading, steps }) =>
    steps
      .filter((one) => fits(one) && !one.says.startsWith('deprecated'))
      .map((one): CompletionItem => {
        const plain = filled(one, tenant, false).split('\n')[0] ?? ''
        return {
          label: plain,
          kind: sentence,
          detail: heading,
          documentation: { kind: 'markdown', value: `${one.says}\n\n\`\`\`gherkin\n${one.example}\n\`\`\`` },
          filterText: plain,
          textEdit: { range, newText: filled(one, tenant, snippets) },
          ...(snippets ? { insertTextFormat: snippet } : {}),
        }
      }),
  )
}

function tenantItems(workspace: Workspace, range: Range): readonly CompletionItem[] {
  return workspace.files().documents.map((file): CompletionItem => {
    const label = file.startsWith('scenarios/') ? file.slice('scenarios/'.length).replace(/\.ya?ml$/, '') : file
    return { label, kind: 17, detail: file, textEdit: { range, newText: label } }
  })
}

const ruleItems = (range: Range): readonly CompletionItem[] =>
  allRules.map(({ id, statement, citation }) => ({
    label: id,
    kind: rule,
    detail: statement,
    documentation: { kind: 'markdown', value: linkOf(citation) },
    textEdit: { range, newText: id },
  }))

const keywords = [
  'Given ',
  'When ',
  'Then ',
  'And ',
  'But ',
  'Background:',
  'Scenario: ',
  'Scenario Outline: ',
  'Examples:',
  'Rule: ',
  'Feature: ',
]

function keywordItems(before: string, range: Range): readonly CompletionItem[] {
  if (!/^\s*[A-Za-z]*$/.test(before)) return []
  return keywords.map((label) => ({ label: label.trim(), kind: rule, textEdit: { range, newText: label } }))
}

/** The table cell at a position, with the heading of its column. */
function cellAt(
  text: string,
  line: number,
  character: number,
): { readonly heading: string; readonly start: number } | undefined {
  const before = lineAt(text, line).slice(0, character)
  if (!/^\s*\|/.test(before)) return undefined
  let top = line
  while (top > 0 && /^\s*\|/.test(lineAt(text, top - 1))) top -= 1
  if (top === line) return undefined
  const column = before.split('|').length - 1
  const heading = lineAt(text, top).split('|')[column]?.trim()
  const opening = before.lastIndexOf('|') + 1
  const blank = /^ */.exec(before.slice(opening))?.[0].length ?? 0
  return heading === undefined ? undefined : { heading, start: opening + blank }
}

const cellItems = (heading: string, tenant: Tenant | undefined, range: Range): readonly CompletionItem[] =>
  wordsFor(heading, tenant).map((label) => ({
    label,
    kind: heading === 'user' || heading === 'client' || heading === 'network' ? reference : value,
    textEdit: { range, newText: label.replace(/^the (?=.)/, '') },
  }))
