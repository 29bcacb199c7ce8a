import { resolve } from 'node:path'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { RemoveIfKilled } from '../../source/files/temporary-folder.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { isGreen, type RunScenario, scenariosOfRun } from '../reports/run-model.ts'
import { placeOf, plainText, renderRunText } from '../reports/text.ts'
import { featureRunner } from './feature-runner.ts'

/** Which features to read the sign-ins of, and of which tenant file. */
export interface DescribedSelection {
  readonly paths: readonly string[]
  /** A scenario of another tenant file, or of a changed one, says nothing of this one. */
  readonly tenantFile: string
  readonly cwd: string
  readonly reader: SourceReader
  readonly removeIfKilled: RemoveIfKilled
}

/** A scenario with the sign-ins that it describes, or why it says nothing of the tenant file. */
export interface DescribedScenario {
  readonly name: string
  readonly place: string
  readonly signIns: readonly ClientRequest[]
  readonly leftOut?: string
}

/** The scenarios, or what keeps them from passing, in text. */
export type DescribedRun =
  | { readonly ok: true; readonly scenarios: readonly DescribedScenario[] }
  | { readonly ok: false; readonly text: string }

/** Why the sign-ins of a scenario are not those of a tenant file. */
function otherTenant({ recording }: RunScenario, { cwd, tenantFile }: DescribedSelection): string | undefined {
  const tenants = [...(recording?.tenants.values() ?? [])]
  const wanted = resolve(cwd, tenantFile)
  if (tenants.some(({ file }) => resolve(cwd, file) !== wanted)) return 'it is about another tenant file'
  if (tenants.some(({ changed }) => changed)) return 'it changes the tenant file'
  const sessions = recording?.sessions.size ?? 0
  return tenants.length === 0 || sessions === 0 ? 'it describes no sign-in' : undefined
}

function describedBy(scenario: RunScenario, selection: DescribedSelection): DescribedScenario {
  const named = { name: scenario.name, place: placeOf(scenario) }
  const leftOut = otherTenant(scenario, selection)
  if (leftOut !== undefined) return { ...named, signIns: [], leftOut }
  return { ...named, signIns: [...(scenario.recording?.sessions ?? [])].map(({ request }) => request) }
}

/** Plays features, and returns the sign-ins that their scenarios describe; all scenarios have to pass. */
export async function describedSignIns(selection: DescribedSelection): Promise<DescribedRun> {
  const { cwd, reader, paths, removeIfKilled } = selection
  const runner = await featureRunner(cwd, [], reader)
  const { run } = await runner.run({ paths, removeIfKilled }, 0)
  if (!isGreen(run)) return { ok: false, text: renderRunText(run, plainText) }
  return { ok: true, scenarios: scenariosOfRun(run).map((one) => describedBy(one, selection)) }
}
