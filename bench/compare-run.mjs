// One measurement of one checkout, in a separate process: `node bench/compare-run.mjs CHECKOUT SCENARIOS`.
// Prints microseconds of the processor for one decision, and for one session, by name.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { processorTime } from './measure.mjs'

const [checkout, scenarios] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(checkout, path)).href)
const { loadTenant, nodeSourceReader, planRequests, simulateSession } = await load('dist/index.js')
const { prepare } = await load('bench/engines/authplan.mjs')
const { policies, requests } = await load('bench/problem.mjs')

const rounds = 7

/** The least time of one call over some rounds, after one to warm up: whatever else runs only makes it longer. */
function timeOf(call, calls) {
  const each = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = processorTime()
    for (let at = 0; at < calls; at += 1) call(at)
    if (round > 0) each.push((processorTime() - start) / calls)
  }
  return Math.min(...each)
}

function decision(size) {
  const all = requests(10_000)
  const { decide } = prepare(policies(size), all)
  return timeOf((at) => decide(at % all.length), 60_000)
}

function tenantOf(file) {
  const loaded = loadTenant(file, nodeSourceReader(scenarios))
  if (!loaded.ok) throw new Error(`${file} does not load`)
  return loaded.value
}

function session(file) {
  const tenant = tenantOf(file)
  const all = [...planRequests(tenant)]
  return timeOf((at) => simulateSession(tenant, all[at % all.length]), 6_000)
}

/** The same of tenants that were just loaded, of which nothing is kept yet. */
function firstPlay(file) {
  const tenants = Array.from({ length: 40 }, () => tenantOf(file))
  const all = [...planRequests(tenants[0])]
  return (
    timeOf((at) => {
      const tenant = tenants.pop() ?? tenantOf(file)
      if (at >= 0) for (const request of all) simulateSession(tenant, request)
    }, 5) / all.length
  )
}

console.log(
  JSON.stringify({
    'decision, 6 policies': decision(6),
    'decision, 600 policies': decision(600),
    'session, founding scenario': session('federated-skype-on-premises.yaml'),
    'session, autodiscover': session('hybrid-autodiscover.yaml'),
    'session, policies': session('conditional-access.yaml'),
    'session, just loaded': firstPlay('federated-skype-on-premises.yaml'),
  }),
)
