import { resolve } from 'node:path'
import type { PageFeature, PageScenario, PageTests } from '../report/pages/page-data.ts'
import { shellWord } from '../source/text/shell-word.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'
import type { Environment } from './environment.ts'
import { usageProblem } from './usage.ts'

/** A run as `authplan test --format json` wrote it. */
export interface RecordedTests {
  readonly features: readonly Mapping[]
}

const listOf = (value: unknown): readonly Mapping[] => (Array.isArray(value) ? value.filter(isMapping) : [])

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reads a recorded run. */
export function readTests({ reader }: Pick<Environment, 'reader'>, file: string): RecordedTests {
  const help = `write it with \`authplan test --format ${shellWord(`json:${file}`)}\``
  const read = reader.read(file)
  if (!read.ok) throw usageProblem(`cannot read \`${file}\``, help)
  const run = parsed(read.value.text)
  if (!isMapping(run) || !Array.isArray(run['features'])) throw usageProblem(`\`${file}\` is not a test run`, help)
  return { features: listOf(run['features']) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A tenant file as it is now. */
export interface CurrentFile {
  readonly cwd: string
  readonly file: string
  readonly sha256: string
}

type Standing = 'own' | 'older' | 'others' | 'stopped' | 'unrecorded'

/** What a scenario ran on, seen from one file: only what ran on this very content says something about it. */
function standingOf(scenario: Mapping, { cwd, file, sha256 }: CurrentFile): Standing {
  if (!Array.isArray(scenario['tenants'])) return 'unrecorded'
  const tenants = listOf(scenario['tenants'])
  const own = tenants.filter((tenant) => resolve(cwd, textOf(tenant['file'])) === resolve(cwd, file))
  if (own.some((tenant) => tenant['sha256'] === sha256)) return 'own'
  if (own.length > 0) return 'older'
  return tenants.length === 0 && scenario['status'] !== 'passed' ? 'stopped' : 'others'
}

/** What a recorded run says about a file as it is now, and how many of its scenarios say nothing about it. */
export function testsAbout(run: RecordedTests, current: CurrentFile): PageTests {
  const counts: Record<Standing, number> = { own: 0, older: 0, others: 0, stopped: 0, unrecorded: 0 }
  const features: PageFeature[] = []
  for (const feature of run.features) {
    const scenarios = listOf(feature['scenarios']).filter((scenario) => {
      const standing = standingOf(scenario, current)
      counts[standing] += 1
      return standing === 'own'
    })
    if (scenarios.length === 0) continue
    features.push({
      uri: textOf(feature['uri']),
      name: textOf(feature['name']),
      scenarios: scenarios.map((scenario) => pageScenario(scenario, current)),
    })
  }
  const { older, others, stopped, unrecorded } = counts
  return { features, older, others, stopped, unrecorded }
}

function pageScenario(scenario: Mapping, { cwd, file }: CurrentFile): PageScenario {
  const message = messageOf(scenario)
  const changed = listOf(scenario['tenants']).some(
    (tenant) => tenant['changed'] === true && resolve(cwd, textOf(tenant['file'])) === resolve(cwd, file),
  )
  return {
    name: textOf(scenario['name']),
    line: Number(scenario['line']),
    status: scenario['status'] === 'passed' ? 'passed' : 'failed',
    ...(changed ? { changed } : {}),
    ...(message === '' ? {} : { message }),
    ...detailsOf(scenario),
  }
}

/** The most sign-ins of a scenario that a page links to. */
const mostSignIns = 6

/** Tags, steps and sign-ins, as far as the run recorded them. */
function detailsOf(scenario: Mapping): Pick<PageScenario, 'tags' | 'steps' | 'signIns'> {
  const tags = Array.isArray(scenario['tags']) ? scenario['tags'].map(textOf) : []
  const steps = listOf(scenario['steps']).map(({ keyword, text, status }) => ({
    keyword: textOf(keyword),
    text: textOf(text),
    status: textOf(status),
  }))
  const signIns = listOf(scenario['signIns'])
    .slice(0, mostSignIns)
    .map(({ user, client, purpose, network }) => ({
      user: textOf(user),
      client: textOf(client),
      purpose: textOf(purpose),
      network: textOf(network),
    }))
  return {
    ...(tags.length === 0 ? {} : { tags }),
    ...(steps.length === 0 ? {} : { steps }),
    ...(signIns.length === 0 ? {} : { signIns }),
  }
}

function messageOf(scenario: Mapping): string {
  return [scenario, ...listOf(scenario['steps'])].map((part) => textOf(part['message'])).find((one) => one !== '') ?? ''
}
