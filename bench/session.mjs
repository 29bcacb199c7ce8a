// Sessions with their whole traces on scenarios of the library.
import { loadTenant, nodeSourceReader, planRequests, sessionVerdict, simulateSession } from '../dist/index.js'
import { interleaved, median, number, root, table, target, times } from './measure.mjs'

export const title = 'Session'
const founding = 'federated-skype-on-premises.yaml'
const scenarios = [founding, 'hybrid-autodiscover.yaml', 'conditional-access.yaml']

function tenantOf(file) {
  const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader(root))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  return loaded.value
}

function candidate(file) {
  const tenant = tenantOf(file)
  const requests = [...planRequests(tenant)].filter((request) => simulateSession(tenant, request).length > 0)
  const traces = requests.flatMap((request) => simulateSession(tenant, request))
  const steps = traces.reduce((sum, trace) => sum + trace.steps.length, 0) / traces.length
  for (const request of requests) sessionVerdict(simulateSession(tenant, request))
  let at = 0
  const run = (calls) => {
    for (let call = 0; call < calls; call += 1) {
      at = at + 1 === requests.length ? 0 : at + 1
      simulateSession(tenant, requests[at])
    }
  }
  return { name: file, run, legs: traces.length / requests.length, steps }
}

/** Microseconds for a leg of tenants that were just loaded, of which nothing is kept yet; the code itself is warm. */
function firstPlay(file) {
  const each = []
  for (let round = 0; round < 60; round += 1) {
    const tenant = tenantOf(file)
    const requests = [...planRequests(tenant)]
    const start = performance.now()
    let legs = 0
    for (const request of requests) legs += simulateSession(tenant, request).length
    each.push((1000 * (performance.now() - start)) / legs)
  }
  return median(each.slice(20))
}

export async function run() {
  const candidates = scenarios.map(candidate)
  const results = await interleaved(candidates, { share: 100_000 })
  const perLeg = ({ name, legs }) => results.get(name).median / legs
  const rows = candidates.map((one) => [
    one.name,
    number(one.legs),
    number(one.steps, 0),
    number(1_000_000 / results.get(one.name).median, 0),
    number(perLeg(one)),
    number(5 * perLeg(one)),
    number((1000 * perLeg(one)) / one.steps, 0),
  ])
  const [first] = candidates
  const anew = firstPlay(founding)
  const sessions = number(1_000_000 / (anew * first.legs), 0)
  rows.splice(1, 0, [
    'the same, of a tenant just loaded',
    number(first.legs),
    number(first.steps, 0),
    sessions,
    number(anew),
    number(5 * anew),
    number((1000 * anew) / first.steps, 0),
  ])
  const five = 5 * perLeg(first)
  const guarded = perLeg(candidates[2]) / perLeg(first)
  const unplayed = anew / perLeg(first)
  return {
    text: `Every session of a scenario in turn, everything recorded; medians of 9 rounds.\n\n${table(
      ['scenario', 'legs a session', 'steps a leg', 'sessions a second', 'µs a leg', 'µs for five legs', 'ns a step'],
      rows,
    )}\n\nWhat client and service settle is worked out once for people who hold the same, and how a leg goes is told once for people of whom the same facts hold; the facts of a person are gathered for each leg. Policies choose by name, group and role, so where there are any a leg is decided and told once for each user who brings nothing along. A tenant just loaded has none of it yet: of its time four tenths go into planning and negotiating legs, as much into deciding and telling them, and the rest into the facts of the user and what is said by name. The target leaves four microseconds for all of it, and sixty steps.`,
    targets: [
      target('five legs of the founding scenario', 'under 25 µs', `${number(five)} µs`, five < 25),
      target('a leg under policies to one of the founding scenario', 'at most 2 times', times(guarded), guarded <= 2),
      target('a leg of a tenant just loaded to one played before', 'at most 3 times', times(unplayed), unplayed <= 3),
    ],
  }
}
