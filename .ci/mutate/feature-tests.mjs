// The scenarios of the features as tests: bundled with the mutated rooms, so that each mutant plays them with its own code.
import { test } from 'vitest'
import { featureJudge } from '../../src/gherkin/run/judge-feature.ts'
import { beginLine, closeLedger, runInLedger } from '../../src/gherkin/scenario/ledger.ts'
import { tenantCache } from '../../src/gherkin/scenario/tenant-cache.ts'
import { newWorld } from '../../src/gherkin/scenario/world.ts'
import { parameterTypes } from '../../src/gherkin/steps/parameter-types.ts'
import { allSteps } from '../../src/gherkin/steps/vocabulary.ts'
import { nodeSourceReader } from '../../src/source/files/read-source.ts'
import { reader, readScenarios, understand } from './feature-lines.mjs'

const files = nodeSourceReader(process.cwd())
const cache = tenantCache(process.cwd(), files, () => featureJudge(process.cwd(), files))

for (const { feature, name, lines } of readScenarios())
  test(name, async () => {
    const world = newWorld(feature, cache, { left: 0 })
    for (const { type, text, block } of lines) {
      beginLine(world.ledger, type, text)
      const { at, values: read } = understand(text, allSteps, parameterTypes)
      reader.read = (type, words) => parameterTypes.find((other) => other.name === type).read(words, world)
      const values = read.map((argument) => argument.getValue(null))
      const step = allSteps[at]
      await step.prepare?.(world, values)
      runInLedger(world.ledger, step, () => step.run(world, block === undefined ? values : [...values, block]))
    }
    closeLedger(world.ledger)
  })
