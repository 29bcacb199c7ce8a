import { pseudonymOfPerson } from '../importers/pseudonyms.ts'
import type { ShapeSource } from '../replay/engine/shape-source.ts'
import type { ClassifiedPeople } from '../replay/people-of.ts'
import { inventoryOfShapes } from '../replay/replay.ts'
import { jsonText } from '../report/json/json.ts'
import { coloredReport, plainReport } from '../report/tables/report-paint.ts'
import { inventoryFile } from '../report/text/inventory-file.ts'
import {
  type InventoryReport,
  inventoryCsv,
  inventoryJson,
  renderInventoryHtml,
  renderInventoryMarkdown,
  renderInventoryText,
} from '../report/text/inventory-report.ts'
import { ruleById } from '../rules/index.ts'
import { outputText } from '../source/text/output-text.ts'
import type { Environment } from './environment.ts'
import { emit, type FormatTarget } from './formats.ts'
import { keyedHash } from './keyed-hash.ts'
import type { PlanOptions } from './replay-plan.ts'
import { logsOf, type ReadFrom } from './replay-shapes.ts'
import { usageProblem } from './usage.ts'

type ClientFormat = 'text' | 'json' | 'markdown' | 'csv' | 'html'

/** Refuses what an inventory has nothing to do with. */
export function refusePlanOfClients({ plan, asOf, enforce, people, pseudonymize }: PlanOptions): void {
  if (plan !== undefined || asOf !== undefined || enforce !== undefined)
    throw usageProblem(
      '`--clients` lists the clients of the logs and judges no plan',
      'run the two one after the other',
    )
  if (pseudonymize !== undefined && people !== true)
    throw usageProblem('`--pseudonymize` has no effect without `--people`')
}

/** What to write of the clients in use: their list, and a tenant file to start from. */
export interface ClientOptions extends PlanOptions {
  readonly output?: string
  readonly targets: readonly FormatTarget<ClientFormat>[]
}

/** Writes which clients the logs show. */
export async function writeClients(
  environment: Environment,
  about: Pick<InventoryReport, 'tenant' | 'file'>,
  classified: ClassifiedPeople,
  {
    source,
    from,
    outsideAddress,
  }: { readonly source: ShapeSource; readonly from: ReadFrom; readonly outsideAddress: string },
  { people, pseudonymize, targets, output }: ClientOptions,
): Promise<void> {
  const inventory = await inventoryOfShapes(classified, source, outsideAddress)
  const hash = pseudonymize === undefined ? undefined : keyedHash(pseudonymize, environment.reader)
  const names = people === true ? await source.namePeople(source.shapes.map(({ index }) => index)) : undefined
  const report: InventoryReport = {
    ...about,
    logs: await logsOf(source, from),
    inventory,
    statementOf: (rule) => ruleById(rule)?.statement,
    ...(names && { people: hash === undefined ? names : names.map((name) => pseudonymOfPerson(hash, name)).sort() }),
  }
  const paint = environment.color.stdout ? coloredReport : plainReport
  await emit(environment, targets, (format) => {
    switch (format) {
      case 'text':
        return renderInventoryText(report, paint)
      case 'json':
        return jsonText(inventoryJson(report))
      case 'markdown':
        return renderInventoryMarkdown(report)
      case 'csv':
        return inventoryCsv(report)
      case 'html':
        return renderInventoryHtml(report)
    }
  })
  if (output !== undefined) await environment.writeFile(output, outputText('yaml', inventoryFile(report)))
}
