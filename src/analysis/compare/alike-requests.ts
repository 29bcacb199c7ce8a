import type { ClientRequest, NetworkName } from '../../vocabulary/requests.ts'

/** The same sign-in in two plans; undefined where one does not have it. */
export type BothRequests = readonly [ClientRequest | undefined, ClientRequest | undefined]

/** A sign-in, and the same from other networks, from which it goes alike. */
export interface AlikeRequests {
  readonly requests: BothRequests
  readonly elsewhere: readonly BothRequests[]
}

/** Words that are equal for sign-ins that go alike with one client for one purpose. */
export interface Likeness {
  readonly networks: ReadonlyMap<NetworkName, string>
  readonly before: (request: ClientRequest) => string
  readonly after: (request: ClientRequest) => string
}

type Numbered = readonly [number, BothRequests]

/** Those with the same word together, in the order of the first of each. */
function together(all: readonly (readonly Numbered[])[], wordOf: (requests: BothRequests) => string) {
  const found = new Map<string, Numbered[]>()
  for (const some of all) {
    const [first] = some
    if (first === undefined) continue
    const word = wordOf(first[1])
    const known = found.get(word)
    if (known === undefined) found.set(word, [...some])
    else known.push(...some)
  }
  return [...found.values()]
}

/** Equal for networks from which everything goes alike, so that no sign-in has to be opened to see it; an address can be a signal. */
function wordOfNetwork(networks: Likeness['networks'], request: ClientRequest | undefined): string {
  if (request === undefined) return ''
  const { network, signals } = request
  return Object.keys(signals).length > 0 ? network : (networks.get(network) ?? network)
}

/** Sign-ins of a kind, those together that differ in nothing but a network from which they go alike in both plans. */
export function alikeRequests(
  all: readonly BothRequests[],
  { networks, before, after }: Likeness,
): readonly AlikeRequests[] {
  const placed = ([one, other]: BothRequests, words: readonly string[]): string =>
    [one?.client, one?.purpose, other?.client, other?.purpose, ...words].join('\u0000')
  const apart = all.map((requests, at): readonly Numbered[] => [[at, requests]])
  const byNetwork = together(apart, (requests) =>
    placed(
      requests,
      requests.map((one) => wordOfNetwork(networks, one)),
    ),
  )
  const groups = together(byNetwork, ([one, other]) =>
    placed([one, other], [one === undefined ? '' : before(one), other === undefined ? '' : after(other)]),
  )
  return groups.flatMap((group) => {
    const [requests, ...elsewhere] = group.sort(([one], [other]) => one - other).map(([, both]) => both)
    return requests === undefined ? [] : [{ requests, elsewhere }]
  })
}
