import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { featureFuzzing, featureInputs, featureSeeds } from './fuzz-features.fixture.ts'
import { faultOf, fuzzedReaders, refusalOf } from './fuzz-readers.fixture.ts'

/** `npm run fuzz -- --seconds N --seed S --only READER --path P` sets them. */
const { AUTHPLAN_FUZZ_SECONDS, AUTHPLAN_FUZZ_SEED, AUTHPLAN_FUZZ_ONLY = '', AUTHPLAN_FUZZ_PATH } = process.env
const seed = Number(AUTHPLAN_FUZZ_SEED ?? 20191001)
const features = featureFuzzing()
afterAll(features.remove)

/** A reader as it is fuzzed here. */
interface Fuzzed {
  readonly seeds: readonly string[]
  readonly inputs: fc.Arbitrary<string>
  readonly faultOf: (text: string) => Promise<string | undefined>
  readonly refusalOf: (text: string) => Promise<string | undefined>
}

const readers: Readonly<Record<string, Fuzzed>> = {
  ...Object.fromEntries(
    Object.entries(fuzzedReaders).map(([name, reader]) => [
      name,
      {
        ...reader,
        faultOf: (text: string) => faultOf(reader, text),
        refusalOf: (text: string) => refusalOf(reader, text),
      },
    ]),
  ),
  features: {
    seeds: featureSeeds,
    inputs: featureInputs,
    faultOf: features.faultOf,
    refusalOf: async (text) => {
      const { code, said } = await features.run(text)
      return code === 0 ? undefined : said
    },
  },
}
const chosen = Object.entries(readers).filter(([name]) => name.includes(AUTHPLAN_FUZZ_ONLY))
const each = (Number(AUTHPLAN_FUZZ_SECONDS ?? 6) * 1000) / chosen.length

test.each(chosen)(
  'mutation of %s starts from what is read without an error',
  async (_, reader) => {
    for (const text of reader.seeds)
      expect({ text, refusal: await reader.refusalOf(text) }).toEqual({ text, refusal: undefined })
  },
  120_000,
)

test.each(chosen)(
  `%s are read or refused at their place, seed ${seed}`,
  async (name, { inputs, faultOf: faultIn }) => {
    let runs = 0
    const judged = fc.asyncProperty(inputs, async (text) => {
      runs += 1
      const fault = await faultIn(text)
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
