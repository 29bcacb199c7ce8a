/** Where a ClickHouse server is, and who asks it. */
export interface ClickHouseServer {
  readonly url: URL
  readonly user?: string
  readonly password?: string
  /** The name of the session, which nobody else has. */
  readonly session: string
}

const problemCode = 'authplan.clickhouse'

/** What a server did instead of what it was asked; `answered` is its own code, if it gave one. */
export interface ClickHouseProblem extends Error {
  readonly code: typeof problemCode
  readonly kind: 'unreachable' | 'refused' | 'foreign'
  readonly answered?: number
}

/** A problem of a server to throw. */
export function clickHouseProblem(
  kind: ClickHouseProblem['kind'],
  message: string,
  answered?: number,
): ClickHouseProblem {
  const told = answered === undefined ? {} : { answered }
  return Object.assign(new Error(message), { code: problemCode, kind, ...told } as const)
}

/** Whether something thrown is a problem of a server. */
export function isClickHouseProblem(thrown: unknown): thrown is ClickHouseProblem {
  return thrown instanceof Error && 'code' in thrown && thrown.code === problemCode
}

/** Long enough for the second pass over a large table; temporary tables end with the session. */
const sessionSeconds = 3600
const longestMessage = 300

/** Requests of one session of a server; nothing else is ever contacted. */
export interface ClickHouse {
  /** Rows of a query as lists of cells; 64-bit numbers arrive as text. */
  readonly rows: (query: string) => Promise<readonly (readonly unknown[])[]>
  readonly run: (statement: string) => Promise<void>
  /** Adds rows to a table, a batch at a time. */
  readonly insert: (table: string, rows: Iterable<readonly string[]>) => Promise<void>
}

const tabEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
}
const tabCell = (cell: string): string => cell.replace(/[\\\t\n\r\0]/g, (character) => tabEscapes[character] ?? '')

/** Rows of one request of `insert`. */
const batchRows = 50_000

function reasonOf(problem: unknown): string {
  const cause = problem instanceof Error ? problem.cause : undefined
  if (!(cause instanceof Error)) return 'no answer'
  if ('code' in cause && cause.code === 'UND_ERR_HEADERS_TIMEOUT') return 'no answer within five minutes'
  return cause.message === 'unexpected redirect' ? 'it redirects elsewhere' : cause.message || 'no answer'
}

/** What a server says of a request that it refuses; anything that is not in its words is another kind of server. */
function refusalOf(status: number, body: string): ClickHouseProblem {
  const found = /Code: (\d+)[.,]\s*(?:e\.displayText\(\) = )?(?:DB::Exception: )?(.*)/s.exec(body)
  if (found === null) return clickHouseProblem('foreign', `status ${status}`)
  const [, code = '0', rest = ''] = found
  const text = rest.replace(/, e\.what\(\) =.*$/s, '').replace(/\s+/g, ' ')
  return clickHouseProblem('refused', text.trim().slice(0, longestMessage), Number(code))
}

const cellsOf = (answer: string): readonly (readonly unknown[])[] => {
  try {
    const { data } = JSON.parse(answer)
    if (Array.isArray(data)) return data
  } catch {}
  throw clickHouseProblem('foreign', 'its answer is no table')
}

type Post = (body: string, query?: string) => Promise<string>

/** Sends statements to one server in one session. */
function poster({ url, user, password, session }: ClickHouseServer): Post {
  const headers = {
    ...(user === undefined ? {} : { 'X-ClickHouse-User': user }),
    ...(password === undefined ? {} : { 'X-ClickHouse-Key': password }),
  }
  return async (body, query) => {
    const target = new URL(url)
    const words = { session_id: session, session_timeout: `${sessionSeconds}`, wait_end_of_query: '1' }
    for (const [name, value] of Object.entries(words)) target.searchParams.set(name, value)
    if (query !== undefined) target.searchParams.set('query', query)
    let response: Response
    let text: string
    try {
      response = await fetch(target, { method: 'POST', body, headers, redirect: 'error' })
      text = await response.text()
    } catch (problem) {
      throw clickHouseProblem('unreachable', reasonOf(problem))
    }
    if (response.ok) return text
    throw refusalOf(response.status, text)
  }
}

/** Opens a session of a server; the first request contacts it. */
export function clickHouse(server: ClickHouseServer): ClickHouse {
  const post = poster(server)
  return {
    rows: async (query) => cellsOf(await post(`${query}\nFORMAT JSONCompact`)),
    run: async (statement) => {
      await post(statement)
    },
    insert: async (table, rows) => {
      let lines: string[] = []
      const send = async (): Promise<void> => {
        if (lines.length > 0) await post(lines.join(''), `INSERT INTO ${table} FORMAT TabSeparated`)
        lines = []
      }
      for (const row of rows) {
        lines.push(`${row.map(tabCell).join('\t')}\n`)
        if (lines.length === batchRows) await send()
      }
      await send()
    },
  }
}
