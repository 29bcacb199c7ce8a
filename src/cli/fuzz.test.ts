import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultOf, fuzzedReaders } from './fuzz-readers.fixture.ts'

/** `npm run fuzz -- --seconds N --seed S --only READER --path P` sets them. */
const { AUTHPLAN_FUZZ_SECONDS, AUTHPLAN_FUZZ_SEED, AUTHPLAN_FUZZ_ONLY = '', AUTHPLAN_FUZZ_PATH } = process.env
const seed = Number(AUTHPLAN_FUZZ_SEED ?? 20191001)
const chosen = Object.entries(fuzzedReaders).filter(([name]) => name.includes(AUTHPLAN_FUZZ_ONLY))
const each = (Number(AUTHPLAN_FUZZ_SECONDS ?? 12) * 1000) / chosen.length

test.each(chosen)(
  `%s are read or refused at their place, seed ${seed}`,
  async (name, reader) => {
    let runs = 0
    const judged = fc.asyncProperty(reader.inputs, async (text) => {
      runs += 1
      const fault = await faultOf(reader, text)
      if (fault !== undefined) throw new Error(fault)
    })
    const found = await fc.check(judged, {
      seed,
      numRuns: 1_000_000,
      interruptAfterTimeLimit: each,
      ...(AUTHPLAN_FUZZ_PATH === undefined ? {} : { path: AUTHPLAN_FUZZ_PATH }),
    })
    const again = `npm run fuzz -- --seed ${seed} --only '${name}' --path '${found.counterexamplePath}'`
    const { counterexample, errorInstance } = found
    expect(counterexample === null ? undefined : { again, counterexample, said: String(errorInstance) }).toBeUndefined()
    expect(runs).toBeGreaterThan(0)
  },
  each + 120_000,
)
