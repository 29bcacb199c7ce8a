import { renderHtml } from '../report/pages/html.ts'
import type { PageData, PagePlan } from '../report/pages/page-data.ts'
import type { PageReplay } from '../report/pages/page-replay.ts'
import { contentHash, digestOf } from '../source/files/content-hash.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Environment } from './environment.ts'
import { packedFiles, readFilesOfPeople } from './packed-files.ts'
import { productVersion } from './product-version.ts'
import { type RecordedTests, testsAbout } from './recorded-tests.ts'
import { recordingReader } from './recording-reader.ts'

/** What a page can be given in addition to its tenant file. */
export interface PageOptions {
  readonly asOf?: number
  readonly tests?: RecordedTests
  readonly replay?: PageReplay
  readonly plan?: PagePlan
  readonly reloadFrom?: string
}

/** A page, and every file that went into it. */
export interface MadePage {
  readonly html: string
  readonly files: readonly string[]
}

/** The HTML report of a tenant file; one that cannot be read is a page that says so. */
export async function htmlPage(
  { cwd, reader }: Pick<Environment, 'cwd' | 'reader'>,
  file: string,
  options: PageOptions = {},
): Promise<MadePage> {
  const recorder = recordingReader(reader)
  const loaded = loadTenant(file, recorder.reader)
  const tenant = loaded.ok ? loaded.value : undefined
  if (tenant !== undefined) readFilesOfPeople(tenant, recorder.reader)
  const stages = (options.plan?.stages ?? []).map(({ text }) => readBeside(file, text, recorder.reader))
  const texts = recorder.files()
  const name = Object.keys(texts)[0] ?? file
  const { files, packed } = packedFiles(
    texts,
    [tenant, ...stages].filter((one) => one !== undefined),
  )
  const data: PageData = {
    formatVersion: 1,
    file: name,
    files,
    ...(Object.keys(packed).length === 0 ? {} : { packed }),
    product: productVersion(),
    ...(options.asOf === undefined ? {} : { at: options.asOf }),
    ...(options.tests === undefined
      ? {}
      : { tests: testsAbout(options.tests, { cwd, file, sha256: hashOfFiles(name, texts) }) }),
    ...(options.replay === undefined ? {} : { replay: options.replay }),
    ...(options.plan === undefined ? {} : { plan: options.plan }),
    ...(options.reloadFrom === undefined ? {} : { reloadFrom: options.reloadFrom }),
  }
  const bundle = await import('../page/generated/page-bundle.js')
  const title = options.plan?.name ?? tenant?.name ?? name
  return { html: renderHtml({ title, bundle, data }), files: Object.keys(texts) }
}

/** The tenant of a later text of the tenant file, with the files that it names read; undefined if it cannot be read. */
function readBeside(file: string, text: string, reader: SourceReader): Tenant | undefined {
  const read: SourceReader['read'] = (path, from) => {
    const found = reader.read(path, from)
    return found.ok && found.value.name === file ? { ...found, value: { name: file, text } } : found
  }
  const later = { ...reader, read }
  const loaded = loadTenant(file, later)
  if (!loaded.ok) return undefined
  readFilesOfPeople(loaded.value, later)
  return loaded.value
}

/** The hash that a run records for the same files. */
export function hashOfFiles(file: string, files: Readonly<Record<string, string>>): string {
  return contentHash(file, new Map(Object.entries(files).map(([name, text]) => [name, digestOf(text)])))
}
