import type { FeatureJudge, GateScenario } from '../../plan/play/feature-gates.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { tenantCache } from '../scenario/tenant-cache.ts'
import { loadCucumberParts } from './cucumber-parts.ts'
import { type FeatureReader, featureReader, type ReadScenario } from './read-feature.ts'

/** What a gate says of a scenario that failed: expected and actual in one line, without the evidence below. */
function shortened(message: string): string {
  const [first = '', second = ''] = message.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
  return /^actual:/.test(second) ? `${first}, ${second}` : first
}

function outcomeOf({ name, line, row, failure }: ReadScenario): GateScenario {
  const at = { name, line: row ?? line }
  if (failure === undefined) return { ...at, answer: 'holds' }
  return { ...at, answer: failure.open ? 'open' : 'refuted', failure: shortened(failure.message) }
}

/** What runs features that are gates of plans; undefined where Cucumber is not installed. */
export function featureJudge(cwd: string, reader: SourceReader, parts = loadCucumberParts()): FeatureJudge | undefined {
  if (parts === undefined) return undefined
  // Files beside a tenant may have changed since, and the tenants of stages are many.
  const fresh = () => tenantCache(cwd, reader)
  let made: FeatureReader | undefined
  const features = (): FeatureReader => {
    made ??= featureReader(parts, fresh(), reader, cwd)
    return made
  }
  return {
    mistakes: ({ name, text }, stage) => features().read(name, text, { stage, tenants: fresh() }).problems,
    judge: ({ name, text }, stage) => {
      const { problems, scenarios } = features().read(name, text, { stage, tenants: fresh(), asserts: true })
      return { mistakes: problems, scenarios: problems.length > 0 ? [] : scenarios.map(outcomeOf) }
    },
  }
}
