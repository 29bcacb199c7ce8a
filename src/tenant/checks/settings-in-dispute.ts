import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { Disputes } from '../settings/disputes.ts'
import type { WellFormedFile } from '../well-formed-file.ts'
import type { Check } from './check.ts'

/** A value of a setting in words. */
export const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A thing with settings in dispute, and its name. */
type Disputed = { readonly of: string; readonly path: DocumentPath; readonly value: Mapping }

function reported({ of, path, value }: Disputed, { document }: WellFormedFile): readonly Diagnostic[] {
  // What is handed out was judged by the schema.
  const disputes = (value['exportsDisagree'] ?? {}) as Disputes
  return Object.entries(disputes).map(([setting, values]) => ({
    code: 'TEN-35',
    args: { setting, of, values: values.map(shownValue), stated: value[setting] !== undefined },
    at: document.rangeOfKey([...path, 'exportsDisagree', setting]),
  }))
}

/** A setting on which exports disagree leaves what depends on it undetermined, which the file should not keep. */
export const settingsInDispute: Check = (file) => {
  const tenant = file.section('exportsDisagree') === undefined ? [] : [file.parts]
  const all: readonly Disputed[] = [
    ...tenant.map((value) => ({ of: 'the tenant', path: [], value: { ...value } })),
    ...Object.entries(file.section('workloads') ?? {}).map(([name, value]) => ({
      of: name,
      path: ['workloads', name],
      value: { ...value },
    })),
    ...Object.entries(file.section('workloads') ?? {}).flatMap(([name, { authenticationPolicies = [] }]) =>
      authenticationPolicies.map((value, index) => ({
        of: value.name,
        path: ['workloads', name, 'authenticationPolicies', index],
        value: { ...value },
      })),
    ),
    ...file.list('domains').map(({ path, value }) => ({ of: value.name, path, value: { ...value } })),
    ...file.users().flatMap(({ path, value }) => [
      { of: value.userPrincipalName, path, value: { ...value } },
      { of: value.userPrincipalName, path: [...path, 'mailboxSwitches'], value: { ...value.mailboxSwitches } },
    ]),
  ]
  return all.flatMap((one) => reported(one, file))
}
