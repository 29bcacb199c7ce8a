import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Servers of one cluster, each of which holds a shard. */
export interface ClickHouseShards {
  /** The HTTP address of each server. */
  readonly urls: readonly URL[]
  /** The answer of a server to a statement, with data after it if there are any. */
  readonly ask: (shard: number, statement: string, data?: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** The credentials of a user with a password, and of one who may only read. */
export const withPassword = { user: 'ada', password: 'correct horse' }
/** See `withPassword`. */
export const onlyReader = { user: 'reader' }

/** Whether a server can be started on this machine. */
export function hasClickHouse(): boolean {
  return spawnSync('clickhouse-server', ['--version'], { stdio: 'ignore' }).error === undefined
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

interface Ports {
  readonly http: number
  readonly tcp: number
  readonly interserver: number
}

function configuration(folder: string, { http, tcp, interserver }: Ports, all: readonly Ports[]): string {
  const shards = all.map((one) => `<shard><replica><host>127.0.0.1</host><port>${one.tcp}</port></replica></shard>`)
  return `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database><mark_cache_size>67108864</mark_cache_size>
  <remote_servers><logs>${shards.join('')}</logs></remote_servers>
</yandex>`
}

const user = (name: string, password: string, profile: string): string =>
  `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`

const users = `<yandex>
  <profiles><default></default><reading><readonly>1</readonly></reading></profiles>
  <users>${user('default', '', 'default')}${user('ada', withPassword.password, 'default')}${user('reader', '', 'reading')}</users>
  <quotas><default></default></quotas>
</yandex>`

async function answers(url: URL): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'POST', body: 'SELECT 1' })).ok
  } catch {
    return false
  }
}

async function untilReady(url: URL, child: ChildProcess): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await answers(url))) {
    if (Date.now() > end || child.exitCode !== null) throw new Error('the server does not start')
    await new Promise((later) => setTimeout(later, 100))
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((end) => child.once('exit', end))
  child.kill('SIGKILL')
  await ended
}

/** Starts servers on loopback, on free ports, in a folder of their own that is removed when they are closed. */
export async function startShards(count = 2): Promise<ClickHouseShards> {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-clickhouse-'))
  const ports: Ports[] = []
  for (let index = 0; index < count; index += 1)
    ports.push({ http: await freePort(), tcp: await freePort(), interserver: await freePort() })
  const children = ports.map((one, index) => {
    const place = join(folder, `${index}`)
    for (const name of ['data', 'tmp']) mkdirSync(join(place, name), { recursive: true })
    writeFileSync(join(place, 'config.xml'), configuration(place, one, ports))
    writeFileSync(join(place, 'users.xml'), users)
    return spawn('clickhouse-server', ['--config-file=config.xml'], { cwd: place, stdio: 'ignore' })
  })
  const urls = ports.map(({ http }) => new URL(`http://127.0.0.1:${http}/`))
  const close = async (): Promise<void> => {
    await Promise.all(children.map(stop))
    rmSync(folder, { recursive: true, force: true })
  }
  const ask = async (shard: number, statement: string, data = ''): Promise<string> => {
    const url = new URL(urls[shard] ?? '')
    if (data !== '') url.searchParams.set('query', statement)
    const response = await fetch(url, { method: 'POST', body: data === '' ? statement : data })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return text
  }
  try {
    await Promise.all(children.map((child, index) => untilReady(urls[index] ?? new URL('http://127.0.0.1'), child)))
  } catch (problem) {
    await close()
    throw problem
  }
  return { urls, ask, close }
}
