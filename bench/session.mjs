// Sessions with their whole traces on scenarios of the library.
import { loadTenant, nodeSourceReader, planRequests, sessionVerdict, simulateSession } from '../dist/index.js'
import { interleaved, number, root, table, target } from './measure.mjs'

export const title = 'Session'
const founding = 'federated-skype-on-premises.yaml'
const scenarios = [founding, 'hybrid-autodiscover.yaml', 'conditional-access.yaml']

function candidate(file) {
  const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader(root))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  const tenant = loaded.value
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
  const five = 5 * perLeg(candidates[0])
  return {
    text: `Every session of a scenario in turn, everything recorded; medians of 9 rounds.\n\n${table(
      ['scenario', 'legs a session', 'steps a leg', 'sessions a second', 'µs a leg', 'µs for five legs', 'ns a step'],
      rows,
    )}\n\nA leg is planned, some eighty facts are gathered, what client and service can speak is worked out, and all of it is told as steps. What was decided of an account with the same facts is remembered, and so is what policies say of parts that sign-ins share; what is left is made anew for each leg, because each trace stands for itself.`,
    targets: [target('five legs of the founding scenario', 'under 25 µs', `${number(five)} µs`, five < 25)],
  }
}
