import { counted } from '../../vocabulary/counted.ts'
import type { PageTests } from './page-data.ts'

/** What a recorded run says about a tenant file, sentence by sentence: its own scenarios first, then those that do not count. */
export function testsSummary({ features, older, others, stopped, unrecorded }: PageTests): readonly string[] {
  const own = features.flatMap((feature) => feature.scenarios)
  const failed = own.filter(({ status }) => status !== 'passed').length
  const changed = own.filter((scenario) => scenario.changed === true).length
  const result =
    own.length === 0
      ? 'The recorded run has no scenario for the current version of this file.'
      : `${own.length - failed} of ${counted(own.length, 'scenario')} for the current version of this file ${own.length - failed === 1 ? 'passes' : 'pass'}${failed === 0 ? '' : `, ${failed} ${failed === 1 ? 'does' : 'do'} not`}.`
  return [
    result,
    ...(changed > 0 ? [`${counted(changed, 'scenario')} of them applied changes to the file first.`] : []),
    ...(older > 0
      ? [
          `${counted(older, 'scenario')} ran on an older version of this file and ${older === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...(others > 0
      ? [`${counted(others, 'scenario')} of the run ${others === 1 ? 'is' : 'are'} about other tenants.`]
      : []),
    ...(stopped > 0 ? [`${counted(stopped, 'scenario')} failed before selecting a tenant.`] : []),
    ...(unrecorded > 0
      ? [
          `${counted(unrecorded, 'scenario')} in the recording ${unrecorded === 1 ? 'does' : 'do'} not state which file ${unrecorded === 1 ? 'it' : 'they'} ran on and ${unrecorded === 1 ? 'is' : 'are'} not counted: record the run again.`,
        ]
      : []),
  ]
}
