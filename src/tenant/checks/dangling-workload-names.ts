import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { WorkloadName } from '../../vocabulary/actors.ts'
import { protocols } from '../../vocabulary/protocols.ts'
import type { WorkloadFile } from '../tenant-file.ts'
import { namesOf, type WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'
import { undeclared, unknownTo } from './check.ts'

const protocolNames = namesOf([...protocols, 'default'])

/** Settings of a workload, where they stand, and the policies that they can name. */
interface Stated {
  readonly settings: WorkloadFile
  readonly path: DocumentPath
  readonly policies: WorkloadFile['authenticationPolicies']
}

/** What an event says about a workload; policies that it does not state are those that the workload has. */
function statedByEvents(file: WellFormedFile): readonly Stated[] {
  const workloads = file.workloads()
  return file.list('events').flatMap(({ path, value }): readonly Stated[] => {
    if (value['type'] !== 'workload-setting-changed') return []
    // The shape of the event was checked with the file.
    const settings = value['settings'] as WorkloadFile
    const before = workloads.get(value['workload'] as WorkloadName)?.authenticationPolicies
    return [{ settings, path: [...path, 'settings'], policies: settings.authenticationPolicies ?? before }]
  })
}

/** The default authentication policy of a workload is one of its policies, and its methods stand under protocols. */
export const danglingWorkloadNames: Check = (file) => {
  const declared = [...file.workloads()].map(([name, settings]) => ({
    settings,
    path: ['workloads', name],
    policies: settings.authenticationPolicies,
  }))
  return [...declared, ...statedByEvents(file)].flatMap((stated) => namesIn(file, stated))
}

function namesIn(file: WellFormedFile, { settings, path, policies }: Stated): readonly Diagnostic[] {
  const known = namesOf((policies ?? []).map((policy) => policy.name))
  return [
    ...undeclared(file, known, {
      kind: 'authentication policy',
      name: settings.DefaultAuthenticationPolicy,
      path: [...path, 'DefaultAuthenticationPolicy'],
    }),
    ...Object.keys(settings.authenticationMethods ?? {}).flatMap((protocol) => {
      const at = file.document.rangeOfKey([...path, 'authenticationMethods', protocol])
      const use = { kind: 'protocol', name: protocol, path: [...path, 'authenticationMethods', protocol] }
      return unknownTo(file, protocolNames, 'protocols', use).map((one) => ({ ...one, at }))
    }),
  ]
}
