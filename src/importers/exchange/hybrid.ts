import { cover, stateField } from '../records/draft.ts'
import { hasField, listOfWords, type RecordView, textOf } from '../records/fields.ts'
import type { ExchangeRecord, ReadRecordsOf } from './reading.ts'

/** An address at which the agent of a modern hybrid deployment is reached. */
const agentAddress = /\.msappproxy\.net\b/i

function isReachedByAgent({ view }: ExchangeRecord): boolean {
  const silent: RecordView = { ...view, report: () => {} }
  const fields = ['targetsharingepr', 'targetautodiscoverepr', 'discoveryendpoint']
  return fields.some((field) => agentAddress.test(`${textOf(silent, field) ?? ''}`))
}

/** Reads Get-HybridConfiguration; with an address of the agent among the relationships, the deployment is a modern one. */
export function hybridConfigurations(relationships: readonly ExchangeRecord[]): ReadRecordsOf {
  const byAgent = relationships.some(isReachedByAgent)
  return ({ draft }, records) => {
    for (const { view } of records) {
      const features = hasField(view, 'features') ? listOfWords(view, 'features') : undefined
      const full = features?.some((feature) => /^freebusy$/i.test(feature)) === true
      const kind = byAgent ? 'modern-agent' : full ? 'classic-full' : undefined
      stateField(draft, ['workloads', 'exchange-server', 'hybrid'], kind, view, 'features')
      if (kind !== undefined) cover(draft, view, '', 'understood')
      else cover(draft, view, '', 'assumed', 'having run the wizard does not imply modern authentication')
    }
  }
}
