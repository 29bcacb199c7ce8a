// Sign-ins of a tenant drawn at random.
import { dates } from './dates.mjs'
import { allSignals, signalPalette } from './signal-palette.mjs'

/** Some sign-ins of a tenant. */
export function drawRequest(tools, tenant, next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const at = next() < 0.35 ? new Date(tenant.asOf).toISOString() : choose([...dates, ...tools.dates])
  const users = [...tenant.users.keys()]
  if (users.length === 0) return undefined
  const user = choose(users)
  const special = next() < 0.15
  const filter = {
    user,
    at: Date.parse(at),
    ...(next() < 0.5 ? { client: choose(tools.clients) } : {}),
    ...(special ? { purpose: choose(tools.purposes) } : {}),
  }
  const planned = [...tools.planRequests(tenant, filter)]
  if (planned.length === 0) return undefined
  const { client, purpose, network } = choose(planned)
  const application = next() < 0.05 ? choose(tools.applications) : undefined
  const presents = next() < 0.2 ? choose(tools.credentials) : undefined
  const signals = next() < 0.35 ? {} : signalPalette(tools.vocabulary, next)
  return {
    user,
    client,
    purpose,
    network,
    at,
    ...(Object.keys(signals).length > 0 ? { signals } : {}),
    ...(presents === undefined ? {} : { presents }),
    ...(application === undefined ? {} : { application }),
  }
}

/** The same sign-in but for one thing. */
export function varied(tools, request, next) {
  const choose = (from) => from[Math.floor(next() * from.length)]
  const kind = next()
  if (kind < 0.15) return { ...request, presents: choose(tools.credentials) }
  if (kind < 0.3) return { ...request, at: choose([...dates, ...tools.dates]) }
  const signals = Object.entries(allSignals(tools.vocabulary, next))
  const [name, value] = choose(signals)
  return { ...request, signals: { ...request.signals, [name]: value } }
}
