// One population in a separate process: reading alone, then everything; prints times in milliseconds.

import { loadTenant, matrix, nodeSourceReader } from '../dist/index.js'
import { csvFields } from '../dist/source/records/csv-row.js'
import { readCsv } from '../dist/source/records/read-csv.js'

const [folder, what] = process.argv.slice(2)
const reader = nodeSourceReader(folder)
const loaded = loadTenant('tenant.yaml', reader)
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))

const start = performance.now()
if (what === 'read') {
  const pieces = reader.readPieces('users.csv')
  if (!pieces.ok) throw new Error('users.csv cannot be read')
  let fields = 0
  const { rows } = readCsv(pieces.value, (row) => {
    fields += csvFields(row).length
  })
  console.log(
    JSON.stringify({
      rows,
      fields,
      took: performance.now() - start,
      memory: process.resourceUsage().maxRSS / 1024,
    }),
  )
} else {
  const made = matrix(loaded.value, {}, { reader })
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics.map(({ code, args }) => [code, args])))
  const { users, classes, cells } = made.value.matrix
  console.log(
    JSON.stringify({
      users,
      classes: classes.length,
      cells: cells.length,
      took: performance.now() - start,
      memory: process.resourceUsage().maxRSS / 1024,
    }),
  )
}
