import { savedShapes } from '../replay/engine/saved-shapes.ts'
import type { ShapeSource } from '../replay/engine/shape-source.ts'
import type { ClassifiedPeople } from '../replay/people-of.ts'
import { madeFor } from '../replay/print-query.ts'
import { reduceLogs } from '../replay/replay.ts'
import type { ReadLogs } from '../report/text/replay-report.ts'
import type { Environment, ExitCode } from './environment.ts'
import { accepted } from './load.ts'
import { readLogs } from './read-logs.ts'
import { engineForLogs, problemOfEngine } from './replay-engine.ts'
import { type RemoteOptions, refuseHalfRemote, withRemoteShapes } from './replay-remote.ts'
import { usageProblem } from './usage.ts'

/** The options that say where shapes come from. */
export interface ShapeOptions extends RemoteOptions {
  readonly signins?: readonly string[]
  readonly shapes?: string
}

/** Refuses options that contradict each other, and none at all. */
export function refuseMixed(options: ShapeOptions & { readonly query?: string; readonly people?: true }): void {
  const { signins, shapes, query, people, engine } = options
  const sources = [signins, shapes, engine].filter((one) => one !== undefined)
  if (query === undefined && sources.length !== 1)
    throw usageProblem(
      'sign-ins come from `--signins`, from `--shapes` or from `--engine`',
      'name logs, the answer of a printed query, or a table of an engine',
    )
  refuseHalfRemote(options)
  if (query !== undefined && shapes !== undefined) throw usageProblem('`--shapes` has no effect with `--query`')
  if (shapes !== undefined && people) throw usageProblem('shapes name nobody', 'leave out `--people`, or give the logs')
}

/** What shapes were read from. */
export type ReadFrom = Pick<ReadLogs, 'files' | 'table'>

type Use = (source: ShapeSource, from: ReadFrom) => Promise<ExitCode>

/** Uses the shapes of logs, or those that were made of them elsewhere; the engine is closed whatever happens. */
export async function withShapes(
  environment: Environment,
  options: ShapeOptions,
  sides: readonly ClassifiedPeople[],
  use: Use,
): Promise<ExitCode> {
  const { signins = [], shapes, engine: elsewhere, table = '' } = options
  if (shapes !== undefined) return use(await shapesOf(environment, shapes, sides), { files: 1 })
  if (elsewhere !== undefined)
    return withRemoteShapes(environment, options, sides, (source) => use(source, { files: 0, table }))
  const files = await readLogs(environment, signins)
  const engine = await engineForLogs()
  try {
    return await use(await reduceLogs(engine, files, sides, environment.reader), { files: files.length })
  } catch (problem) {
    throw problemOfEngine(problem, files)
  } finally {
    engine.close()
  }
}

async function shapesOf(
  environment: Environment,
  path: string,
  sides: readonly ClassifiedPeople[],
): Promise<ShapeSource> {
  const source = await accepted(environment, environment.reader.read(path))
  const shapes = savedShapes(source, madeFor(sides))
  if (shapes === 'made for another')
    throw usageProblem(
      `\`${path}\` holds no shapes that fit these tenant files`,
      'print the query once more with `--query`, run it, and save the whole answer',
    )
  return accepted(environment, shapes)
}

/** What was read, in numbers. */
export async function logsOf(
  { shapes, broken, leftOut, copies, accountNames, countPeople }: ShapeSource,
  from: ReadFrom,
): Promise<ReadLogs> {
  const [all] = await countPeople([shapes.map(({ index }) => index)])
  const times = shapes.flatMap(({ first, last }) => [first, last])
  const span = times.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)] as const, [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const)
  return {
    ...from,
    signIns: shapes.reduce((sum, { signIns }) => sum + signIns, 0),
    people: all?.people ?? 0,
    ...(all?.most === undefined ? {} : { mostPeople: all.most }),
    shapes: shapes.length,
    ...(times.length === 0 ? {} : { first: span[0], last: span[1] }),
    broken,
    ...(leftOut && { leftOut }),
    ...(copies !== undefined && { copies }),
    ...(accountNames !== undefined && { accountNames }),
  }
}
