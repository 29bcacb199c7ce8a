import { beforeEach, expect, test, vi } from 'vitest'
import { shareOf } from '../../share.fixture.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { copyOf, freshWorld, libraryScenarios, meaningOf, playLine } from './play-steps.fixture.ts'
import { allSteps } from './vocabulary.ts'

const played = vi.hoisted(() => ({ requests: [] as ClientRequest[] }))

vi.mock('../../simulate/simulate-session.ts', async (original) => {
  const real = await original<typeof import('../../simulate/simulate-session.ts')>()
  return {
    ...real,
    simulateSession: (...args: Parameters<typeof real.simulateSession>) => {
      played.requests.push(args[1])
      return real.simulateSession(...args)
    },
  }
})

beforeEach(() => {
  played.requests.length = 0
})

const library = libraryScenarios()
// What else a change would do is looked up for every network: the step does not assert it.
const assertions = allSteps.filter(({ keyword, pattern }) => keyword === 'Then' && !/it takes/.test(pattern))

test.each(shareOf(assertions, 2).map(({ pattern }) => pattern))(
  '"%s" plays sign-ins from the network and with the signals of the scenario',
  { timeout: 60_000 },
  (pattern) => {
    const found = library.flatMap((scenario) => {
      const index = scenario.lines.findIndex(({ text }) => meaningOf(text)?.definition.pattern === pattern)
      return index < 0 ? [] : [{ scenario, index }]
    })[0]
    expect(found).toBeDefined()
    if (found === undefined) return
    const world = freshWorld(found.scenario.feature)
    for (const line of found.scenario.lines.slice(0, found.index)) playLine(world, line)
    const { networks } = world.tenants.take(world.file ?? '', world.changes)
    const [network = ''] = networks.keys()
    const under = { ...copyOf(world), network, signals: { domainHint: 'elsewhere.example' }, played: undefined }
    played.requests.length = 0
    const line = found.scenario.lines[found.index]
    try {
      if (line !== undefined) playLine(under, line)
    } catch {
      // Whether it holds under these conditions does not matter here.
    }
    const named =
      /from \{network\}/.test(pattern) ||
      under.subject?.network !== undefined ||
      /network/.test(JSON.stringify(line?.block ?? ''))
    const odd = played.requests.filter(
      (request) => request.signals.domainHint !== 'elsewhere.example' || (!named && request.network !== network),
    )
    expect(odd.slice(0, 3)).toEqual([])
  },
)
