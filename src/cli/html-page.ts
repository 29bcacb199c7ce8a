import { populationOf } from '../analysis/population.ts'
import { renderHtml } from '../report/html.ts'
import type { PageData, PageFeature } from '../report/page-data.ts'
import { shellWord } from '../source/shell-word.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Environment } from './environment.ts'
import { productVersion } from './product-version.ts'
import { recordingReader } from './recording-reader.ts'
import { usageProblem } from './usage.ts'

/** What a page can be given beside its tenant file. */
export interface PageOptions {
  readonly asOf?: number
  readonly tests?: readonly PageFeature[]
  readonly reloadFrom?: string
}

/** A page, and every file that went into it. */
export interface MadePage {
  readonly html: string
  readonly files: readonly string[]
}

/** The HTML report of a tenant file; one that cannot be read is a page that says so. */
export async function htmlPage(
  { reader }: Pick<Environment, 'reader'>,
  file: string,
  options: PageOptions = {},
): Promise<MadePage> {
  const recorder = recordingReader(reader)
  const loaded = loadTenant(file, recorder.reader)
  const tenant = loaded.ok ? loaded.value : undefined
  if (tenant?.population !== undefined) populationOf(tenant, recorder.reader)
  const files = recorder.files()
  const name = Object.keys(files)[0] ?? file
  const data: PageData = {
    formatVersion: 1,
    file: name,
    files,
    product: productVersion(),
    ...(options.asOf === undefined ? {} : { at: options.asOf }),
    ...(options.tests === undefined ? {} : { tests: options.tests }),
    ...(options.reloadFrom === undefined ? {} : { reloadFrom: options.reloadFrom }),
  }
  const bundle = await import('../page/generated/page-bundle.js')
  return { html: renderHtml({ title: tenant?.name ?? name, bundle, data }), files: Object.keys(files) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The scenarios of a run, from what `authplan test --format json` wrote. */
export async function readTests(
  { reader }: Pick<Environment, 'reader'>,
  file: string,
): Promise<readonly PageFeature[]> {
  const help = `write it with \`authplan test --format ${shellWord(`json:${file}`)}\``
  const read = reader.read(file)
  if (!read.ok) throw usageProblem(`cannot read \`${file}\``, help)
  const run = parsed(read.value.text)
  if (!isRecord(run) || !Array.isArray(run['features'])) throw usageProblem(`\`${file}\` is no test run`, help)
  return listOf(run['features']).map((feature) => ({
    uri: textOf(feature['uri']),
    name: textOf(feature['name']),
    scenarios: listOf(feature['scenarios']).map((scenario) => {
      const message = messageOf(scenario)
      return {
        name: textOf(scenario['name']),
        line: Number(scenario['line']),
        status: scenario['status'] === 'passed' ? 'passed' : 'failed',
        ...(message === '' ? {} : { message }),
      }
    }),
  }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function messageOf(scenario: Readonly<Record<string, unknown>>): string {
  return [scenario, ...listOf(scenario['steps'])].map((part) => textOf(part['message'])).find((one) => one !== '') ?? ''
}
