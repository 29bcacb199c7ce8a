import { counted } from '../../vocabulary/counted.ts'
import type { PageTests } from './page-data.ts'

/** What a recorded run says about a tenant file, sentence by sentence: its own scenarios first, then those that do not count. */
export function testsSummary({ features, older, others, stopped, unrecorded }: PageTests): readonly string[] {
  const own = features.flatMap((feature) => feature.scenarios)
  const failed = own.filter(({ status }) => status !== 'passed').length
  const changed = own.filter((scenario) => scenario.changed === true).length
  const result =
    own.length === 0
      ? 'No scenario of the recorded run is about this file as it is now.'
      : `${own.length - failed} of ${counted(own.length, 'scenario')} about this file as it is now ${own.length - failed === 1 ? 'holds' : 'hold'}${failed === 0 ? '' : `, ${failed} ${failed === 1 ? 'does' : 'do'} not`}.`
  return [
    result,
    ...(changed > 0 ? [`${counted(changed, 'scenario')} of them laid changes over the file first.`] : []),
    ...(older > 0
      ? [
          `${counted(older, 'scenario')} ran on an older content of this file and ${older === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...(others > 0
      ? [`${counted(others, 'scenario')} of the run ${others === 1 ? 'is' : 'are'} about other tenants.`]
      : []),
    ...(stopped > 0 ? [`${counted(stopped, 'scenario')} failed before taking a tenant.`] : []),
    ...(unrecorded > 0
      ? [
          `${counted(unrecorded, 'scenario')} of the recording ${unrecorded === 1 ? 'does' : 'do'} not say on which file ${unrecorded === 1 ? 'it' : 'they'} ran, so none counts: record the run again.`,
        ]
      : []),
  ]
}
