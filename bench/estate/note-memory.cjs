// Loaded into a measured process: at its end it writes what it used. A process that dies leaves nothing.
const { writeFileSync } = require('node:fs')

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const used = { memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1000 }
  writeFileSync(process.env.ESTATE_MEASURED, JSON.stringify(used))
})
